// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "store/databaseaddress.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

// The statements that take the schema one version up. Migration n makes version n + 1; a released one never changes.
using Migrations = QList<QStringList>;
const Migrations &migrations();

// What the console remembers: one SQLite file, private to the person; or a PostgreSQL database, shared by a team. Used
// from one thread. A commit that returned survives a crash and a power cut (WAL, synchronous=FULL; synchronous_commit=on).
// Times are ISO 8601 text in UTC. Errors are of kind Storage, also once the file was deleted or replaced; a damaged file is
// reported and left as it is. May wait for others who write: a second for the file, ten for the database.
class Store {
    Q_DECLARE_TR_FUNCTIONS(Store)

public:
    // Creates file and folder when missing and brings an older schema up to date. Error: also when other users can
    // open the folder, or when the file was written by a newer version of the program.
    static Result<std::unique_ptr<Store>> open(const QString &path, const Migrations &schema = migrations());
    // Signs in; the schema is brought up to date where it is not. A connection that was lost is not made again.
    static Result<std::unique_ptr<Store>> openShared(
        const DatabaseAddress &address, const Secret &password, const Migrations &schema);
    // The same without touching what is there.
    static Result<std::unique_ptr<Store>> connectShared(const DatabaseAddress &address, const Secret &password);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    QString path() const { return m_database.databaseName(); } // of the file
    bool isAlive(); // false: the connection was lost
    // How many of these migrations were made. Error: a newer version of the program made more.
    Result<qint64> version(const Migrations &schema);
    // Calls `told` in the thread of `context` when another connection announces something on this channel (NOTIFY).
    void listen(const QString &channel, QObject *context, const std::function<void()> &told);
    // Runs one statement; `values` replace its question marks. The query must not outlive the store.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    // Every row, as `read` makes it of the query that stands on it; an error while reading gives no rows at all.
    template <typename Reader>
    auto rows(const QString &sql, const QVariantList &values, Reader read)
        -> Result<QList<std::invoke_result_t<Reader, const QSqlQuery &>>>;

private:
    friend class Transaction;
    enum class Kind { File, Shared };

    explicit Store(Kind kind);
    Result<> prepare(const Migrations &schema);
    Result<> prepareSession();
    Result<> migrate(const Migrations &schema);
    Result<qint64> madeMigrations();
    Result<> markMigrated(qint64 version);
    Result<> begin();
    Result<> errorOf(const QSqlQuery &query) const;

    Kind m_kind;

    QSqlDatabase m_database;
    std::pair<quint64, quint64> m_identity; // of the file; see identityOf()
};

template <typename Reader>
auto Store::rows(const QString &sql, const QVariantList &values, Reader read)
    -> Result<QList<std::invoke_result_t<Reader, const QSqlQuery &>>>
{
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    QList<std::invoke_result_t<Reader, const QSqlQuery &>> all;
    while (query->next())
        all.append(read(*query));
    return errorOf(*query).map([&] { return all; });
}

// All or nothing: what was run since begin() is undone when this goes away without a commit().
class Transaction {
public:
    static Result<Transaction> begin(Store &store);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<> commit();

private:
    explicit Transaction(Store &store);

    Store *m_store; // none once committed or moved from
};
