// SPDX-License-Identifier: GPL-3.0-or-later
// The two databases' own ways: what SQLite and PostgreSQL do differently.
#include "store/databaseerror.h"
#include "store/store.h"

#include <QSqlDriver>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

static const QString driverName = u"QPSQL"_s;

Result<std::unique_ptr<Store>> Store::connectShared(const DatabaseAddress &address, const Secret &password)
{
    if (!QSqlDatabase::isDriverAvailable(driverName))
        return failure(Error::Kind::Storage,
            tr("Qt's driver for PostgreSQL is not installed. On Debian it is the package libqt6sql6-psql."));
    std::unique_ptr<Store> store(new Store(Kind::Shared));
    QSqlDatabase &database = store->m_database;
    database.setHostName(address.host);
    database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setConnectOptions(address.connectOptions());
    // Told to open() alone: what is set with setPassword() could be asked for again.
    if (!database.open(address.user, password.reveal()))
        return connectError(database.lastError());
    if (const auto prepared = store->prepareSession(); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

Result<std::unique_ptr<Store>> Store::openShared(
    const DatabaseAddress &address, const Secret &password, const Migrations &schema)
{
    auto store = connectShared(address, password);
    if (!store)
        return store;
    if (const auto migrated = (*store)->migrate(schema); !migrated)
        return tl::unexpected(migrated.error());
    return store;
}

// A console that stops in the middle must not keep the others waiting, and none may be told of a commit that could
// still be lost, whatever the database's defaults say.
Result<> Store::prepareSession()
{
    const auto encodings
        = rows(u"SELECT current_setting('server_encoding'), "
               "set_config('synchronous_commit', CASE current_setting('synchronous_commit') "
               "WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false), "
               "set_config('lock_timeout', '10s', false), set_config('statement_timeout', '30s', false), "
               "set_config('idle_in_transaction_session_timeout', '10s', false)"_s,
            {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!encodings)
        return tl::unexpected(encodings.error());
    if (encodings->value(0) != "UTF8"_L1)
        return failure(Error::Kind::Storage,
            tr("The journal's database does not keep text in UTF-8, so it cannot hold every name. Make one that "
               "does."));
    return {};
}

bool Store::isAlive()
{
    return m_kind == Kind::File || run(u"SELECT 1"_s).has_value();
}

Result<> Store::begin()
{
    const auto done = [](const QSqlQuery &) {};
    // IMMEDIATE: two processes that both read and then write would otherwise fail in the middle, without waiting.
    if (m_kind == Kind::File)
        return run(u"BEGIN IMMEDIATE"_s).map(done);
    // What is read behind the lock is to be what the one before has written: REPEATABLE READ would show what was there
    // when the waiting began. LOCK TABLE would want the right to change lines. The number is ours: "Latchkey".
    if (const auto begun = run(u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s); !begun)
        return tl::unexpected(begun.error());
    const auto locked = run(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(0x4c617463'686b6579));
    if (!locked)
        (void)run(u"ROLLBACK"_s);
    return locked.map(done);
}

Result<qint64> Store::madeMigrations()
{
    const auto number = [](const QSqlQuery &row) { return row.value(0).toLongLong(); };
    if (m_kind == Kind::File)
        return rows(u"PRAGMA user_version"_s, {}, number).map([](const QList<qint64> &found) { return found.first(); });
    const auto isThere = rows(u"SELECT to_regclass('latchkey_schema') IS NOT NULL"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toBool(); });
    if (!isThere || !isThere->first())
        return isThere.map([](const QList<bool> &) { return qint64(0); });
    return rows(u"SELECT coalesce(max(version), 0) FROM latchkey_schema"_s, {}, number)
        .map([](const QList<qint64> &found) { return found.first(); });
}

Result<> Store::markMigrated(qint64 version)
{
    QStringList marking{u"PRAGMA user_version=%1"_s.arg(version)};
    if (m_kind == Kind::Shared)
        marking = {u"CREATE TABLE IF NOT EXISTS latchkey_schema (version BIGINT PRIMARY KEY NOT NULL)"_s,
            u"INSERT INTO latchkey_schema (version) VALUES (%1)"_s.arg(version)};
    for (const QString &statement : marking)
        if (const auto done = run(statement); !done)
            return tl::unexpected(done.error());
    return {};
}

void Store::listen(const QString &channel, QObject *context, const std::function<void()> &told)
{
    QSqlDriver *driver = m_database.driver();
    if (m_kind == Kind::File || !driver->subscribeToNotification(channel))
        return; // one looks again by hand
    QObject::connect(
        driver, &QSqlDriver::notification, context, [told](const QString &, QSqlDriver::NotificationSource source) {
            if (source == QSqlDriver::OtherSource)
                told();
        });
}
