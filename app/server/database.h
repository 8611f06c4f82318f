// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace server {

// A column of seconds since 1970, UTC; NULL is no time.
std::optional<qint64> timeOf(const QVariant &column);

// The server's SQLite file, or memory, used by the one thread that opened it. A statement that fails is remembered and
// fails the transaction, so that callers read on as if nothing were found instead of checking each one.
class Database {
public:
    // `:memory:` keeps nothing. Error::Kind::Storage when it cannot be opened or was written by a newer version.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Runs a statement and returns how many rows it changed.
    int change(const QString &sql, const QVariantList &values = {});

    // Calls `read(const QSqlQuery &)` for every row. It must not run the same statement again.
    template <typename Read>
    void each(const QString &sql, const QVariantList &values, Read read)
    {
        if (QSqlQuery *query = run(sql, values)) {
            while (query->next())
                read(std::as_const(*query));
            query->finish();
        }
    }

    // What `read` makes of the first row, if there is one.
    template <typename T>
    std::optional<T> one(const QString &sql, const QVariantList &values, T (*read)(const QSqlQuery &))
    {
        std::optional<T> found;
        if (QSqlQuery *query = run(sql, values)) {
            if (query->next())
                found = read(std::as_const(*query));
            query->finish();
        }
        return found;
    }

    bool exists(const QString &sql, const QVariantList &values);

private:
    friend class Transaction;
    explicit Database(const QString &connection);
    QSqlQuery *run(const QString &sql, const QVariantList &values);

    QString m_connection;
    std::unordered_map<QString, QSqlQuery> m_queries; // prepared once
    bool m_hasFailed = false;
};

// All or nothing: undone when it ends without a successful commit().
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    bool hasFailed() const; // some statement since the beginning did
    bool commit();

private:
    Database &m_database;
    bool m_isOpen = true;
};

}
