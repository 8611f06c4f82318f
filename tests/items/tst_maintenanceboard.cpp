// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancefleet.h"
#include "items/maintenancestart.h"
#include "items/runtable.h"
#include "net/session.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/server/studioserver.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// One server with many Studio clients, as the console sees it.
struct WatchedServer {
    WatchedServer(int studios, quint64 seed, const QString &name)
        : persona(studios, seed)
        , server(std::make_unique<Server>(
              Profile{.id = name, .name = name, .dialect = u"teneo"_s, .url = persona.fixture.url(), .signInMethod = u"administrator"_s},
              TeneoConsole::teneo(), TeneoConsole::method(u"administrator"_s)->make(TeneoConsole::administrator()),
              HttpSettings{.base = persona.fixture.url()}))
    {
        watch = new MaintenanceWatch(server->session(), TeneoConsole::teneo().maintenance,
            *server->collection(u"clients"_s), nullptr, {5ms, 40ms, 1h}, server.get());
        board = new MaintenanceBoard(
            *watch, [this] { return server->profile(); }, server.get());
    }
    void load()
    {
        watch->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(std::none_of(watch->clients().begin(), watch->clients().end(),
                                     [](const auto &client) {
                                         return std::any_of(client.cells.begin(), client.cells.end(),
                                             [](const auto &cell) { return !cell.wasAsked; });
                                     })
                && !watch->clients().isEmpty(),
            30'000);
    }

    StudioServer persona;
    std::unique_ptr<Server> server;
    MaintenanceWatch *watch;
    MaintenanceBoard *board;
};

// The maintenance of many clients, and of several servers, in one table.
class tst_MaintenanceBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThousandClientsAreAskedFewAtATime()
    {
        WatchedServer one(1000, 1, u"One"_s);
        MaintenanceFleet fleet;
        fleet.add(one.board);
        QSignalSpy exchanges(&one.server->session(), &Session::exchanged);
        one.load();
        // Not before: it looks at every cell again with each answer.
        const QAbstractItemModelTester tester(one.board, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(fleet.rowCount(), 1003);
        QVERIFY(exchanges.size() >= 2006 && exchanges.size() <= 2010); // each task once, the list and the sign-in
        const auto tally = fleet.tally();
        int sum = 0;
        for (const int tasks : tally.tasks)
            sum += tasks;
        QCOMPARE(sum, 2006);
        QCOMPARE(tally.of(Standing::Unknown), 0);
        QVERIFY(tally.of(Standing::Failed) > 10); // of a hundred about two fail
        QVERIFY(tally.of(Standing::Fine) > 1500);

        FleetFilter filter(fleet);
        filter.sortWorstFirst();
        QCOMPARE(standingAt(filter, 0), Standing::Failed);
        for (int row = 1; row < filter.rowCount(); ++row)
            QVERIFY(standingAt(filter, row - 1) >= standingAt(filter, row));
        filter.setStandings({Standing::Failed});
        for (int row = 0; row < filter.rowCount(); ++row)
            QCOMPARE(standingAt(filter, row), Standing::Failed);
        const QString name = filter.index(3, MaintenanceBoard::ClientColumn).data().toString();
        filter.setText(name.toUpper());
        QVERIFY(filter.rowCount() >= 1 && filter.rowCount() < 20);
        QCOMPARE(filter.index(0, MaintenanceBoard::ClientColumn).data().toString(), name);
        filter.setStandings({});
        filter.setText({});
        QCOMPARE(filter.rowCount(), 1003);
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.sortBy(MaintenanceBoard::column(0, MaintenanceBoard::Part::Duration), Qt::DescendingOrder);
        qint64 before = std::numeric_limits<qint64>::max();
        for (int row = 0; row < filter.rowCount(); ++row) {
            const qint64 took = filter.index(row, MaintenanceBoard::column(0, MaintenanceBoard::Part::Duration)).data(MaintenanceBoard::SortRole).toLongLong();
            QVERIFY(took <= before);
            before = took;
        }
    }

