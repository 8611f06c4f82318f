// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"
#include "app/server/oidc/clients.h"

namespace server::oidc {

// An access or refresh token as it is stored; its value is not.
struct Token {
    QString id{};
    QString kind{}; // access or refresh
    QString family{};
    QString clientId{};
    QString userId{}; // empty: a client's own
    QString sessionId{};
    QString scope{};
    qint64 authTime = 0;
    qint64 issuedAt = 0;
    qint64 expiresAt = 0;
    bool isUsed = false;
};

// What tokens are issued for.
struct Grant {
    QString family{};
    QString userId{}; // empty: the client itself
    QString sessionId{};
    QString scope{};
    QString refreshScope{}; // of the refresh token, when that is not `scope` (RFC 6749 §6)
    QString nonce{};
    qint64 authTime = 0;
};

// Tokens as RFC 6749 §5.1 answers them: a JWT to access with (RFC 9068), a token to refresh with where the client may
// and a user is there, an ID token for the scope openid.
Response issueTokens(Call &call, const Client &client, const Grant &grant);

std::optional<Token> findToken(Call &call, const QString &value); // that has not expired
void useToken(Call &call, const QString &value); // it is known from now on, but no longer good
void revokeFamily(Database &database, const QString &family);
void revokeToken(Database &database, const Token &token); // a refresh token's family with it (RFC 7009 §2.1)

bool isAdministrators(Call &call, const QString &bearer);

}
