// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sharedjournal.h"

using namespace Qt::Literals::StringLiterals;

static Result<SharedJournal> lookAtServer(Store &store)
{
    return store
        .rows(u"SELECT current_setting('server_version'), coalesce(version, ''), current_user, "
              "current_setting('fsync') = 'on', has_schema_privilege(current_schema(), 'CREATE') "
              "FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s,
            {},
            [](const QSqlQuery &row) {
                return SharedJournal{.server = row.value(0).toString().section(u' ', 0, 0),
                    .tls = row.value(1).toString(),
                    .user = row.value(2).toString(),
                    .isDurable = row.value(3).toBool(),
                    .mayMake = row.value(4).toBool()};
            })
        .map([](const QList<SharedJournal> &found) { return found.value(0); });
}

static Result<> lookAtJournal(Store &store, SharedJournal &journal)
{
    const auto rights = store.rows(
        u"SELECT has_table_privilege('journal', 'SELECT') AND has_table_privilege('journal_open', 'SELECT'), "
        "has_table_privilege('journal', 'INSERT') AND has_table_privilege('journal_open', 'INSERT') "
        "AND has_table_privilege('journal_open', 'DELETE') AND coalesce(has_table_privilege(to_regclass("
        "'maintenance_run'), 'SELECT') AND has_table_privilege(to_regclass('maintenance_run'), 'INSERT') "
        "AND has_table_privilege(to_regclass('maintenance_run'), 'UPDATE'), false)"_s,
        {}, [](const QSqlQuery &row) { return std::pair(row.value(0).toBool(), row.value(1).toBool()); });
    if (!rights)
        return tl::unexpected(rights.error());
    std::tie(journal.mayRead, journal.mayAppend) = rights->first();
    if (!journal.mayRead)
        return {};
    return store
        .rows(u"SELECT coalesce(max(number), 0) FROM journal"_s, {},
            [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
        .map([&journal](const QList<qint64> &found) { journal.lines = found.first(); });
}

Result<SharedJournal> lookAtSharedJournal(const DatabaseAddress &address, const Secret &password)
{
    const auto store = Store::connectShared(address, password);
    if (!store)
        return tl::unexpected(store.error());
    auto journal = lookAtServer(**store);
    if (!journal)
        return journal;
    const auto version = (*store)->version(sharedJournalMigrations());
    if (!version)
        return tl::unexpected(version.error());
    journal->isHere = *version > 0;
    if (journal->isHere)
        if (const auto looked = lookAtJournal(**store, *journal); !looked)
            return tl::unexpected(looked.error());
    return journal;
}

Result<std::unique_ptr<Store>> openSharedJournal(const DatabaseAddress &address, const Secret &password)
{
    auto store = Store::connectShared(address, password);
    if (!store)
        return store;
    const auto version = (*store)->version(sharedJournalMigrations());
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return failure(Error::Kind::Storage, Store::tr("There is no journal in this database."));
    return store;
}