    void severalServersStandInOneTable()
    {
        WatchedServer one(3, 1, u"One"_s);
        WatchedServer two(4, 2, u"Two"_s);
        MaintenanceFleet fleet;
        new QAbstractItemModelTester(&fleet, QAbstractItemModelTester::FailureReportingMode::QtTest, &fleet);
        fleet.add(one.board);
        fleet.add(two.board);
        one.load();
        two.load();
        QCOMPARE(fleet.rowCount(), 6 + 7);
        QStringList servers;
        for (int row = 0; row < fleet.rowCount(); ++row)
            servers << fleet.index(row, MaintenanceBoard::ServerColumn).data().toString();
        QCOMPARE(servers.count(u"One"_s), 6);
        QCOMPARE(servers.count(u"Two"_s), 7);
        QCOMPARE(fleet.headerData(MaintenanceBoard::ServerColumn, Qt::Horizontal).toString(), u"Server"_s);
        fleet.remove(one.board);
        QCOMPARE(fleet.rowCount(), 7);
        QCOMPARE(fleet.boards().size(), 1);
    }

    void manyAreStartedButNoMoreAtOnceThanWanted()
    {
        WatchedServer one(12, 3, u"One"_s);
        QCOMPARE(one.persona.tell("schedule", {{u"running"_s, false}}), 204);
        one.load();
        const auto batch = makeStart(targets(one), {.atOnce = 3});
        new QAbstractItemModelTester(batch.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, batch.get());
        batch->start();
        int most = 0;
        while (!batch->isOver()) {
            const int done = batch->count(Batch::Outcome::Done);
            QTRY_VERIFY(running(one) == std::min(3, 15 - batch->count(Batch::Outcome::Done)));
            most = std::max(most, running(one));
            one.persona.fixture.time.advance(4s); // each takes three
            QTRY_VERIFY(batch->count(Batch::Outcome::Done) > done);
        }
        QCOMPARE(most, 3);
        QCOMPARE(batch->count(Batch::Outcome::Done), 15);
    }

    void aFailureHoldsTheRestBack()
    {
        WatchedServer one(8, 3, u"One"_s);
        QCOMPARE(one.persona.tell("schedule", {{u"running"_s, false}}), 204);
        one.load();
        const auto all = targets(one);
        QCOMPARE(one.persona.tellNext(all.at(1).clientId, "DAILY", {{u"message"_s, u"Disk full."_s}}), 204);
        const auto batch = makeStart(all, {.atOnce = 1, .stopsAfterFailure = true});
        batch->start();
        for (int i = 0; i < 2; ++i) {
            QTRY_COMPARE(running(one), 1);
            one.persona.fixture.time.advance(4s);
            QTRY_COMPARE(batch->count(Batch::Outcome::Done) + batch->count(Batch::Outcome::Failed), i + 1);
        }
        QTRY_VERIFY(batch->pauseState());
        QVERIFY(batch->pauseState()->message.contains(all.at(1).clientName));
        QCOMPARE(batch->count(Batch::Outcome::Failed), 1);
        QCOMPARE(batch->reasons().first().message.isEmpty(), false);
        QCOMPARE(running(one), 0);
        batch->resume();
        QTRY_COMPARE(running(one), 1);
        batch->stop();
        one.persona.fixture.time.advance(4s);
        QTRY_VERIFY(batch->isOver());
    }

