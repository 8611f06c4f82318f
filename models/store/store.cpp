// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto othersAny
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

// The result codes of SQLite that mean something to the person (sqlite.org/rescode.html), without extended bits.
QString sentence(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Store::tr("Another program is using the console's data file.");
    case 8: // SQLITE_READONLY
        return Store::tr("The console's data file is read-only.");
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Store::tr("The console's data file is damaged. It was left as it is.");
    case 13: // SQLITE_FULL
        return Store::tr("The disk is full.");
    case 14: // SQLITE_CANTOPEN
        return Store::tr("The console's data file cannot be opened.");
    default:
        return Store::tr("The console's data file could not be read or written.");
    }
}

tl::unexpected<Error> storageError(const QSqlError &error)
{
    qCWarning(logStore) << "SQLite" << error.nativeErrorCode() << error.databaseText() << error.driverText();
    return failure(Error::Kind::Storage, sentence(error.nativeErrorCode().toInt()), error.text());
}

// SQLite gives its -wal and -shm files the mode of the database, so it must be right before they appear.
Result<> makePrivate(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.exists()) {
        const auto parent = folder.absolutePath();
        if (!QDir().mkpath(parent) || !QDir(parent).mkdir(folder.fileName(), ownerOnly | QFile::ExeOwner))
            return failure(
                Error::Kind::Storage, Store::tr("The folder %1 cannot be created.").arg(folder.absoluteFilePath()));
    }
    QFile file(path);
    if (!file.exists() && !file.open(QFile::WriteOnly | QFile::NewOnly, ownerOnly) && !file.exists())
        return failure(Error::Kind::Storage, Store::tr("The file %1 cannot be created.").arg(path), file.errorString());
#ifdef Q_OS_UNIX
    if (QFileInfo(folder.absoluteFilePath()).permissions() & othersAny)
        return failure(Error::Kind::Storage,
            Store::tr("Other users of this computer can open the folder %1, where the console keeps its data. "
                      "Make it private, then start again.")
                .arg(folder.absoluteFilePath()));
    if (file.permissions() & othersAny && !file.setPermissions(file.permissions() & ~othersAny))
        return failure(
            Error::Kind::Storage, Store::tr("The file %1 cannot be made private.").arg(path), file.errorString());
#endif
    return {};
}

}

// Device and number of a file; nothing where there is none, or where files are not known so.
static std::pair<quint64, quint64> identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status { };
    if (stat(QFile::encodeName(path).constData(), &status) == 0)
        return {status.st_dev, status.st_ino};
#endif
    return {};
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Migrations &schema)
{
    if (const auto isPrivate = makePrivate(path); !isPrivate)
        return tl::unexpected(isPrivate.error());
    std::unique_ptr<Store> store(new Store(path));
    if (!store->m_database.open())
        return storageError(store->m_database.lastError());
    store->m_identity = identityOf(path);
    if (const auto prepared = store->prepare(schema); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

Store::Store(const QString &path)
    : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString()))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=1000"_s);
}

Store::~Store()
{
    const auto connection = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(connection);
}

Result<QSqlQuery> Store::run(const QString &sql, const QVariantList &values)
{
    // SQLite would go on writing to what nobody finds again.
    if (m_identity != identityOf(path()))
        return failure(Error::Kind::Storage,
            tr("The console's data file was deleted or replaced while it was in use. Start the console again."), path());
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageError(query.lastError());
    for (const auto &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storageError(query.lastError());
    return query;
}

Result<> Store::errorOf(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return storageError(query.lastError());
    return {};
}

Result<> Store::prepare(const Migrations &schema)
{
    for (const auto &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s})
        if (const auto set = run(pragma); !set)
            return tl::unexpected(set.error());
    return migrate(schema);
}

Result<> Store::migrate(const Migrations &schema)
{
    // Even without a migration this lock is taken: it shows now, not at the first change, that the file is read-only.
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto versions
        = rows(u"PRAGMA user_version"_s, {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!versions)
        return tl::unexpected(versions.error());
    const auto version = versions->constFirst();
    if (version > schema.size())
        return failure(Error::Kind::Storage,
            tr("The console's data file was written by a newer version of this program. Use that version."),
            u"schema %1, known %2"_s.arg(version).arg(schema.size()));
    for (auto next = version; next < schema.size(); ++next)
        for (const auto &statement : schema.at(next))
            if (const auto done = run(statement); !done)
                return tl::unexpected(done.error());
    if (const auto marked = run(u"PRAGMA user_version=%1"_s.arg(schema.size())); !marked)
        return tl::unexpected(marked.error());
    return transaction->commit();
}

Result<Transaction> Transaction::begin(Store &store)
{
    // IMMEDIATE: two processes that both read and then write would otherwise fail in the middle, without waiting.
    return store.run(u"BEGIN IMMEDIATE"_s).map([&store](const QSqlQuery &) { return Transaction(store); });
}

Transaction::Transaction(Store &store)
    : m_store(&store)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_store(std::exchange(other.m_store, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_store)
        (void)m_store->run(u"ROLLBACK"_s); // whatever failed has been reported already
}

Result<> Transaction::commit()
{
    return m_store->run(u"COMMIT"_s).map([this](const QSqlQuery &) { m_store = nullptr; });
}
