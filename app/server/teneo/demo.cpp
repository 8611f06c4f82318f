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
                .accessSeconds = i % 4 == 3 ? std::optional(7200) : std::nullopt,
                .refreshSeconds = i % 4 == 3 ? std::optional(30 * 24 * 3600) : std::nullopt,
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

// Two hundred, issued over the last hour: of users, every fifth of a client alone, every twentieth of the
// administrator.
static void seedAccessTokens(Database &database, qint64 now)
{
    for (int i = 0; i < 200; ++i) {
        const bool isAdmin = i % 20 == 7;
        const bool isClient = !isAdmin && i % 5 == 0;
        const QString client = isAdmin ? QString() : clientId(static_cast<std::size_t>(i * 7 % 11));
        const QString user = isAdmin ? u"u-1000"_s
            : isClient               ? QString()
                                     : demoUsers[static_cast<std::size_t>(i % 4)].id.toString();
        const qint64 issued = now - (i * 17 % 3540) * 1000 - i * 13;
        const QVariant used = i % 3 == 0 ? QVariant() : QVariant(now - (now - issued) * (i % 7) / 8);
        insertToken(database,
            {idFor(u"access %1"_s.arg(i)), digest(newUuid()), u"ACCESS"_s,
                isAdmin        ? u"ADMIN"_s
                    : isClient ? u"CLIENT"_s
                               : u"USER"_s,
                client, user, isAdmin || isClient ? QString() : u"demo-%1"_s.arg(i % 80), issued, issued + hour, used});
    }
}

// Eighty, issued over the last 13 of their 14 days.
static void seedRefreshTokens(Database &database, qint64 now)
{
    for (int i = 0; i < 80; ++i) {
        const qint64 issued = now - (i * 29 % 312) * hour - i * 3 * minute - i * 71;
        insertToken(database,
            {idFor(u"refresh %1"_s.arg(i)), digest(newUuid()), u"REFRESH"_s, u"USER"_s,
                clientId(static_cast<std::size_t>(i * 7 % 11)),
                demoUsers[static_cast<std::size_t>(i % 4)].id.toString(), u"demo-%1"_s.arg(i), issued,
                issued + 14 * day, QVariant()});
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
    seedAccessTokens(database, now);
    seedRefreshTokens(database, now);
    seedApiTokens(database, now);
    seedRun(database, 0, u"DAILY"_s, now - 9 * hour, 221'120, {});
    seedRun(database, 0, u"HOURLY"_s, now - 41 * minute, 8'450, {});
    seedRun(database, 1, u"DAILY"_s, now - 4 * hour, 73'004,
        u"Step 3 of 6 failed: the log database did not answer within 60 seconds."_s);
    seedRun(database, 1, u"HOURLY"_s, now - 38 * minute, 11'902, {});
}

}
