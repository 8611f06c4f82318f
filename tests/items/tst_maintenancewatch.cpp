// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/teneoconsole.h"

#include "items/maintenanceboard.h"
#include "items/person.h"
#include "net/session.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = MaintenanceCell::State;
using Part = MaintenanceBoard::Part;

static constexpr int daily = 0;
static constexpr int hourly = 1;

// The maintenance of Teneo's Studio clients, against the persona, whose tasks end when its held clock says so.
class tst_MaintenanceWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<TeneoConsole>(1h);
        m_server = m_console->connectedAsAdministrator();
        m_watch = new MaintenanceWatch(m_server->session(), TeneoConsole::teneo().maintenance, clients(), nullptr,
            {5ms, 40ms, 1h}, m_server.get());
        m_board = new MaintenanceBoard(
            *m_watch, [this] { return m_server->profile(); }, m_server.get());
        new QAbstractItemModelTester(m_board, QAbstractItemModelTester::FailureReportingMode::QtTest, m_board);
        m_watch->beginLooking();
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void theRowsAreTheClientsThatHaveTasks()
    {
        QCOMPARE(m_board->rowCount(), 0);
        QCOMPARE(m_board->columnCount(), 8);
        QCOMPARE(m_watch->taskLabels(), (QStringList{u"Daily"_s, u"Hourly"_s}));
        QCOMPARE(
            m_board->headerData(MaintenanceBoard::column(hourly, Part::State), Qt::Horizontal).toString(), u"Hourly"_s);
        load();
        QCOMPARE(names(), (QStringList{u"Studio EU"_s, u"Studio Sandbox"_s, u"Studio US"_s}));
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle);
        QCOMPARE(standing(u"Studio EU"_s, daily), Standing::Fine);
        QCOMPARE(standing(u"Studio US"_s, daily), Standing::Failed);
        QVERIFY(result(u"Studio US"_s, daily).data().toString().contains(u"Step 3 of 6 failed"));
        QVERIFY(result(u"Studio US"_s, daily).data(Qt::ToolTipRole).toString().contains(u'\n'));
        QCOMPARE(standing(u"Studio Sandbox"_s, daily), Standing::NeverRan);
        QCOMPARE(result(u"Studio Sandbox"_s, daily).data().toString(), u"Never ran"_s);
        QVERIFY(!m_watch->isBusy());
    }

    void theRowsFollowTheClients()
    {
        load();
        const auto draft = clients().newDraft();
        set(*draft, u"name"_s, u"Studio New"_s);
        set(*draft, u"type"_s, u"STUDIO"_s);
        set(*draft, u"url"_s, u"https://new.example.test"_s);
        const QString id = value(draft->save()).id;
        QTRY_VERIFY(names().contains(u"Studio New"_s));
        const auto renamed = clients().draft(id);
        set(*renamed, u"name"_s, u"Studio Renamed"_s);
        QCOMPARE(awaited(renamed->save()), "ok"_qba);
        QTRY_VERIFY(names().contains(u"Studio Renamed"_s));
        QVERIFY(!names().contains(u"Studio New"_s));
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle); // what is known of the others stays
        const auto removal = clients().removalOf({id});
        removal->start();
        QTRY_COMPARE(names().size(), 3);
    }

    void aTaskIsFollowedToItsEnd_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("daily succeeds") << daily << true;
        QTest::newRow("hourly succeeds") << hourly << true;
        QTest::newRow("daily fails") << daily << false;
        QTest::newRow("hourly fails") << hourly << false;
    }
    void aTaskIsFollowedToItsEnd()
    {
        QFETCH(int, task);
        QFETCH(bool, succeeds);
        load();
        const QString id = idOf(clients(), u"Studio Sandbox"_s);
        if (!succeeds) {
            const QJsonObject wish{{u"clientId"_s, id},
                {u"task"_s, TeneoConsole::teneo().maintenance.tasks[task].id.toUpper()},
                {u"message"_s, u"Disk full."_s}};
            QCOMPARE(m_console->persona.control("/_control/teneo/maintenance", wish).status, 204);
        }
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        const auto waiting = m_watch->run(id, task);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Starting);
        QVERIFY(m_watch->isBusy());
        QTRY_COMPARE(state(u"Studio Sandbox"_s, task), State::Running);
        QCOMPARE(state(u"Studio Sandbox"_s, 1 - task), State::Idle);
        QVERIFY(m_watch->isBusy());
        awaitPolls(3);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Running);
        QVERIFY(ended.isEmpty());

        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Idle);
        const auto run = ended.first()[0].value<MaintenanceRun>();
        QCOMPARE(run.clientName, u"Studio Sandbox"_s);
        QCOMPARE(run.task, m_watch->taskIds()[task]);
        QCOMPARE(run.outcome, succeeds ? MaintenanceRun::Outcome::Succeeded : MaintenanceRun::Outcome::Failed);
        QCOMPARE(run.message == u"Disk full.", !succeeds);
        QCOMPARE(run.startedAt.secsTo(run.finishedAt), 3600);
        QCOMPARE(run.starter, personHere());
        QVERIFY(ended.first()[1].toBool()); // ours
        QCOMPARE(standing(u"Studio Sandbox"_s, task), succeeds ? Standing::Fine : Standing::Failed);
        const auto told = value(waiting);
        QCOMPARE(told.outcome, run.outcome);
        QCOMPARE(told.startedAt, run.startedAt);
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void aTaskThatRunsAlreadyIsJoined()
    {
        load();
        const QString id = idOf(clients(), u"Studio EU"_s);
        beginElsewhere(id, "daily");
        QSignalSpy failed(m_watch, &MaintenanceWatch::failed);
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        (void)m_watch->run(id, daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(failed.isEmpty());
    }

    void aTaskFoundRunningIsFollowed()
    {
        beginElsewhere(QString::fromLatin1(server::teneo::studioEuId), "hourly");
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        m_watch->refresh();
        QTRY_COMPARE(state(u"Studio EU"_s, hourly), State::Running);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void severalRunBesideEachOther()
    {
        load();
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        const QStringList all = names();
        for (const auto &name : all)
            for (const int task : {daily, hourly})
                (void)m_watch->run(idOf(clients(), name), task);
        const auto count = [&](State wanted) {
            int sum = 0;
            for (const auto &name : all)
                sum += (state(name, daily) == wanted) + (state(name, hourly) == wanted);
            return sum;
        };
        QTRY_COMPARE(count(State::Running), 6);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 6);
        QCOMPARE(count(State::Idle), 6);
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void anErrorStaysInItsCell()
    {
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/status/"_s + id},
            {u"status"_s, 500}, {u"times"_s, 1},
            {u"body"_s, QJsonObject{{u"error_description"_s, u"Out of order."_s}, {u"error"_s, u"server_error"_s}}}});
        load();
        QCOMPARE(state(u"Studio EU"_s, daily), State::NoAnswer);
        const auto cell = m_board->index(rowOf(u"Studio EU"_s), MaintenanceBoard::column(daily, Part::State));
        QVERIFY(cell.data(MaintenanceBoard::ErrorRole).toString().contains(u"Out of order."));
        QVERIFY(!cell.data().toString().isEmpty());
        QCOMPARE(state(u"Studio EU"_s, hourly), State::Idle);
        QCOMPARE(state(u"Studio US"_s, daily), State::Idle);
        load();
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle);
        QVERIFY(m_board->index(rowOf(u"Studio EU"_s), MaintenanceBoard::column(daily, Part::State))
                    .data(MaintenanceBoard::ErrorRole)
                    .toString()
                    .isEmpty());
    }

    void oneLostAnswerDoesNotEndTheFollowing()
    {
        load();
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        (void)m_watch->run(id, daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio"_s}, {u"status"_s, 503}, {u"times"_s, 1}});
        awaitPolls(3);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle);
    }

    void anAnswerFromBeforeTheStartSaysNothingOfIt()
    {
        load();
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/status/"_s + id},
            {u"delayMs"_s, 300}, {u"times"_s, 1}});
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        QSignalSpy asked(&m_server->session(), &Session::exchanged);
        m_watch->refresh();
        QTRY_COMPARE(asked.size(), 6); // the clients, and five of six states
        (void)m_watch->run(id, daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        awaitPolls(3); // there are none while the late answer is outstanding
        QVERIFY(ended.isEmpty());
        QCOMPARE(state(u"Studio EU"_s, daily), State::Running);
    }

    void aRefusedStartIsTold()
    {
        load();
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/begin"_s}, {u"status"_s, 403}});
        QSignalSpy failed(m_watch, &MaintenanceWatch::failed);
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        (void)m_watch->run(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Forbidden);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Idle); // as the server says
        QVERIFY(ended.isEmpty());
    }

    void aListThatCannotBeLoadedIsTold()
    {
        m_console->fail({{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 500}});
        QSignalSpy failed(m_watch, &MaintenanceWatch::failed);
        m_watch->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_watch->isBusy());
    }

    // What others started is followed while somebody looks; what was started here, to its end.
    void nobodyIsAskedWhileNobodyLooks()
    {
        beginElsewhere(QString::fromLatin1(server::teneo::studioEuId), "daily");
        beginElsewhere(QString::fromLatin1(server::teneo::studioEuId), "hourly");
        m_watch->refresh();
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        QTRY_COMPARE(state(u"Studio EU"_s, hourly), State::Running);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/status"_s}, {u"hang"_s, true}});
        awaitPolls(1); // now one is asked about and gets no answer
        m_watch->endLooking();
        QTRY_VERIFY(!m_watch->isBusy());
        QSignalSpy asked(&m_server->session(), &Session::exchanged);
        QTest::qWait(200); // many times the interval
        QVERIFY(asked.isEmpty());
        QVERIFY(!m_watch->isBusy());
        QCOMPARE(state(u"Studio EU"_s, daily), State::Running); // as far as we know
        QCOMPARE(state(u"Studio EU"_s, hourly), State::Running);
        m_console->heal();
        m_console->persona.time.advance(1h);
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        m_watch->beginLooking();
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(!ended.first()[1].toBool()); // not ours
    }

    void whatWasStartedHereIsFollowedThoughNobodyLooks()
    {
        load();
        const auto run = m_watch->run(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_watch->endLooking();
        awaitPolls(2);
        m_console->persona.time.advance(1h);
        QCOMPARE(value(run).outcome, MaintenanceRun::Outcome::Succeeded);
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void aWatchedServerIsAskedThoughNobodyLooks()
    {
        m_watch->endLooking();
        m_watch->setWatched(true);
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        QTRY_COMPARE(m_board->rowCount(), 3);
        beginElsewhere(QString::fromLatin1(server::teneo::studioEuId), "daily");
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        m_watch->refresh(); // as the slow timer would
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
    }

    void aRunThatVanishesIsNoSuccess()
    {
        load();
        const auto run = m_watch->run(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        QCOMPARE(m_console->persona.control("/_control/teneo/restart", QJsonObject()).status, 204);
        const MaintenanceRun gone = value(run);
        QCOMPARE(gone.outcome, MaintenanceRun::Outcome::Unknown);
        QVERIFY(!gone.finishedAt.isValid());
        QCOMPARE(standing(u"Studio EU"_s, daily), Standing::Lost);
        QVERIFY(result(u"Studio EU"_s, daily).data().toString().contains(u"without a result"));
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void signingOutAndInAgainFollowsOn()
    {
        load();
        const auto run = m_watch->run(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        QCOMPARE(awaited(m_server->session().signOut()), "ok"_qba);
        QTRY_VERIFY(!m_watch->isBusy());
        QCOMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_console->persona.time.advance(1h);
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        QCOMPARE(value(run).outcome, MaintenanceRun::Outcome::Succeeded);
    }

    void readOnlyStartsNothing()
    {
        load();
        m_server->session().setReadOnly(true);
        QSignalSpy failed(m_watch, &MaintenanceWatch::failed);
        (void)m_watch->run(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::ReadOnly);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Idle);
    }

    void aClientThatGoesWhileItsTaskRunsTakesItsRowAlong()
    {
        load();
        const QString id = idOf(clients(), u"Studio US"_s);
        (void)m_watch->run(id, daily);
        QTRY_COMPARE(state(u"Studio US"_s, daily), State::Running);
        const auto removal = clients().removalOf({id});
        removal->start();
        QTRY_COMPARE(names().size(), 2);
        QTRY_VERIFY(!m_watch->isBusy());
    }

    void aManyClientsListIsTakenAtOnce()
    {
        QJsonArray many;
        for (int i = 0; i < 5000; ++i)
            many << QJsonObject{{u"id"_s, u"c-%1"_s.arg(i)}, {u"name"_s, u"Client %1"_s.arg(i)},
                {u"type"_s, i % 1000 == 0 ? u"STUDIO"_s : u"OTHER"_s}};
        m_console->fail({{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 200}, {u"times"_s, 1}, {u"body"_s, many}});
        m_watch->endLooking();
        QSignalSpy resets(m_board, &QAbstractItemModel::modelReset);
        QCOMPARE(awaited(clients().refresh()), "ok"_qba);
        QTRY_COMPARE(m_board->rowCount(), 5);
        QCOMPARE(resets.size(), 1);
    }

private:
    Collection &clients() { return *m_server->collection(u"clients"_s); }
    void load()
    {
        m_watch->refresh();
        QTRY_VERIFY(!m_watch->isBusy());
    }
    void beginElsewhere(const QString &clientId, const QByteArray &task)
    {
        const QByteArray path = "/oauth2/clients/studio/admin/maintenance/" + task + "/begin/" + clientId.toLatin1();
        QCOMPARE(m_console->persona.send("POST", path, m_console->persona.adminToken(), {}, {}).status, 202);
    }
    void awaitPolls(int count)
    {
        QSignalSpy asked(&m_server->session(), &Session::exchanged);
        QTRY_VERIFY(asked.size() >= count);
    }
    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_board->rowCount(); ++row)
            list << m_board->index(row, MaintenanceBoard::ClientColumn).data().toString();
        list.sort();
        return list;
    }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < m_board->rowCount(); ++row)
            if (m_board->index(row, MaintenanceBoard::ClientColumn).data() == name)
                return row;
        return -1;
    }
    State state(const QString &name, int task) const
    {
        return State(m_board->index(rowOf(name), MaintenanceBoard::column(task, Part::State))
                         .data(MaintenanceBoard::StateRole)
                         .toInt());
    }
    Standing standing(const QString &name, int task) const
    {
        const auto cell = m_board->index(rowOf(name), MaintenanceBoard::column(task, Part::State));
        return Standing(cell.data(MaintenanceBoard::StandingRole).toInt());
    }
    QModelIndex result(const QString &name, int task) const
    {
        return m_board->index(rowOf(name), MaintenanceBoard::column(task, Part::Result));
    }

    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
    MaintenanceWatch *m_watch = nullptr; // the server's child, as is the next
    MaintenanceBoard *m_board = nullptr;
};

int tst_maintenancewatch(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MaintenanceWatch>(argc, argv);
}
#include "tst_maintenancewatch.moc"
