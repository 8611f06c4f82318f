// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/database.h"

#include "app/server/random.h"
#include "core/log.h"

#include <QCoreApplication>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace server {

std::optional<qint64> timeOf(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toLongLong());
}

static constexpr int schemaVersion = 1;

static int readInt(const QSqlQuery &query)
{
    return query.value(0).toInt();
}

Database::Database(const QString &connection)
    : m_connection(connection)
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    const auto failed = [&](const QString &detail) {
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot keep its data in %1.").arg(file),
            detail);
    };
    const QString connection = newUuid();
    std::unique_ptr<Database> database(new Database(connection));
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        sql.setDatabaseName(file);
        if (!sql.open())
            return failed(sql.lastError().text());
    }
    const int version = database->one(u"PRAGMA user_version"_s, {}, readInt).value_or(-1);
    if (version < 0 || version > schemaVersion)
        return failed(u"Not a data file of this version."_s);
    database->change(u"PRAGMA foreign_keys = ON"_s);
    database->change(u"PRAGMA synchronous = NORMAL"_s);
    database->one(u"PRAGMA journal_mode = WAL"_s, {}, readInt);
    database->change(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
    if (database->m_hasFailed)
        return failed(u"SQLite refused its settings."_s);
    return database;
}

Database::~Database()
{
    m_queries.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery *Database::run(const QString &sql, const QVariantList &values)
{
    auto found = m_queries.find(sql);
    if (found == m_queries.end()) {
        QSqlQuery prepared(QSqlDatabase::database(m_connection, false));
        prepared.setForwardOnly(true);
        if (!prepared.prepare(sql)) {
            qCCritical(logServer) << "A statement is wrong:" << prepared.lastError().text();
            m_hasFailed = true;
            return nullptr;
        }
        found = m_queries.emplace(sql, std::move(prepared)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec()) {
        qCWarning(logServer) << "A statement failed:" << query.lastError().text();
        query.finish();
        m_hasFailed = true;
        return nullptr;
    }
    return &query;
}

int Database::change(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = run(sql, values);
    if (!query)
        return 0;
    const int changed = query->numRowsAffected();
    query->finish();
    return changed;
}

bool Database::exists(const QString &sql, const QVariantList &values)
{
    return one(sql, values, readInt).has_value();
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.m_hasFailed = false;
    m_database.change(u"BEGIN"_s);
}

Transaction::~Transaction()
{
    if (m_isOpen)
        m_database.change(u"ROLLBACK"_s);
}

bool Transaction::hasFailed() const
{
    return m_database.m_hasFailed;
}

bool Transaction::commit()
{
    if (hasFailed())
        return false;
    m_database.change(u"COMMIT"_s);
    m_isOpen = hasFailed();
    return !m_isOpen;
}

}
