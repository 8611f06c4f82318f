// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/store.h"

#include "app/server/random.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::wyn {

static constexpr QStringView allScopes = u"cache email openid profile scheduler server_portal storage";
static constexpr qint64 hour = 3'600'000;
static constexpr qint64 day = 24 * hour;

void createTables(Database &database)
{
    database.change(uR"(CREATE TABLE IF NOT EXISTS wyn_users (
        name TEXT PRIMARY KEY, password BLOB NOT NULL, administrator INTEGER NOT NULL))"_s);
    database.change(u"CREATE TABLE IF NOT EXISTS wyn_tenants (path TEXT PRIMARY KEY)"_s);
    database.change(uR"(CREATE TABLE IF NOT EXISTS wyn_clients (
        id TEXT PRIMARY KEY, secret BLOB NOT NULL, scope TEXT NOT NULL, enabled INTEGER NOT NULL))"_s);
    database.change(uR"(CREATE TABLE IF NOT EXISTS wyn_tokens (
        hash BLOB PRIMARY KEY, client_id TEXT REFERENCES wyn_clients ON DELETE CASCADE,
        user_name TEXT NOT NULL REFERENCES wyn_users ON DELETE CASCADE,
        tenant_path TEXT NOT NULL REFERENCES wyn_tenants ON DELETE CASCADE, scope TEXT NOT NULL, title TEXT,
        issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL))"_s);
    database.change(u"CREATE INDEX IF NOT EXISTS wyn_tokens_by_time ON wyn_tokens (issued_at)"_s);
}

static void insertUser(Database &database, const QString &name, bool isAdmin)
{
    database.change(u"INSERT INTO wyn_users (name, password, administrator) VALUES (?, ?, ?)"_s,
        {name, digest(name + u"_pass"_s), isAdmin});
}

static void insertTenant(Database &database, const QString &path)
{
    database.change(u"INSERT INTO wyn_tenants (path) VALUES (?)"_s, {path});
}

static void insertClient(Database &database, const QString &id, QStringView scope, bool isEnabled)
{
    database.change(u"INSERT INTO wyn_clients (id, secret, scope, enabled) VALUES (?, ?, ?, ?)"_s,
        {id, digest(id + u"_secret"_s), scope.toString(), isEnabled});
}

void seedDelivered(Database &database)
{
    insertUser(database, u"admin"_s, true);
    insertTenant(database, u"/"_s);
    insertClient(database, u"integration"_s, allScopes, true);
}

// Forty tokens of four users and two clients, all in force: the youngest is an hour old, and the older a token is, the
// longer it is for.
static void seedTokens(Database &database, qint64 now)
{
    static constexpr std::array users{u"analyst", u"designer", u"viewer", u"analyst", u"admin"};
    static constexpr std::array tenants{u"/", u"/Org", u"/", u"/Org/SubOrg"};
    for (std::size_t i = 0; i < 40; ++i) {
        const bool isDashboard = i % 3 == 1;
        const qint64 age = hour + static_cast<qint64>(i * i) * 3 * hour;
        const qint64 lifetime = (i < 15 ? 30 : i % 2 == 0 ? 365 : 3650) * day;
        insertToken(database, newTokenValue(),
            {.clientId = isDashboard ? u"dashboards"_s : u"integration"_s,
                .userName = QStringView(users[i % users.size()]).toString(),
                .tenantPath = QStringView(tenants[i % tenants.size()]).toString(),
                .scope = isDashboard ? u"openid server_portal"_s : allScopes.toString(),
                .issuedAt = now - age,
                .expiresAt = now - age + lifetime});
    }
}

static void seedPortalToken(
    Database &database, const char *value, const QString &userName, const QString &title, qint64 issuedAt)
{
    insertToken(database, QString::fromLatin1(value),
        {.userName = userName,
            .tenantPath = u"/"_s,
            .scope = allScopes.toString(),
            .title = title,
            .issuedAt = issuedAt,
            .expiresAt = issuedAt + 730 * day});
}

void seedDemo(Database &database, qint64 now)
{
    for (const QString &name : {u"analyst"_s, u"designer"_s, u"viewer"_s})
        insertUser(database, name, false);
    insertTenant(database, u"/Org"_s);
    insertTenant(database, u"/Org/SubOrg"_s);
    insertClient(database, u"dashboards"_s, u"openid server_portal", true);
    insertClient(database, u"retired"_s, allScopes, false);
    seedTokens(database, now);
    seedPortalToken(database, administratorsPortalToken, u"admin"_s, u"Nightly report delivery"_s, now - 120 * day);
    seedPortalToken(database, viewersPortalToken, u"viewer"_s, u"Display in the lobby"_s, now - 30 * day);
}

QString newTokenValue()
{
    return QString::fromLatin1(randomBytes(32).toHex().toUpper());
}

void insertToken(Database &database, const QString &value, const Token &token)
{
    database.change(
        uR"(INSERT INTO wyn_tokens (hash, client_id, user_name, tenant_path, scope, title, issued_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {digest(value), token.clientId, token.userName, token.tenantPath, token.scope, token.title, token.issuedAt,
            token.expiresAt});
}

}
