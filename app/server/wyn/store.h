// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/message.h"

namespace server::wyn {

// One request to one endpoint, with all an endpoint needs. Times are milliseconds since 1970, UTC.
struct Call {
    const Request &request;
    Database &database;
    qint64 now = 0;
};

// A reference token as it is stored. A null client: made on the portal's own page, with a title.
struct Token {
    QString clientId{};
    QString userName{};
    QString tenantPath{};
    QString scope{};
    QString title{};
    qint64 issuedAt = 0;
    qint64 expiresAt = 0;
};

// The values of the demo data's two portal tokens, which no batch revocation ends: of the administrator and of
// "viewer".
inline constexpr char administratorsPortalToken[] = "5B0D6E81F2C94A37B6E05D1C8F7A2394E1D05B6C7F83A92D40C5E6B718F9A2D3";
inline constexpr char viewersPortalToken[] = "A7C3E95D10F84B62C8D7E0A1B2F3495867D0C9E8B1A2F3D4E5C6B7A80918F2E3";

// Makes the persona's tables unless they are there. Of passwords, secrets and tokens only the SHA-256 digest is kept.
void createTables(Database &database);
// What a store begins with: admin / admin_pass, the client integration / integration_secret, the global organization.
void seedDelivered(Database &database);
// Users analyst, designer and viewer (passwords: name and _pass), the organizations /Org and /Org/SubOrg, the clients
// dashboards / dashboards_secret, which has few scopes, and retired / retired_secret, which is disabled; and tokens
// issued over the 200 days before `now`.
void seedDemo(Database &database, qint64 now);

QString newTokenValue(); // 64 upper-case hexadecimal digits
void insertToken(Database &database, const QString &value, const Token &token);

}
