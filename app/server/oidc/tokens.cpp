// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/tokens.h"

#include "app/server/oidc/users.h"
#include "app/server/random.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static Token readToken(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .kind = query.value(1).toString(),
        .family = query.value(2).toString(),
        .clientId = query.value(3).toString(),
        .userId = query.value(4).toString(),
        .sessionId = query.value(5).toString(),
        .scope = query.value(6).toString(),
        .authTime = query.value(7).toLongLong(),
        .issuedAt = query.value(8).toLongLong(),
        .expiresAt = query.value(9).toLongLong(),
        .isUsed = query.value(10).toBool()};
}

static void insertToken(Database &database, const QString &value, const Token &token)
{
    database.change(
        uR"(INSERT INTO oidc_tokens (hash, id, kind, family, client_id, user_id, session_id, scope, auth_time,
            issued_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {digest(value), token.id, token.kind, token.family, token.clientId,
            token.userId.isEmpty() ? QVariant() : QVariant(token.userId), token.sessionId, token.scope, token.authTime,
            token.issuedAt, token.expiresAt});
}

// RFC 9068 §2.2
static QString accessToken(Call &call, const Token &token)
{
    QJsonObject claims{{u"iss"_s, call.issuer()}, {u"aud"_s, call.issuer()}, {u"jti"_s, token.id},
        {u"sub"_s, token.userId.isEmpty() ? token.clientId : token.userId}, {u"client_id"_s, token.clientId},
        {u"iat"_s, token.issuedAt}, {u"exp"_s, token.expiresAt}};
    if (!token.scope.isEmpty())
        claims[u"scope"_s] = token.scope;
    if (!token.userId.isEmpty())
        claims[u"auth_time"_s] = token.authTime;
    return QString::fromLatin1(call.key.sign(claims, {{u"typ"_s, u"at+jwt"_s}}));
}

// OpenID Connect Core §2, §3.1.3.6
static QString idToken(Call &call, const Client &client, const Grant &grant, const QString &accessToken)
{
    const QByteArray hash = QCryptographicHash::hash(accessToken.toLatin1(), QCryptographicHash::Sha256);
    QJsonObject claims{{u"iss"_s, call.issuer()}, {u"sub"_s, grant.userId}, {u"aud"_s, client.id}, {u"iat"_s, call.now},
        {u"exp"_s, call.now + accessSeconds}, {u"auth_time"_s, grant.authTime},
        {u"at_hash"_s, QString::fromLatin1(base64Url(hash.first(hash.size() / 2)))}};
    if (!grant.nonce.isEmpty())
        claims[u"nonce"_s] = grant.nonce;
    if (!grant.sessionId.isEmpty())
        claims[u"sid"_s] = grant.sessionId;
    return QString::fromLatin1(call.key.sign(claims));
}

Response issueTokens(Call &call, const Client &client, const Grant &grant)
{
    Token token{.id = newUuid(),
        .kind = u"access"_s,
        .family = grant.family,
        .clientId = client.id,
        .userId = grant.userId,
        .sessionId = grant.sessionId,
        .scope = grant.scope,
        .authTime = grant.authTime,
        .issuedAt = call.now,
        .expiresAt = call.now + accessSeconds};
    const QString access = accessToken(call, token);
    insertToken(call.database, access, token);
    QJsonObject answer{{u"access_token"_s, access}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, accessSeconds}};
    if (!grant.scope.isEmpty())
        answer[u"scope"_s] = grant.scope;
    if (!grant.userId.isEmpty() && client.allows(u"refresh_token"_s)) {
        const QString refresh = newSecret(32);
        token.id = newUuid();
        token.kind = u"refresh"_s;
        token.scope = grant.refreshScope.isEmpty() ? grant.scope : grant.refreshScope;
        token.expiresAt = call.now + refreshSeconds;
        insertToken(call.database, refresh, token);
        answer[u"refresh_token"_s] = refresh;
    }
    if (!grant.userId.isEmpty() && wordsOf(grant.scope).contains(u"openid"_s))
        answer[u"id_token"_s] = idToken(call, client, grant, access);
    return jsonResponse(200, answer);
}

std::optional<Token> findToken(Call &call, const QString &value)
{
    return call.database.one(uR"(SELECT id, kind, family, client_id, user_id, session_id, scope, auth_time, issued_at,
            expires_at, used FROM oidc_tokens WHERE hash = ? AND expires_at > ?)"_s,
        {digest(value), call.now}, readToken);
}

void useToken(Call &call, const QString &value)
{
    call.database.change(u"UPDATE oidc_tokens SET used = 1 WHERE hash = ?"_s, {digest(value)});
}

void revokeFamily(Database &database, const QString &family)
{
    database.change(u"DELETE FROM oidc_tokens WHERE family = ?"_s, {family});
}

void revokeToken(Database &database, const Token &token)
{
    if (token.kind == "refresh"_L1)
        revokeFamily(database, token.family);
    else
        database.change(u"DELETE FROM oidc_tokens WHERE id = ?"_s, {token.id});
}

bool isAdministrators(Call &call, const QString &bearer)
{
    const auto token = findToken(call, bearer);
    if (!token || token->kind != "access"_L1)
        return false;
    const auto user = findUser(call.database, token->userId);
    return user && user->isAdministrator;
}

}
