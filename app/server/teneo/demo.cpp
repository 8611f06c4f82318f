// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/demo.h"

#include "app/server/database.h"
#include "app/server/random.h"
#include "app/server/teneo/clientrows.h"

#include <QUuid>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr qint64 minute = 60'000;
static constexpr qint64 hour = 60 * minute;
static constexpr qint64 day = 24 * hour;

namespace {

struct DemoClient {
    QStringView name;
    QStringView type;
    QStringView url;
    QStringView description;
    bool isEnabled = true;
};

constexpr std::array demoClients{
    DemoClient{
        u"Studio EU", u"STUDIO", u"https://studio-eu.example.test/studio", u"Authoring for the European solutions"},
    DemoClient{
        u"Studio US", u"STUDIO", u"https://studio-us.example.test/studio", u"Authoring for the American solutions"},
    DemoClient{u"Studio Sandbox", u"STUDIO", u"https://sandbox.example.test/studio", u"For courses and experiments"},
    DemoClient{u"Inquire", u"INQUIRE", u"https://inquire.example.test/inquire", u"Queries over the conversation logs"},
    DemoClient{u"Inquire Archive", u"INQUIRE", u"https://archive.example.test/inquire",
        u"Conversation logs older than a year"},
    DemoClient{u"Predict", u"OTHER", u"https://predict.example.test", u"Training of intent models"},
    DemoClient{u"Reporting Export", u"OTHER", {}, u"Nightly export to the data warehouse"},
    DemoClient{u"Chat Widget Shop", u"OTHER", u"https://shop.example.test/chat", {}},
    DemoClient{u"Chat Widget Support", u"OTHER", u"https://support.example.test/chat", {}},
    DemoClient{u"Voice Gateway", u"OTHER", u"https://voice.example.test", u"Telephone line of the service centre"},
    DemoClient{u"Monitoring", u"OTHER", {}, u"Probes the engines every minute"},
    DemoClient{u"Legacy Bridge", u"OTHER", u"https://legacy.example.test", u"Switched off; to be removed", false},
};

struct DemoUser {
    QStringView id;
    QStringView name;
};

constexpr std::array demoUsers{
    DemoUser{u"u-1042", u"reporter"},
    DemoUser{u"u-1043", u"editor"},
    DemoUser{u"u-1044", u"operator"},
    DemoUser{u"u-1045", u"auditor"},
};

struct DemoApiToken {
    QStringView name;
    QStringView userId;
    QStringView description;
    qint64 age;
    std::optional<qint64> remaining;
    std::optional<qint64> unused; // since when
    bool isEnabled = true;
};

constexpr std::array demoApiTokens{
    DemoApiToken{u"nightly-export", u"u-1042", u"Warehouse export at 02:00", 210 * day, 155 * day, 7 * hour},
    DemoApiToken{u"dashboard", u"u-1042", u"Management dashboard", 90 * day, 5 * day, 3 * minute},
    DemoApiToken{u"ci-deploy", u"u-1043", u"Publishes solutions from the build server", 30 * day, 335 * day, 2 * day},
    DemoApiToken{u"translation-import", u"u-1043", {}, 12 * day, 18 * day, std::nullopt},
    DemoApiToken{u"backup", u"u-1044", u"Never ends; agreed with operations", 700 * day, std::nullopt, 20 * hour},
    DemoApiToken{u"monitoring-probe", u"u-1044", {}, 45 * day, 20 * hour, minute},
    DemoApiToken{u"audit-2025", u"u-1045", u"Blocked after the audit", 300 * day, 65 * day, 120 * day, false},
    DemoApiToken{u"admin-scripts", u"u-1000", u"Administration by script", 60 * day, 120 * day, 9 * day},
};

}

// The same id for the same thing each time, so that pictures and scripts can rely on it.
static QString idFor(const QString &thing)
{
    static const QUuid space(u"7c0de5b2-4f3c-4d6e-9a51-0b7d2c8e1f94"_s);
    return QUuid::createUuidV5(space, thing).toString(QUuid::WithoutBraces);
}

static QString clientId(std::size_t index)
{
    return index == 0 ? QString::fromLatin1(studioEuId) : idFor(u"client %1"_s.arg(demoClients[index].name));
}

// Clients whose tokens live longer than usual.
static bool hasLongTokens(std::size_t client)
{
    return client % 4 == 3;
}

// All clients but the disabled one, which is the last, have tokens.
static std::size_t ownerOf(int token)
{
    return static_cast<std::size_t>(token * 7) % (demoClients.size() - 1);
}

static QString userId(int token)
{
    return demoUsers[static_cast<std::size_t>(token) % demoUsers.size()].id.toString();
}

static QString family(int token)
{
    return u"demo-%1"_s.arg(token);
}

static QString textOf(QStringView text)
{
    return text.isNull() ? QString() : text.toString();
}

static void insertUser(Database &database, const QString &id, const QString &name, bool isAdmin)
{
    database.change(u"INSERT INTO teneo_users (id, name, password, administrator) VALUES (?, ?, ?, ?)"_s,
        {id, name, digest(name + u"_pass"_s), isAdmin});
}

