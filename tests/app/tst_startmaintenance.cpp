// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallines.h"
#include "store/consolefacts.h"
#include "tests/app/unattendedserver.h"
#include "tests/app/watchhome.h"
#include "tests/testprogram.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QString freshName = u"Fresh Start"_s; // of a client that never ran
static const QString pathOfBegin = QString::fromLatin1(UnattendedServer::path("DAILY")) + u"begin/"_s;

// A maintenance task started from the command line, by the program itself.
class tst_StartMaintenance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<UnattendedServer>();
        m_first = m_server->ids().value(0);
        m_second = m_server->ids().value(1);
        m_server->makeClient(m_second); // whose name is the other's id
        m_server->makeClient(freshName);
        m_server->fixture.time.advance(10min);
        m_home = std::make_unique<WatchHome>();
        m_home->give("admin_pass");
    }

    void itsStatusSaysWhatBecameOfIt_data()
    {
        QTest::addColumn<QString>("next"); // how the run goes, or what is in the way
        QTest::addColumn<bool>("waits");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("events");
        QTest::newRow("succeeds") << u"succeeds"_s << true << 0 << QStringList{u"started"_s, u"ended"_s};
        QTest::newRow("fails") << u"fails"_s << true << 3 << QStringList{u"started"_s, u"ended"_s};
        QTest::newRow("vanishes") << u"vanishes"_s << true << 3 << QStringList{u"started"_s, u"running"_s, u"ended"_s};
        QTest::newRow("is running already")
            << u"joined"_s << true << 3 << QStringList{u"joined"_s, u"running"_s, u"ended"_s};
        QTest::newRow("is running already, and nobody waits") << u"joined"_s << false << 0 << QStringList{u"joined"_s};
        QTest::newRow("nobody waits") << u"fails"_s << false << 0 << QStringList{u"started"_s};
        QTest::newRow("refused") << u"refused"_s << false << 1 << QStringList{u"error"_s};
        QTest::newRow("refused, and waited for") << u"refused"_s << true << 1 << QStringList{u"error"_s};
        QTest::newRow("answer lost") << u"answer lost"_s << false << 0 << QStringList{u"running"_s};
        QTest::newRow("request lost") << u"request lost"_s << false << 1 << QStringList{u"ended"_s};
        QTest::newRow("request lost, and waited for") << u"request lost"_s << true << 3 << QStringList{u"ended"_s};
        QTest::newRow("no status") << u"no status"_s << true << 1 << QStringList{u"error"_s};
    }
    void itsStatusSaysWhatBecameOfIt()
    {
        QFETCH(QString, next);
        QFETCH(bool, waits);
        QFETCH(int, status);
        QFETCH(QStringList, events);
        const bool vanishes = next == "vanishes"_L1 || next == "joined"_L1;
        if (next == "succeeds"_L1)
            m_server->tellNext(m_first, "DAILY", {{u"durationMs"_s, 0}});
        else if (next == "fails"_L1)
            m_server->tellNext(m_first, "DAILY", {{u"message"_s, u"Disk full."_s}, {u"durationMs"_s, 0}});
        else if (next == "joined"_L1)
            QCOMPARE(m_server->run(m_first, "DAILY", {{u"hang"_s, true}}), 202);
        else if (next == "refused"_L1)
            m_server->fault(pathOfBegin.toLatin1(), {{u"status"_s, 403}});
        else if (next == "answer lost"_L1 || next == "request lost"_L1)
            m_server->fault(
                pathOfBegin.toLatin1(), {{u"drop"_s, next == "answer lost"_L1 ? u"answer"_s : u"request"_s}});
        else if (next == "no status"_L1)
            m_server->fault(UnattendedServer::path("DAILY") + "status/", {{u"status"_s, 403}});
        if (next == "vanishes"_L1 || next == "answer lost"_L1)
            m_server->tellNext(m_first, "DAILY", {{u"hang"_s, true}});
        keepProfile();
        start(waits ? QStringList{u"--wait"_s} : QStringList());
        if (vanishes && waits) {
            QVERIFY(!m_home->await(u"running"_s).isEmpty());
            m_server->tell("restart");
        }
        const auto ended = m_home->end();
        QCOMPARE(ended.status, status);
        QStringList told;
        for (const QJsonObject &event : ended.events)
            if (event["event"_L1] != "signedIn"_L1)
                told << event["event"_L1].toString();
        QCOMPARE(told, events);
        QCOMPARE(ended.errors.isEmpty(), status == 0);
        if (const QJsonObject run = ended.event(u"ended"_s); !run.isEmpty()) {
            QCOMPARE(run["clientId"_L1].toString(), m_first);
            QCOMPARE(run["task"_L1].toString(), u"daily"_s);
            QCOMPARE(run["outcome"_L1].toString(),
                next == "succeeds"_L1    ? u"succeeded"_s
                    : next == "fails"_L1 ? u"failed"_s
                                         : u"unknown"_s);
        }
        QCOMPARE(ended.errors.contains("Disk full."), next == "fails"_L1 && waits);
    }

    void exactlyOneClientIsMeant_data()
    {
        QTest::addColumn<QString>("client"); // empty: the id of the first
        QTest::addColumn<QString>("task");
        QTest::addColumn<QByteArray>("refusal"); // empty: none
        QTest::newRow("id") << QString() << u"daily"_s << ""_qba;
        QTest::newRow("name") << u"Studio US"_s << u"hourly"_s << ""_qba;
        QTest::newRow("one that never ran") << freshName << u"daily"_s << ""_qba;
        QTest::newRow("ID of one, name of another") << u"second"_s << u"daily"_s << "2 clients"_qba;
        QTest::newRow("name of none") << u"Studio Mars"_s << u"daily"_s << "Studio Mars"_qba;
        QTest::newRow("part of a name") << u"Studio"_s << u"daily"_s << "Studio"_qba;
        QTest::newRow("a client without maintenance") << u"Voice Gateway"_s << u"daily"_s << "Voice"_qba;
        QTest::newRow("unknown task") << QString() << u"weekly"_s << "daily, hourly"_qba;
    }
    void exactlyOneClientIsMeant()
    {
        QFETCH(QString, client);
        QFETCH(QString, task);
        QFETCH(QByteArray, refusal);
        keepProfile();
        const auto ended = m_home->run({u"--profile"_s, u"Night Watch"_s, u"--maintenance"_s, task, u"--client"_s,
            client.isEmpty()            ? m_first
                : client == "second"_L1 ? m_second
                                        : client});
        QCOMPARE(ended.status, refusal.isEmpty() ? 0 : 1);
        QVERIFY2(
            ended.errors.contains(refusal) && ended.errors.isEmpty() == refusal.isEmpty(), ended.errors.constData());
        QCOMPARE(hasBeenAskedToBegin(), refusal.isEmpty());
        if (refusal.isEmpty())
            QCOMPARE(ended.event(u"started"_s)["task"_L1].toString(), task);
    }

    void productionIsUnlockedInWordsOnly_data()
    {
        QTest::addColumn<bool>("isProduction");
        QTest::addColumn<bool>("opensReadOnly");
        QTest::addColumn<bool>("unlocks");
        QTest::addColumn<bool>("isBegun");
        QTest::newRow("production") << true << true << false << false;
        QTest::newRow("production, unlocked") << true << true << true << true;
        QTest::newRow("production that opens unlocked") << true << false << false << true;
        QTest::newRow("a test server that opens read-only") << false << true << false << false;
        QTest::newRow("a test server") << false << false << false << true;
    }
    void productionIsUnlockedInWordsOnly()
    {
        QFETCH(bool, isProduction);
        QFETCH(bool, opensReadOnly);
        QFETCH(bool, unlocks);
        QFETCH(bool, isBegun);
        // A task that is running already does not make the refusal a success.
        QCOMPARE(m_server->run(m_first, "DAILY", {{u"hang"_s, true}}), 202);
        m_server->forgetRequests();
        Profile profile = WatchHome::administrator(m_server->fixture.url());
        profile.environment = isProduction ? Environment::Production : Environment::Test;
        setOpensReadOnly(profile, opensReadOnly);
        m_home->keep(profile);
        start(unlocks ? QStringList{u"--unlock"_s} : QStringList());
        const auto ended = m_home->end();
        QCOMPARE(ended.status, isBegun ? 0 : 1);
        QCOMPARE(hasBeenAskedToBegin(), isBegun);
        QCOMPARE(ended.errors.contains("--unlock"), !isBegun);
        const auto entries = journalAs({});
        QCOMPARE(entries.size(), 1);
        QVERIFY(isBegun != (entries.first().result == QLatin1StringView(journal::notSent)));
    }

    void aSignalLeavesTheRunToTheServer()
    {
        m_server->tellNext(m_first, "DAILY", {{u"hang"_s, true}});
        keepProfile();
        start({u"--wait"_s});
        QVERIFY(!m_home->await(u"running"_s).isEmpty());
        m_home->signal(SIGINT);
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 1);
        QCOMPARE(ended.errors, "latchkey: The run goes on at the server.\n"_qba);
        QCOMPARE(ended.events.last()["event"_L1].toString(), u"interrupted"_s);
        QVERIFY(m_server->isRunning(m_first, "DAILY"));
    }

    void aServerThatGoesAwayIsWaitedFor()
    {
        const QString data = m_home->path(u"tmp/server.db"_s);
        m_server = std::make_unique<UnattendedServer>(0, data);
        const auto port = m_server->fixture.port();
        m_server->fixture.time.advance(10min);
        m_server->tellNext(m_first, "DAILY", {{u"hang"_s, true}});
        keepProfile();
        start({u"--wait"_s});
        QVERIFY(!m_home->await(u"running"_s).isEmpty());
        m_server.reset();
        m_server = std::make_unique<UnattendedServer>(port, data); // which has lost the run
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 3);
        QCOMPARE(ended.event(u"ended"_s)["outcome"_L1].toString(), u"unknown"_s);
    }

    // Neither takes the other's for what a crash left behind.
    void whatItLeftBehindIsNotTheConsoles()
    {
        m_server->fault(pathOfBegin.toLatin1(), {{u"hang"_s, true}});
        keepProfile();
        start({});
        QTRY_COMPARE_WITH_TIMEOUT(journalAs({}).size(), 1, WatchHome::patience);
        m_home->abort();
        const QString console = ConsoleFacts(*m_home->store()).id().value_or(QString());
        QVERIFY(!console.isEmpty());
        const auto seen = journalAs(console);
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().result, QLatin1StringView(journal::open));
        QCOMPARE(seen.first().recordId, m_first);
        QCOMPARE(journalAs(console + u"/unattended"_s).first().result, QLatin1StringView(journal::unknown));
    }

    void cleanup()
    {
        m_home.reset();
        m_server.reset();
    }

private:
    void keepProfile() { m_home->keep(WatchHome::administrator(m_server->fixture.url())); }
    void start(const QStringList &more)
    {
        m_home->start(
            QStringList{u"--profile"_s, u"NIGHT WATCH"_s, u"--maintenance"_s, u"daily"_s, u"--client"_s, m_first}
            + more);
    }
    bool hasBeenAskedToBegin() { return m_server->requests().contains("/begin/"); }
    QList<JournalEntry> journalAs(const QString &console) const
    {
        auto store = Store::open(m_home->dataFolder() + u"/journal.db"_s, journalMigrations());
        if (!store)
            return {};
        JournalReader reader({.run = u"another"_s, .console = console});
        reader.take(JournalChain(**store).lines(0, 1000).value_or(QList<JournalLine>()));
        return reader.takeEntries();
    }

    std::unique_ptr<UnattendedServer> m_server;
    std::unique_ptr<WatchHome> m_home;
    QString m_first; // client
    QString m_second;
};

int tst_startmaintenance(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_StartMaintenance>(argc, argv);
}
#include "tst_startmaintenance.moc"
