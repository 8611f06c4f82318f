// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"
#include "net/proxysettings.h"

#include <QJsonObject>

// How one profile reaches its server: whom it believes, as whom it shows itself and what is in between.
struct ConnectionSettings {
    QString caFile{}; // PEM; these authorities instead of the system's; empty: the system's
    QString certificateFile{}; // our own certificate (RFC 8705): PEM, or PKCS#12 with the key in it; empty: none
    QString keyFile{}; // PEM; empty: the key is in certificateFile
    Secret passphrase{}; // of the key or the PKCS#12 file
    QList<QByteArray> pins{}; // SHA-256 of server certificates that are trusted for this profile as they are
    ProxySettings proxy{};
    bool operator==(const ConnectionSettings &) const = default;
};

// Everything but the secrets. What is unknown or malformed in an object is as if it were not there.
QJsonObject toJson(const ConnectionSettings &settings);
ConnectionSettings connectionSettingsFrom(const QJsonObject &object);

// Reads the files that `settings` names. Error Storage says which of them is wrong and how. `now` in any zone.
Result<HttpSettings> httpSettings(const QUrl &base, const ConnectionSettings &settings, const QDateTime &now);
