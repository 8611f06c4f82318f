// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalchain.h"
#include "store/runhistory.h"
#include "tests/store/postgresserver.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using RunOutcome = MaintenanceRun::Outcome;

namespace {

const QDateTime historyStart(QDate(2026, 3, 1), QTime(2, 0, 0, 7), Qt::UTC);

MaintenanceRun historyRun(const QString &client, int hour, RunOutcome outcome = RunOutcome::Succeeded)
{
    const QDateTime start = historyStart.addSecs(3600 * hour);
    const bool hasEnded = outcome == RunOutcome::Succeeded || outcome == RunOutcome::Failed;
    return {.clientId = client,
        .clientName = u"Name of "_s + client,
        .task = u"hourly"_s,
        .startedAt = start,
        .finishedAt = hasEnded ? start.addMSecs(41'120) : QDateTime(),
        .outcome = outcome,
        .message = hasEnded ? u"it's \"%1\" 😀"_s.arg(hour) : QString()};
}

}

// The runs that consoles saw, in a file and in a real PostgreSQL.
class tst_RunHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("shared");
        QTest::newRow("file") << false;
        if (PostgresServer::notInstalled().isEmpty())
            QTest::newRow("PostgreSQL") << true;
    }
    void initTestCase()
    {
        if (PostgresServer::notInstalled().isEmpty())
            QVERIFY2(m_server.make(), qPrintable(m_server.trouble()));
    }
    void init()
    {
        QFETCH_GLOBAL(bool, shared);
        m_path = m_folder.filePath(u"%1.db"_s.arg(++m_files));
        if (shared)
            m_address = DatabaseAddress::read(m_server.address(m_server.addDatabase())).value().first;
        m_store = open();
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void whatIsKeptIsReadAgain()
    {
        RunHistory history(*m_store);
        const QList<MaintenanceRun> runs{historyRun(u"a"_s, 0), historyRun(u"b"_s, 0, RunOutcome::Failed),
            historyRun(u"a"_s, 1, RunOutcome::Unknown), historyRun(u"a"_s, 2, RunOutcome::Running)};
        QVERIFY(history.keep(u"https://one"_s, runs));
        QVERIFY(history.keep(u"https://two"_s, {historyRun(u"a"_s, 5)}));
        QCOMPARE(history.runs({.server = u"https://one"_s}).value(), runs);
        QCOMPARE(history.runs({.server = u"https://one"_s, .clientId = u"b"_s}).value(), runs.mid(1, 1));
        QCOMPARE(history.runs({.server = u"https://one"_s, .task = u"daily"_s}).value().size(), 0);
        QCOMPARE(history.runs({.server = u"https://one"_s, .since = historyStart.addSecs(3600)}).value(), runs.mid(2));
        QCOMPARE(history.runs({.server = u"https://one"_s, .onlyTroubles = true}).value(), runs.mid(1, 2));
        QCOMPARE(history.runs({.server = u"https://one"_s, .mostOfEach = 1}).value(),
            (QList<MaintenanceRun>{runs[1], runs[3]}));
        QCOMPARE(history.runs({.server = u"https://three"_s}).value().size(), 0);
    }

    // Several consoles, and one console again and again, write of the same run.
    void whatIsKnownIsNotUnlearnt_data()
    {
        QTest::addColumn<QList<RunOutcome>>("seen");
        QTest::addColumn<RunOutcome>("known");
        using L = QList<RunOutcome>;
        QTest::newRow("its end") << L{RunOutcome::Running, RunOutcome::Succeeded} << RunOutcome::Succeeded;
        QTest::newRow("by one who looked later")
            << L{RunOutcome::Succeeded, RunOutcome::Running} << RunOutcome::Succeeded;
        QTest::newRow("by one who lost it") << L{RunOutcome::Failed, RunOutcome::Unknown} << RunOutcome::Failed;
        QTest::newRow("lost, and found by another")
            << L{RunOutcome::Running, RunOutcome::Unknown, RunOutcome::Failed} << RunOutcome::Failed;
        QTest::newRow("told twice") << L{RunOutcome::Failed, RunOutcome::Succeeded} << RunOutcome::Failed;
    }
    void whatIsKnownIsNotUnlearnt()
    {
        QFETCH(QList<RunOutcome>, seen);
        QFETCH(RunOutcome, known);
        RunHistory history(*m_store);
        for (qsizetype i = 0; i < seen.size(); ++i) {
            auto run = historyRun(u"a"_s, 0, seen[i]);
            run.starter = i == 0 ? u"ann@desk"_s : QString();
            QVERIFY(RunHistory(*open()).keep(u"https://one"_s, {run}));
        }
        const auto runs = history.runs({.server = u"https://one"_s}).value();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().outcome, known);
        QCOMPARE(runs.first().finishedAt, historyRun(u"a"_s, 0, known).finishedAt);
        QCOMPARE(runs.first().starter, u"ann@desk"_s);
    }

    void allOrNone()
    {
        RunHistory history(*m_store);
        QVERIFY(history.keep(u"https://one"_s, {historyRun(u"a"_s, 0)}));
        QVERIFY(m_store->run(u"ALTER TABLE maintenance_run RENAME TO put_away"_s));
        QVERIFY(!history.keep(u"https://one"_s, {historyRun(u"a"_s, 1), historyRun(u"b"_s, 0)}));
        QVERIFY(m_store->run(u"ALTER TABLE put_away RENAME TO maintenance_run"_s));
        QCOMPARE(history.runs({.server = u"https://one"_s}).value().size(), 1);
    }

    void oldOnesAreForgotten()
    {
        RunHistory history(*m_store);
        QList<MaintenanceRun> runs;
        for (int hour = 0; hour < 500; ++hour)
            runs << historyRun(u"a"_s, hour);
        QVERIFY(history.keep(u"https://one"_s, runs));
        QVERIFY(history.forget(historyStart.addSecs(3600 * 400)));
        QCOMPARE(history.runs({.server = u"https://one"_s}).value(), runs.mid(400));
    }

    // A journal of a version that kept no runs gets their table, and keeps its lines.
    void anOlderJournalIsBroughtUpToDate()
    {
        QFETCH_GLOBAL(bool, shared);
        const Migrations older = (shared ? sharedJournalMigrations() : journalMigrations()).first(1);
        m_path = m_folder.filePath(u"older.db"_s);
        if (shared)
            m_address = DatabaseAddress::read(m_server.address(m_server.addDatabase())).value().first;
        {
            const auto before = open(older);
            QCOMPARE(JournalChain(*before).append({{.text = "{}"}}).value(), 1);
        }
        const auto after = open();
        QVERIFY(after);
        QVERIFY(RunHistory(*after).keep(u"https://one"_s, {historyRun(u"a"_s, 0)}));
        QCOMPARE(JournalChain(*after).check().value().lines, 1);
    }

private:
    std::unique_ptr<Store> open()
    {
        QFETCH_GLOBAL(bool, shared);
        return open(shared ? sharedJournalMigrations() : journalMigrations());
    }
    std::unique_ptr<Store> open(const Migrations &schema)
    {
        QFETCH_GLOBAL(bool, shared);
        auto store
            = shared ? Store::openShared(*m_address, PostgresServer::password(), schema) : Store::open(m_path, schema);
        if (!store)
            qWarning("%s", qPrintable(store.error().message));
        return store ? std::move(*store) : nullptr;
    }

    QTemporaryDir m_folder;
    PostgresServer m_server;
    QString m_path;
    int m_files = 0;
    std::optional<DatabaseAddress> m_address;
    std::unique_ptr<Store> m_store;
};

int tst_runhistory(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RunHistory>(argc, argv);
}
#include "tst_runhistory.moc"
