// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/bearer.h"

#include "app/server/autentico/issue.h"
#include "app/server/random.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

static StoredToken readToken(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .sessionId = query.value(1).toString(),
        .clientId = query.value(2).toString(),
        .userId = query.value(3).toString(),
        .scope = query.value(4).toString(),
        .issuedAt = query.value(5).toLongLong(),
        .accessExpiresAt = query.value(6).toLongLong(),
        .refreshExpiresAt = query.value(7).toLongLong(),
        .isRevoked = !query.value(8).isNull(),
        .isSessionActive = query.value(9).toBool()};
}

static std::optional<StoredToken> findBy(Database &database, QStringView column, const QString &token)
{
    return database.one(uR"(SELECT t.id, t.session_id, t.client_id, s.user_id, t.scope, t.issued_at,
            t.access_expires_at, t.refresh_expires_at, t.revoked_at, s.active
        FROM autentico_tokens t JOIN autentico_sessions s ON s.id = t.session_id WHERE t.%1 = ?)"_s.arg(column),
        {digest(token)}, readToken);
}

std::optional<StoredToken> findByAccessToken(Database &database, const QString &token)
{
    return findBy(database, u"access_hash", token);
}

std::optional<StoredToken> findByRefreshToken(Database &database, const QString &token)
{
    return findBy(database, u"refresh_hash", token);
}

void revoke(Call &call, const StoredToken &token)
{
    call.database.change(
        u"UPDATE autentico_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s, {call.now, token.id});
}

std::optional<QJsonObject> readAccessToken(const Call &call, const QString &token)
{
    auto claims = call.state.key.verify(token.toUtf8());
    if (!claims || (*claims)["exp"_L1].toInteger() * 1000 <= call.now || (*claims)["typ"_L1] != "Bearer"_L1)
        return std::nullopt;
    return claims;
}

QString bearerToken(const Request &request)
{
    const QByteArray value = request.header("authorization");
    return value.startsWith("Bearer ") ? QString::fromUtf8(value.mid(7).trimmed()) : QString();
}

tl::expected<StoredToken, Refusal> findBearer(const Call &call)
{
    const QString bearer = bearerToken(call.request);
    if (bearer.isEmpty())
        return refuse(401, "invalid_request", u"A bearer token is required."_s);
    const auto token = readAccessToken(call, bearer) ? findByAccessToken(call.database, bearer) : std::nullopt;
    if (!token || token->isRevoked)
        return refuse(401, "invalid_token", u"The bearer token is invalid, expired or revoked."_s);
    if (!token->isSessionActive)
        return refuse(401, "invalid_grant", u"The session has ended."_s);
    return *token;
}

tl::expected<StoredToken, Refusal> requireBearer(const Call &call)
{
    const auto token = findBearer(call);
    if (!token)
        return refuse(401, "unauthorized", token.error().description);
    return *token;
}

tl::expected<User, Refusal> requireAdministrator(const Call &call)
{
    const QString bearer = bearerToken(call.request);
    const auto claims = readAccessToken(call, bearer);
    if (!claims)
        return refuse(401, "unauthorized", u"A valid bearer token is required."_s);
    if (!(*claims)["aud"_L1].toArray().contains(audience(call.state.isLater)))
        return refuse(403, "forbidden", u"The token is meant for another audience."_s);
    const auto user = findUser(call.database, (*claims)["sub"_L1].toString());
    if (!user)
        return refuse(401, "unauthorized", u"The token's user is gone."_s);
    if (user->role != "admin"_L1)
        return refuse(403, "forbidden", u"Only an administrator may do this."_s);
    if (!call.state.isActual) {
        if (const auto token = requireBearer(call); !token)
            return tl::unexpected(token.error());
    }
    return *user;
}

}
