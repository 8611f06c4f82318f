// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>

// As whom a client shows itself in TLS.
struct ClientCertificate {
    QList<QSslCertificate> chain{}; // its own first
    QSslKey key{};
};

// Both: Error Storage with one sentence for each thing that can be wrong with a file. `now` in any zone.

// The authorities in a PEM file, of which at least one must not have expired.
Result<QList<QSslCertificate>> readAuthorities(const QString &file, const QDateTime &now);

// A PEM file and its key, which is in `keyFile` or, when that is empty, beside the certificate; or a PKCS#12 file.
Result<ClientCertificate> readClientCertificate(
    const QString &file, const QString &keyFile, const Secret &passphrase, const QDateTime &now);
