// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/demo.h"

#include "app/server/autentico/clientrows.h"
#include "app/server/autentico/users.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QUuid>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

static constexpr qint64 minute = 60'000;
static constexpr qint64 hour = 60 * minute;
static constexpr qint64 day = 24 * hour;

namespace {

struct DemoClient {
    QStringView name;
    QStringView redirectUri;
    QStringView grants; // separated by spaces
    bool isPublic = false;
    bool isActive = true;
};

constexpr std::array demoClients{
    DemoClient{
        u"Ops Portal", u"http://127.0.0.1/callback", u"authorization_code refresh_token password client_credentials"},
    DemoClient{u"Desk Console", u"http://127.0.0.1:8155/callback", u"authorization_code refresh_token", true},
    DemoClient{u"Shop Front", u"https://shop.example.test/signed-in", u"authorization_code refresh_token"},
    DemoClient{u"Shop Back Office", u"https://office.example.test/signed-in", u"authorization_code"},
    DemoClient{u"Warehouse Scanner", u"com.example.scanner:/signed-in", u"authorization_code refresh_token", true},
    DemoClient{u"Nightly Export", u"https://export.example.test/unused", u"client_credentials"},
    DemoClient{u"Newsletter", u"https://news.example.test/oauth", u"authorization_code"},
    DemoClient{u"Partner Gateway", u"https://partner.example.test/oauth/callback", u"password refresh_token"},
    DemoClient{u"Old Wiki", u"https://wiki.example.test/login", u"authorization_code", false, false},
};

constexpr std::array<QStringView, 4> demoUsers{u"ana", u"ben", u"carla", u"dmitri"};

}

// The same id for the same thing each time, so that pictures and scripts can rely on it.
static QUuid idFor(const QString &thing)
{
    static const QUuid space(u"2b6f0f0e-9f0a-4c3c-8a5e-6f1d35c1a7f2"_s);
    return QUuid::createUuidV5(space, thing);
}

static QString textIdFor(const QString &thing)
{
    return idFor(thing).toString(QUuid::WithoutBraces);
}

static QString clientId(std::size_t index)
{
    return index == 0 ? QString::fromLatin1(portalId)
                      : QString::fromLatin1(base64Url(idFor(demoClients[index].name.toString()).toRfc4122()));
}

void seedAdministrator(Database &database, qint64 now)
{
    insertUser(database,
        {.id = textIdFor(u"admin"_s),
            .name = u"admin@example.test"_s,
            .email = u"admin@example.test"_s,
            .role = u"admin"_s,
            .createdAt = now},
        u"admin_pass"_s);
}

static void seedUsers(Database &database, qint64 now)
{
    for (std::size_t i = 0; i < demoUsers.size(); ++i) {
        const QString name = demoUsers[i].toString();
        const QString address = name + u"@example.test"_s;
        insertUser(database,
            {.id = textIdFor(name),
                .name = address,
                .email = address,
                .role = u"user"_s,
                .createdAt = now - static_cast<qint64>(200 - 40 * i) * day},
            name + u"_pass"_s);
    }
}

static void seedClients(Database &database, qint64 now)
{
    for (std::size_t i = 0; i < demoClients.size(); ++i) {
        const DemoClient &client = demoClients[i];
        const QJsonObject metadata{{u"client_name"_s, client.name.toString()},
            {u"client_type"_s, client.isPublic ? u"public"_s : u"confidential"_s},
            {u"redirect_uris"_s, QJsonArray{client.redirectUri.toString()}},
            {u"grant_types"_s, QJsonArray::fromStringList(client.grants.toString().split(u' '))},
            {u"response_types"_s, QJsonArray{u"code"_s}}, {u"scopes"_s, u"openid profile email"_s},
            {u"token_endpoint_auth_method"_s, client.isPublic ? u"none"_s : u"client_secret_basic"_s}};
        const QString secret = i == 0 ? QString::fromLatin1(portalSecret) : newSecret(32);
        insertClient(database,
            {.id = clientId(i),
                .metadata = metadata,
                .isActive = client.isActive,
                .createdAt = now - static_cast<qint64>(300 - 29 * i) * day},
            client.isPublic ? QString() : secret);
    }
}

// A hundred and twenty of the last three days: the younger are in force, every eleventh is revoked, every thirteenth
// session has ended.
static void seedTokens(Database &database, qint64 now)
{
    for (int i = 0; i < 120; ++i) {
        const qint64 issued = now - qint64(17'800) * i * i - qint64(1'300) * i;
        const QString session = textIdFor(u"session %1"_s.arg(i));
        database.change(uR"(INSERT INTO autentico_sessions (id, user_id, active, created_at, last_used_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?))"_s,
            {session, textIdFor(demoUsers[static_cast<std::size_t>(i) % demoUsers.size()].toString()), i % 13 != 12,
                issued, issued + i % 7 * minute, issued + 30 * day});
        database.change(
            uR"(INSERT INTO autentico_tokens (id, access_hash, refresh_hash, session_id, client_id, scope, grant_type,
                issued_at, access_expires_at, refresh_expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {textIdFor(u"token %1"_s.arg(i)), digest(newUuid()), digest(newUuid()), session,
                clientId(static_cast<std::size_t>(i) % 3), u"read write"_s,
                i % 3 == 0 ? u"password"_s : u"authorization_code"_s, issued, issued + 15 * minute, issued + 30 * day,
                i % 11 == 10 ? QVariant(issued + 5 * minute) : QVariant()});
    }
}

void seedDemo(Database &database, qint64 now)
{
    seedUsers(database, now);
    seedClients(database, now);
    seedTokens(database, now);
}

}
