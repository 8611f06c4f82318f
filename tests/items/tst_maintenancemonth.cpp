// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancewatch.h"
#include "items/person.h"
#include "items/runlog.h"
#include "items/runstatistics.h"
#include "items/runtracker.h"
#include "net/session.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/server/studioserver.h"
#include "tests/testprogram.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const int days = isSanitized ? 10 : 30;

// A month of scheduled runs, watched hour by hour and kept in a file, against what the local server knows of it.
class tst_MaintenanceMonth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_persona = std::make_unique<StudioServer>(2, 7);
        for (const char *id : {"Studio EU", "Studio US", "Studio Sandbox"})
            for (const auto &client : m_persona->studios())
                if (client["name"_L1].toString() == QLatin1StringView(id))
                    QCOMPARE(m_persona
                                 ->ask("DELETE", "/oauth2/clients/" + client["id"_L1].toString().toLatin1(),
                                     m_persona->admin)
                                 .status,
                        204);
        m_persona->advanceTo(QDateTime(QDate(2026, 3, 3), QTime(0, 59, 50), Qt::UTC));
        m_journal = std::make_unique<Journal>(m_folder.filePath(u"journal.db"_s));
        connectConsole();
    }
    void cleanup()
    {
        m_server.reset();
        m_journal.reset();
        m_persona.reset();
        QFile::remove(m_folder.filePath(u"journal.db"_s));
    }

    void aMonthIsKeptAsItWas()
    {
        const QDateTime begun = m_persona->fixture.time.now();
        for (int hour = 0; hour < days * 24; ++hour) {
            look();
            if (hour == days * 12) { // the program is closed and opened again
                m_server.reset();
                connectConsole();
            }
            m_persona->fixture.time.advance(1h);
        }
        look();
        const QDateTime ended = m_persona->fixture.time.now();
        for (const QString &id : m_persona->ids())
            for (const QString &task : {u"daily"_s, u"hourly"_s})
                compare(id, task, begun, ended);
    }

    // Nobody looked for a week: what the server forgot is not made up, and what comes after is right.
    void aGapStaysAGap()
    {
        look();
        m_persona->fixture.time.advance(7 * 24h);
        look();
        const QString id = m_persona->ids().first();
        const auto runs = kept(id, u"hourly"_s);
        QVERIFY(runs.size() >= 2 && runs.size() <= 4);
        for (const MaintenanceRun &run : runs)
            QVERIFY(run.outcome != MaintenanceRun::Outcome::Running || run.startedAt == runs.last().startedAt);
    }

    void aRestartOfTheServerIsAnUnknownOutcomeInTheHistory()
    {
        look();
        const QString id = m_persona->ids().first();
        QCOMPARE(m_persona->tellNext(id, "DAILY", {{u"hang"_s, true}}), 204);
        const auto run = m_watch->run(id, 0);
        QTRY_VERIFY(m_watch->clients().at(m_watch->rowOf(id)).cells.at(0).runs.running());
        m_server.reset(); // the program ends while it runs
        QCOMPARE(m_persona->tell("restart"), 204);
        connectConsole();
        QSignalSpy ended(m_watch, &MaintenanceWatch::runEnded);
        look();
        const auto runs = kept(id, u"daily"_s);
        QVERIFY(!runs.isEmpty());
        QCOMPARE(runs.last().outcome, MaintenanceRun::Outcome::Unknown);
        QCOMPARE(runs.last().starter, personHere());
        QVERIFY(ended.isEmpty()); // it is told in the list, not as news of now
    }

    void aStoppedScheduleMakesThemLate()
    {
        for (int day = 0; day < 5; ++day) {
            look();
            m_persona->fixture.time.advance(24h);
        }
        look();
        const QString id = m_persona->ids().first();
        const auto cell = [&] { return m_watch->clients().at(m_watch->rowOf(id)).cells.at(0); };
        QVERIFY(!cell().isLate(m_watch->serverTime()));
        QSignalSpy late(m_watch, &MaintenanceWatch::becameLate);
        QCOMPARE(m_persona->tell("schedule", {{u"running"_s, false}}), 204);
        m_persona->fixture.time.advance(26h + 30min);
        look();
        QVERIFY(cell().isLate(m_watch->serverTime()));
        QVERIFY(std::any_of(late.begin(), late.end(), [&](const auto &one) { return one[0] == id && one[1] == 0; }));
        const auto told = late.size();
        m_watch->noticeTime(); // once is enough
        QCOMPARE(late.size(), told);
    }

