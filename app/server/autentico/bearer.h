// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"
#include "app/server/autentico/users.h"

namespace server::autentico {

// An issued pair of tokens as it is stored.
struct StoredToken {
    QString id{};
    QString sessionId{};
    QString clientId{}; // null: issued without a client
    QString userId{}; // null: a client's own
    QString scope{};
    qint64 issuedAt = 0;
    qint64 accessExpiresAt = 0;
    qint64 refreshExpiresAt = 0;
    bool isRevoked = false;
    bool isSessionActive = true;
};

std::optional<StoredToken> findByAccessToken(Database &database, const QString &token);
std::optional<StoredToken> findByRefreshToken(Database &database, const QString &token);
void revoke(Call &call, const StoredToken &token);

// The claims of an access token this server has signed and that has not expired, revoked or not.
std::optional<QJsonObject> readAccessToken(const Call &call, const QString &token);

// The token after `Bearer `, which is case-sensitive here; empty without one.
QString bearerToken(const Request &request);
// Whose token it is, or 401 invalid_request, invalid_token or, when the session has ended, invalid_grant.
tl::expected<StoredToken, Refusal> findBearer(const Call &call);

// Any token in force, or 401 unauthorized.
tl::expected<StoredToken, Refusal> requireBearer(const Call &call);
// An administrator's, or 401 unauthorized, 403 forbidden. The running server does not ask whether it was revoked.
tl::expected<User, Refusal> requireAdministrator(const Call &call);

}