    void aRunUnderWayIsJoinedAndARefusalIsAFailure()
    {
        WatchedServer one(2, 3, u"One"_s);
        QCOMPARE(one.persona.tell("schedule", {{u"running"_s, false}}), 204);
        one.load();
        const auto all = targets(one);
        QCOMPARE(one.persona.begin(all.at(0).clientId, "DAILY"), 202);
        QCOMPARE(one.persona.fixture.control("/_control/faults",
            {{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/begin/"_s + all.at(1).clientId}, {u"status"_s, 404}}).status, 204);
        const auto batch = makeStart(all.first(2), {.atOnce = 2});
        batch->start();
        QTRY_COMPARE(batch->count(Batch::Outcome::Failed), 1);
        QTRY_COMPARE(running(one), 1);
        one.persona.fixture.time.advance(4s);
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(Batch::Outcome::Done), 1);
    }

    void theOrderIsAsChosen()
    {
        WatchedServer one(30, 5, u"One"_s);
        one.load();
        const auto all = targets(one);
        const auto usual = [&](const QString &name) {
            for (const auto &client : one.watch->clients())
                if (name.startsWith(client.name + u','))
                    return client.cells.at(0).usual.value_or(0ms);
            return std::chrono::milliseconds(-1);
        };
        const auto names = makeStart(all, {.order = StartPlan::Order::LongestFirst})->names();
        for (qsizetype i = 1; i < names.size(); ++i)
            QVERIFY(usual(names[i - 1]) >= usual(names[i]));
        QCOMPARE(makeStart(all, {})->names().first(), u"%1, Daily"_s.arg(all.first().clientName));
    }

    void runsAsATableAndForOtherPrograms()
    {
        const QDateTime start(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);
        const QList<MaintenanceRun> runs{
            {.clientId = u"c-1"_s, .clientName = u"Studio, EU"_s, .task = u"daily"_s, .startedAt = start,
                .finishedAt = start.addSecs(90), .outcome = MaintenanceRun::Outcome::Succeeded, .message = u"6 steps"_s},
            {.clientId = u"c-1"_s, .clientName = u"Studio, EU"_s, .task = u"daily"_s, .startedAt = start.addDays(1),
                .outcome = MaintenanceRun::Outcome::Unknown, .starter = u"ann@desk"_s}};
        RunTable table;
        new QAbstractItemModelTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest, &table);
        table.setRuns(runs, {0}, {{u"daily"_s, u"Daily"_s}});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.run(0).startedAt, start.addDays(1)); // the latest first
        QCOMPARE(table.index(1, RunTable::Duration).data().toString(), u"1 min 30 s"_s);
        QCOMPARE(table.index(1, RunTable::Task).data().toString(), u"Daily"_s);
        QVERIFY(table.index(1, 0).data(RunTable::OutlierRole).toBool());
        QCOMPARE(table.index(0, RunTable::Outcome).data().toString(), u"Unknown"_s);

        const QList<QByteArray> lines = csvRuns(runs).split('\n');
        QCOMPARE(lines.at(0), "startedAt,finishedAt,seconds,client,clientId,task,outcome,message,startedBy\r"_qba);
        QCOMPARE(lines.at(1), "2026-03-01T02:00:00.000Z,2026-03-01T02:01:30.000Z,90,\"Studio, EU\",c-1,daily,succeeded,6 steps,\r"_qba);
        const auto json = QJsonDocument::fromJson(jsonRuns(runs, u"https://one"_s)).object();
        QCOMPARE(json["server"_L1].toString(), u"https://one"_s);
        QCOMPARE(json["runs"_L1][1]["outcome"_L1].toString(), u"unknown"_s);
        QVERIFY(json["runs"_L1][1]["finishedAt"_L1].isNull());
        QCOMPARE(json["runs"_L1][1]["startedBy"_L1].toString(), u"ann@desk"_s);
    }

private:
    static Standing standingAt(const FleetFilter &filter, int row)
    {
        return Standing(filter.index(row, MaintenanceBoard::ClientColumn).data(MaintenanceBoard::StandingRole).toInt());
    }
    static QList<StartTarget> targets(const WatchedServer &one)
    {
        QList<StartTarget> all;
        for (const auto &client : one.watch->clients())
            all << StartTarget{.watch = one.watch, .clientId = client.id, .clientName = client.name, .serverName = u"One"_s};
        return all;
    }
    static int running(const WatchedServer &one)
    {
        int count = 0;
        for (const auto &client : one.watch->clients())
            count += client.cells.at(0).runs.running().has_value();
        return count;
    }
};

int tst_maintenanceboard(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MaintenanceBoard>(argc, argv);
}
#include "tst_maintenanceboard.moc"