private:
    void connectConsole()
    {
        Fixture &fixture = m_persona->fixture;
        m_server = std::make_unique<Server>(
            Profile{.dialect = u"teneo"_s, .url = fixture.url(), .signInMethod = u"administrator"_s},
            TeneoConsole::teneo(), TeneoConsole::method(u"administrator"_s)->make(TeneoConsole::administrator()),
            HttpSettings{.base = fixture.url()});
        m_log = new RunLog(*m_journal, fixture.url().toString(), m_server.get());
        m_watch = new MaintenanceWatch(m_server->session(), TeneoConsole::teneo().maintenance,
            *m_server->collection(u"clients"_s), m_log, {5ms, 40ms, 1h}, m_server.get());
    }
    // One round of questions, and no more. What is followed may be asked about at any time; while it is, no round
    // begins.
    void look()
    {
        QTRY_VERIFY(!m_watch->isAsking());
        m_watch->refresh();
        QTRY_VERIFY2(!m_watch->isAsking(), "the round does not end");
        QVERIFY(std::all_of(m_watch->clients().begin(), m_watch->clients().end(), [](const auto &client) {
            return std::all_of(
                client.cells.begin(), client.cells.end(), [](const auto &cell) { return cell.wasAsked; });
        }));
    }
    QList<MaintenanceRun> kept(const QString &id, const QString &task)
    {
        return value(m_log->runs({.clientId = id, .task = task}));
    }
    void compare(const QString &id, const QString &task, const QDateTime &begun, const QDateTime &ended)
    {
        const auto runs = kept(id, task);
        QHash<qint64, MaintenanceRun> byStart;
        for (const MaintenanceRun &run : runs)
            byStart.insert(run.startedAt.toMSecsSinceEpoch(), run);
        QCOMPARE(byStart.size(), runs.size());
        int failed = 0;
        QList<qint64> durations;
        const QJsonArray truth = m_persona->runs(id, task.toUpper().toLatin1());
        for (const auto &one : truth) {
            const QDateTime start = instant(one);
            const QDateTime end = instant(one, "finishedAt"_L1);
            if (start < begun || !end.isValid() || end > ended)
                continue;
            QVERIFY2(
                byStart.contains(start.toMSecsSinceEpoch()), qPrintable(task + start.toString(u" MM-dd HH:mm:ss"_s)));
            const MaintenanceRun seen = byStart.value(start.toMSecsSinceEpoch());
            const bool isGood = one["outcome"_L1] == "SUCCESS"_L1;
            QCOMPARE(seen.outcome, isGood ? MaintenanceRun::Outcome::Succeeded : MaintenanceRun::Outcome::Failed);
            QCOMPARE(seen.finishedAt, end);
            QCOMPARE(seen.message, one["message"_L1].toString());
            failed += !isGood;
            durations << start.msecsTo(end);
        }
        QVERIFY(durations.size() > (task == "daily"_L1 ? days - 5 : days * 24 - 70));
        const RunStatistics figures = statisticsOf(runs.sliced(runs.size() - durations.size()));
        std::sort(durations.begin(), durations.end());
        const auto middle = durations.size() / 2;
        const qint64 median
            = durations.size() % 2 ? durations[middle] : (durations[middle - 1] + durations[middle] + 1) / 2;
        QVERIFY(figures.failed == failed || figures.runs != durations.size());
        QVERIFY(std::abs(figures.median->count() - median) <= median / 20);
        QCOMPARE(*durationOf(runs.sliced(runs.size() - durations.size()).at(figures.slowest)),
            std::chrono::milliseconds(durations.last()));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<StudioServer> m_persona;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Server> m_server;
    RunLog *m_log = nullptr; // the server's children
    MaintenanceWatch *m_watch = nullptr;
};

int tst_maintenancemonth(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MaintenanceMonth>(argc, argv);
}
#include "tst_maintenancemonth.moc"
