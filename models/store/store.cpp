// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/databaseerror.h"

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
    std::unique_ptr<Store> store(new Store(Kind::File));
    store->m_database.setDatabaseName(path);
    store->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=1000"_s);
    if (!store->m_database.open())
        return fileError(store->m_database.lastError());
    store->m_identity = identityOf(path);
    if (const auto prepared = store->prepare(schema); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

Store::Store(Kind kind)
    : m_kind(kind)
    , m_database(QSqlDatabase::addDatabase(
          kind == Kind::File ? u"QSQLITE"_s : u"QPSQL"_s, QUuid::createUuid().toString()))
{
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
    if (m_kind == Kind::File && m_identity != identityOf(path()))
        return failure(Error::Kind::Storage,
            tr("The console's data file was deleted or replaced while it was in use. Start the console again."), path());
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    // What is prepared costs a database elsewhere a way there and back more.
    const bool isReady = values.isEmpty() || query.prepare(sql);
    for (const auto &value : values)
        query.addBindValue(value);
    if (isReady && (values.isEmpty() ? query.exec(sql) : query.exec()))
        return query;
    return m_kind == Kind::File ? fileError(query.lastError()) : sharedError(query.lastError());
}

Result<> Store::errorOf(const QSqlQuery &query) const
{
    if (query.lastError().isValid())
        return m_kind == Kind::File ? fileError(query.lastError()) : sharedError(query.lastError());
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
    // Even without a migration this lock is taken, and a file is marked: it shows now, not at the first change, that the
    // file is read-only.
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto made = version(schema);
    if (!made)
        return tl::unexpected(made.error());
    for (auto next = *made; next < schema.size(); ++next)
        for (const auto &statement : schema.at(next))
            if (const auto done = run(statement); !done)
                return tl::unexpected(done.error());
    if (*made < schema.size() || m_kind == Kind::File)
        if (const auto marked = markMigrated(schema.size()); !marked)
            return tl::unexpected(marked.error());
    return transaction->commit();
}

Result<qint64> Store::version(const Migrations &schema)
{
    const auto made = madeMigrations();
    if (!made || *made <= schema.size())
        return made;
    return failure(Error::Kind::Storage,
        m_kind == Kind::File
            ? tr("The console's data file was written by a newer version of this program. Use that version.")
            : tr("The journal's database was prepared by a newer version of this program. Use that version."),
        u"schema %1, known %2"_s.arg(*made).arg(schema.size()));
}

Result<Transaction> Transaction::begin(Store &store)
{
    return store.begin().map([&store] { return Transaction(store); });
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
