// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// A registered OAuth client (RFC 6749 §2).
struct Client {
    QString id{}; // what the server's paths name it by; usually the client_id
    QString name{};
    QString type{}; // open set
    QString url{};
    QString description{};
    QStringList redirectUris{};
    QStringList grantTypes{};
    QStringList scopes{};
    bool enabled = true;
    bool confidential = true;
    Secret secret{}; // only in the answer that made it and never kept, unless the field is Readable
    Secret registrationToken{}; // authorizes managing this very client (RFC 7592 §1.2); kept in the keychain only
    seconds accessTokenLifetime{};
    seconds refreshTokenLifetime{};
    QDateTime createdAt{};
    QDateTime updatedAt{};
    QJsonObject raw{}; // the server's own words; written back untouched where we have no field
    bool operator==(const Client &) const = default;
};
Q_DECLARE_TYPEINFO(Client, Q_RELOCATABLE_TYPE);

template <>
const QList<Field<Client>> &fields<Client>();