void seedAdministrator(Database &database)
{
    insertUser(database, u"u-1000"_s, u"admin"_s, true);
}

static void seedClients(Database &database, qint64 now)
{
    for (std::size_t i = 0; i < demoClients.size(); ++i) {
        const DemoClient &client = demoClients[i];
        const qint64 created = now - static_cast<qint64>(400 - 31 * i) * day - static_cast<qint64>(i) * 37 * minute;
        insertClient(database,
            {.id = clientId(i),
                .name = client.name.toString(),
                .type = client.type.toString(),
                .url = textOf(client.url),
                .description = textOf(client.description),
                .isEnabled = client.isEnabled,
                .accessSeconds = hasLongTokens(i) ? std::optional(8 * 3600) : std::nullopt,
                .refreshSeconds = hasLongTokens(i) ? std::optional(30 * 24 * 3600) : std::nullopt,
                .createdAt = created,
                .updatedAt = created + static_cast<qint64>(i % 5) * 19 * day},
            i == 0 ? QString::fromLatin1(studioEuSecret) : newUuid());
    }
}

static void insertToken(Database &database, const QVariantList &values)
{
    database.change(
        uR"(INSERT INTO teneo_tokens (id, hash, kind, type, client_id, user_id, family, issued_at, expires_at, last_used_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        values);
}

// Two hundred that are in force: of users, every fifth of a client alone, every twentieth of the administrator. The
// first eighty of users descend from the refresh token of the same number.
static void seedAccessTokens(Database &database, qint64 now)
{
    for (int i = 0; i < 200; ++i) {
        const std::size_t owner = ownerOf(i);
        const bool isAdmin = i % 20 == 7;
        const bool isClient = !isAdmin && i % 5 == 0;
        const qint64 lifetime = !isAdmin && hasLongTokens(owner) ? 8 * hour : hour;
        const qint64 issued = now - lifetime * (i * 17 % 99) / 100 - qint64(131) * i;
        const QVariant used = i % 3 == 0 ? QVariant() : QVariant(now - (now - issued) * (i % 7) / 8);
        QVariantList values{idFor(u"access %1"_s.arg(i)), digest(newUuid()), u"ACCESS"_s};
        if (isAdmin)
            values << u"ADMIN"_s << QString() << u"u-1000"_s << QString();
        else if (isClient)
            values << u"CLIENT"_s << clientId(owner) << QString() << QString();
        else
            values << u"USER"_s << clientId(owner) << userId(i) << (i < 80 ? family(i) : QString());
        insertToken(database, values << issued << issued + lifetime << used);
    }
}

// Eighty, issued over the last 13 days; the oldest end tomorrow.
static void seedRefreshTokens(Database &database, qint64 now)
{
    for (int i = 0; i < 80; ++i) {
        const qint64 issued = now - (i * 29 % 312) * hour - 3 * minute * i - qint64(71) * i;
        const qint64 lifetime = (hasLongTokens(ownerOf(i)) ? 30 : 14) * day;
        insertToken(database,
            {idFor(u"refresh %1"_s.arg(i)), digest(newUuid()), u"REFRESH"_s, u"USER"_s, clientId(ownerOf(i)), userId(i),
                family(i), issued, issued + lifetime, QVariant()});
    }
}

static void seedApiTokens(Database &database, qint64 now)
{
    for (const DemoApiToken &token : demoApiTokens) {
        database.change(
            uR"(INSERT INTO teneo_api_tokens (id, hash, name, description, user_id, enabled, created_at, expires_at, last_used_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {idFor(u"api %1"_s.arg(token.name)), digest(newUuid()), token.name.toString(), textOf(token.description),
                token.userId.toString(), token.isEnabled, now - token.age,
                token.remaining ? QVariant(now + *token.remaining) : QVariant(),
                token.unused ? QVariant(now - *token.unused) : QVariant()});
    }
}

static void seedRun(
    Database &database, std::size_t client, const QString &task, qint64 started, qint64 took, const QString &failure)
{
    database.change(
        u"INSERT INTO teneo_runs (client_id, task, started_at, finished_at, outcome, message) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {clientId(client), task, started, started + took, failure.isEmpty() ? u"SUCCESS"_s : u"FAILURE"_s,
            failure.isEmpty() ? u"All maintenance steps were completed."_s : failure});
}

void seedDemo(Database &database, qint64 now)
{
    for (const DemoUser &user : demoUsers)
        insertUser(database, user.id.toString(), user.name.toString(), false);
    seedClients(database, now);
    seedRun(database, 0, u"DAILY"_s, now - 9 * hour, 221'120, {});
    seedRun(database, 0, u"HOURLY"_s, now - 41 * minute, 8'450, {});
    seedRun(database, 1, u"DAILY"_s, now - 4 * hour, 73'004,
        u"Step 3 of 6 failed: the log database did not answer within 60 seconds."_s);
    seedRun(database, 1, u"HOURLY"_s, now - 38 * minute, 11'902, {});
}

void seedDemoTokens(Database &database, qint64 now)
{
    seedAccessTokens(database, now);
    seedRefreshTokens(database, now);
    seedApiTokens(database, now);
}

}
