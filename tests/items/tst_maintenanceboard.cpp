// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/teneoconsole.h"

#include "items/maintenanceboard.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = MaintenanceBoard::State;

Q_DECLARE_METATYPE(MaintenanceResult)
Q_DECLARE_METATYPE(Error)

static constexpr int daily = 0;
static constexpr int hourly = 1;

// The maintenance of Teneo's Studio clients, against the persona, whose tasks end when its held clock says so.
class tst_MaintenanceBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<TeneoConsole>(1h);
        m_server = m_console->connectedAsAdministrator();
        m_board = new MaintenanceBoard(
            m_server->session(), TeneoConsole::teneo().maintenance, clients(), {5ms, 40ms}, m_server.get());
        new QAbstractItemModelTester(m_board, QAbstractItemModelTester::FailureReportingMode::QtTest, m_board);
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void theRowsAreTheClientsThatHaveTasks()
    {
        QCOMPARE(m_board->rowCount(), 0);
        QCOMPARE(m_board->columnCount(), 5);
        QCOMPARE(m_board->taskLabels(), (QStringList{u"Daily"_s, u"Hourly"_s}));
        QCOMPARE(m_board->headerData(m_board->stateColumn(hourly), Qt::Horizontal).toString(), u"Hourly"_s);
        load();
        QCOMPARE(names(), (QStringList{u"Studio EU"_s, u"Studio Sandbox"_s, u"Studio US"_s}));
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle);
        QCOMPARE(result(u"Studio EU"_s, daily).data(MaintenanceBoard::SucceededRole), QVariant(true));
        QCOMPARE(result(u"Studio US"_s, daily).data(MaintenanceBoard::SucceededRole), QVariant(false));
        QVERIFY(result(u"Studio US"_s, daily).data().toString().contains(u"Step 3 of 6 failed"));
        QVERIFY(result(u"Studio US"_s, daily).data(Qt::ToolTipRole).toString().contains(u'\n'));
        QVERIFY(!result(u"Studio Sandbox"_s, daily).data(MaintenanceBoard::SucceededRole).isValid());
        QVERIFY(!m_board->isBusy());
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
                {u"task"_s, TeneoConsole::teneo().maintenance.tasks[task].id.toUpper()}, {u"message"_s, u"Disk full."_s}};
            QCOMPARE(m_console->persona.control("/_control/teneo/maintenance", wish).status, 204);
        }
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        m_board->begin(id, task);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Starting);
        QVERIFY(m_board->isBusy());
        QTRY_COMPARE(state(u"Studio Sandbox"_s, task), State::Running);
        QCOMPARE(state(u"Studio Sandbox"_s, 1 - task), State::Idle);
        QVERIFY(m_board->isBusy());
        awaitPolls(3);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Running);
        QVERIFY(ended.isEmpty());

        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(state(u"Studio Sandbox"_s, task), State::Idle);
        QCOMPARE(ended.first()[0].toString(), u"Studio Sandbox"_s);
        QCOMPARE(ended.first()[1].toString(), m_board->taskLabels()[task]);
        const auto outcome = ended.first()[2].value<MaintenanceResult>();
        QCOMPARE(outcome.succeeded, succeeds);
        QCOMPARE(outcome.message == u"Disk full.", !succeeds);
        QCOMPARE(result(u"Studio Sandbox"_s, task).data(MaintenanceBoard::SucceededRole).toBool(), succeeds);
        QTRY_VERIFY(!m_board->isBusy());
    }

    void aTaskThatRunsAlreadyIsJoined()
    {
        load();
        const QString id = idOf(clients(), u"Studio EU"_s);
        beginElsewhere(id, "daily");
        QSignalSpy failed(m_board, &MaintenanceBoard::failed);
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        m_board->begin(id, daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(failed.isEmpty());
    }

    void aTaskFoundRunningIsFollowed()
    {
        beginElsewhere(QString::fromLatin1(server::teneo::studioEuId), "hourly");
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        m_board->refresh();
        QTRY_COMPARE(state(u"Studio EU"_s, hourly), State::Running);
        m_console->persona.time.advance(1h);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_VERIFY(!m_board->isBusy());
    }

    void severalRunBesideEachOther()
    {
        load();
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        const QStringList all = names();
        for (const auto &name : all)
            for (const int task : {daily, hourly})
                m_board->begin(idOf(clients(), name), task);
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
        QTRY_VERIFY(!m_board->isBusy());
    }

    void anErrorStaysInItsCell()
    {
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/status/"_s + id},
            {u"status"_s, 500}, {u"times"_s, 1},
            {u"body"_s, QJsonObject{{u"error_description"_s, u"Out of order."_s}, {u"error"_s, u"server_error"_s}}}});
        load();
        QCOMPARE(state(u"Studio EU"_s, daily), State::Failed);
        const auto cell = m_board->index(rowOf(u"Studio EU"_s), m_board->stateColumn(daily));
        QVERIFY(cell.data(MaintenanceBoard::ErrorRole).toString().contains(u"Out of order."));
        QVERIFY(!cell.data().toString().isEmpty());
        QCOMPARE(state(u"Studio EU"_s, hourly), State::Idle);
        QCOMPARE(state(u"Studio US"_s, daily), State::Idle);
        load();
        QCOMPARE(state(u"Studio EU"_s, daily), State::Idle);
        QVERIFY(m_board->index(rowOf(u"Studio EU"_s), m_board->stateColumn(daily))
                    .data(MaintenanceBoard::ErrorRole)
                    .toString()
                    .isEmpty());
    }

    void oneLostAnswerDoesNotEndTheFollowing()
    {
        load();
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        m_board->begin(id, daily);
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
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        QSignalSpy asked(&m_server->session(), &Session::exchanged);
        m_board->refresh();
        QTRY_COMPARE(asked.size(), 6); // the clients, and five of six states
        m_board->begin(id, daily);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        awaitPolls(3); // there are none while the late answer is outstanding
        QVERIFY(ended.isEmpty());
        QCOMPARE(state(u"Studio EU"_s, daily), State::Running);
    }

    void aRefusedStartIsTold()
    {
        load();
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/begin"_s}, {u"status"_s, 403}});
        QSignalSpy failed(m_board, &MaintenanceBoard::failed);
        QSignalSpy ended(m_board, &MaintenanceBoard::taskEnded);
        m_board->begin(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Forbidden);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Idle); // as the server says
        QVERIFY(ended.isEmpty());
    }

    void aListThatCannotBeLoadedIsTold()
    {
        m_console->fail({{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 500}});
        QSignalSpy failed(m_board, &MaintenanceBoard::failed);
        m_board->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_board->isBusy());
    }

    void aStoppedBoardAsksNoMore()
    {
        load();
        m_board->begin(QString::fromLatin1(server::teneo::studioEuId), daily);
        m_board->begin(QString::fromLatin1(server::teneo::studioEuId), hourly);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Running);
        QTRY_COMPARE(state(u"Studio EU"_s, hourly), State::Running);
        awaitPolls(1);
        m_console->fail({{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/status"_s}, {u"hang"_s, true}});
        awaitPolls(1); // now one is asked about and gets no answer
        m_board->stop();
        QTRY_VERIFY(!m_board->isBusy());
        QSignalSpy asked(&m_server->session(), &Session::exchanged);
        QTest::qWait(200); // many times the interval
        QVERIFY(asked.isEmpty());
        QVERIFY(!m_board->isBusy());
        QCOMPARE(state(u"Studio EU"_s, daily), State::Running); // as far as we know
        QCOMPARE(state(u"Studio EU"_s, hourly), State::Running);
    }

    void readOnlyStartsNothing()
    {
        load();
        m_server->session().setReadOnly(true);
        QSignalSpy failed(m_board, &MaintenanceBoard::failed);
        m_board->begin(QString::fromLatin1(server::teneo::studioEuId), daily);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::ReadOnly);
        QTRY_COMPARE(state(u"Studio EU"_s, daily), State::Idle);
    }

    void aClientThatGoesWhileItsTaskRunsTakesItsRowAlong()
    {
        load();
        const QString id = idOf(clients(), u"Studio US"_s);
        m_board->begin(id, daily);
        QTRY_COMPARE(state(u"Studio US"_s, daily), State::Running);
        const auto removal = clients().removalOf({id});
        removal->start();
        QTRY_COMPARE(names().size(), 2);
        QTRY_VERIFY(!m_board->isBusy());
    }

    void aManyClientsListIsTakenAtOnce()
    {
        QJsonArray many;
        for (int i = 0; i < 5000; ++i)
            many << QJsonObject{{u"id"_s, u"c-%1"_s.arg(i)}, {u"name"_s, u"Client %1"_s.arg(i)},
                {u"type"_s, i % 1000 == 0 ? u"STUDIO"_s : u"OTHER"_s}};
        m_console->fail({{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 200}, {u"times"_s, 1}, {u"body"_s, many}});
        QSignalSpy resets(m_board, &QAbstractItemModel::modelReset);
        QCOMPARE(awaited(clients().refresh()), "ok"_qba);
        QTRY_COMPARE(m_board->rowCount(), 5);
        QCOMPARE(resets.size(), 1);
    }

private:
    Collection &clients() { return *m_server->collection(u"clients"_s); }
    void load()
    {
        m_board->refresh();
        QTRY_VERIFY(!m_board->isBusy());
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
            list << m_board->index(row, 0).data().toString();
        list.sort();
        return list;
    }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < m_board->rowCount(); ++row)
            if (m_board->index(row, 0).data() == name)
                return row;
        return -1;
    }
    State state(const QString &name, int task) const
    {
        return m_board->index(rowOf(name), m_board->stateColumn(task)).data(MaintenanceBoard::StateRole).value<State>();
    }
    QModelIndex result(const QString &name, int task) const
    {
        return m_board->index(rowOf(name), m_board->resultColumn(task));
    }

    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
    MaintenanceBoard *m_board = nullptr; // the server's child
};

int tst_maintenanceboard(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MaintenanceBoard>(argc, argv);
}
#include "tst_maintenanceboard.moc"
