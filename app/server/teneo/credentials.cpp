// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/credentials.h"

#include "app/server/random.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static ClientIdentity readClientIdentity(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .accessSeconds = query.value(1).isNull() ? defaultAccessSeconds : query.value(1).toInt(),
        .refreshSeconds = query.value(2).isNull() ? defaultRefreshSeconds : query.value(2).toInt()};
}

static UserIdentity readUser(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(), .name = query.value(1).toString(), .isAdmin = query.value(2).toBool()};
}

static Caller readCaller(const QSqlQuery &query)
{
    return {.tokenId = query.value(0).toString(),
        .type = query.value(1).toString(),
        .clientId = query.value(2).toString(),
        .clientName = query.value(3).toString(),
        .userId = query.value(4).toString(),
        .userName = query.value(5).toString(),
        .isAdmin = query.value(6).toBool(),
        .issuedAt = query.value(7).toLongLong(),
        .expiresAt = timeOf(query.value(8)),
        .lastUsedAt = timeOf(query.value(9))};
}

tl::unexpected<Refusal> invalidClient()
{
    return refuse(401, "invalid_client",
        u"The client or administrator credentials are wrong, or the client is disabled."_s,
        {{"WWW-Authenticate", R"(Basic realm="teneo")"}});
}

tl::expected<Credentials, Refusal> readCredentials(const Request &request, const Form &form)
{
    if (hasBasic(request)) {
        const auto credentials = clientBasicOf(request);
        if (!credentials)
            return invalidClient();
        if (form.has(u"client_secret") || (form.has(u"client_id") && form.value(u"client_id") != credentials->id))
            return badRequest(u"The client authenticates in two ways."_s);
        return *credentials;
    }
    if (form.value(u"client_id").isEmpty() || form.value(u"client_secret").isEmpty())
        return badRequest(u"client_id and client_secret are required."_s);
    return Credentials{.id = form.value(u"client_id"), .secret = form.value(u"client_secret")};
}

std::optional<ClientIdentity> findClient(Database &database, const Credentials &credentials)
{
    return database.one(
        u"SELECT id, access_seconds, refresh_seconds FROM teneo_clients WHERE id = ? AND secret = ? AND enabled = 1"_s,
        {credentials.id, digest(credentials.secret)}, readClientIdentity);
}

std::optional<ClientIdentity> findClient(Database &database, const QString &id)
{
    return database.one(
        u"SELECT id, access_seconds, refresh_seconds FROM teneo_clients WHERE id = ?"_s, {id}, readClientIdentity);
}

std::optional<UserIdentity> findUser(Database &database, const QString &name, const QString &password)
{
    return database.one(u"SELECT id, name, administrator FROM teneo_users WHERE name = ? AND password = ?"_s,
        {name, digest(password)}, readUser);
}

std::optional<UserIdentity> findUserByName(Database &database, const QString &name)
{
    return database.one(u"SELECT id, name, administrator FROM teneo_users WHERE name = ?"_s, {name}, readUser);
}

std::optional<Caller> findCaller(Database &database, const QString &bearer, qint64 now)
{
    const QByteArray hash = digest(bearer);
    auto caller = database.one(uR"(
        SELECT t.id, t.type, t.client_id, c.name, t.user_id, u.name, u.administrator, t.issued_at, t.expires_at, t.last_used_at
        FROM teneo_tokens t LEFT JOIN teneo_clients c ON c.id = t.client_id LEFT JOIN teneo_users u ON u.id = t.user_id
        WHERE t.hash = ? AND t.kind = 'ACCESS' AND t.expires_at > ? AND COALESCE(c.enabled, 1) = 1)"_s,
        {hash, now}, readCaller);
    if (caller)
        return caller;
    return database.one(uR"(
        SELECT a.id, 'API', NULL, NULL, a.user_id, u.name, u.administrator, a.created_at, a.expires_at, a.last_used_at
        FROM teneo_api_tokens a JOIN teneo_users u ON u.id = a.user_id
        WHERE a.hash = ? AND a.enabled = 1 AND (a.expires_at IS NULL OR a.expires_at > ?))"_s,
        {hash, now}, readCaller);
}

void noteUse(Database &database, const Caller &caller, qint64 now)
{
    // Once a second is exact enough, and spares reading requests a write.
    if (caller.lastUsedAt && now - *caller.lastUsedAt < 1000)
        return;
    if (caller.type == "API"_L1)
        database.change(u"UPDATE teneo_api_tokens SET last_used_at = ? WHERE id = ?"_s, {now, caller.tokenId});
    else
        database.change(u"UPDATE teneo_tokens SET last_used_at = ? WHERE id = ?"_s, {now, caller.tokenId});
}

}
