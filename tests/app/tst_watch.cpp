// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runhistory.h"
#include "tests/app/unattendedserver.h"
#include "tests/app/watchhome.h"
#include "tests/testprogram.h"

#include <QLockFile>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray watchSecret = "admin_pass";
static const QString watchedName = u"night watch"_s; // however it is written

// Maintenance watched without a window, by the program itself.
class tst_Watch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<UnattendedServer>();
        m_home = std::make_unique<WatchHome>();
        m_home->give(watchSecret);
        m_first = m_server->ids().value(0);
        QVERIFY(!m_first.isEmpty());
    }

    void itTellsOfEachRunUntilItIsToldToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("interrupt") << SIGINT;
    }
    void itTellsOfEachRunUntilItIsToldToEnd()
    {
        QFETCH(int, signal);
        keepProfile();
        watch();
        m_server->fixture.time.advance(10min);
        m_server->run(m_first, "DAILY", {{u"message"_s, u"Disk full."_s}, {u"durationMs"_s, 0}});
        const QJsonObject failed = m_home->await(u"ended"_s);
        QCOMPARE(failed["outcome"_L1], u"failed"_s);
        QCOMPARE(failed["message"_L1], u"Disk full."_s);
        QCOMPARE(failed["clientId"_L1], m_first);
        QCOMPARE(failed["client"_L1], m_server->nameOf(m_first));
        QCOMPARE(failed["task"_L1], u"daily"_s);
        QCOMPARE(failed["profile"_L1], u"Night Watch"_s);
        QCOMPARE(failed["server"_L1], m_server->fixture.url().toString());
        QVERIFY(QDateTime::fromString(failed["at"_L1].toString(), Qt::ISODateWithMs).isValid());

        m_server->run(m_first, "HOURLY", {{u"hang"_s, true}});
        QCOMPARE(m_home->await(u"running"_s)["task"_L1], u"hourly"_s);
        m_server->tell("restart");
        const QJsonObject lost = m_home->await(u"ended"_s);
        QCOMPARE(lost["outcome"_L1], u"unknown"_s);
        QCOMPARE(lost["task"_L1], u"hourly"_s);

        m_server->fixture.time.advance(48h);
        for (qsizetype i = 0; i < 2 * m_server->ids().size(); ++i)
            QVERIFY(m_home->await(u"late"_s).contains("dueAt"_L1));
        m_home->signal(signal);
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 0);
        QCOMPARE(ended.errors, QByteArray());
        const auto late = std::count_if(ended.events.begin(), ended.events.end(),
            [](const QJsonObject &event) { return event["event"_L1] == "late"_L1; });
        QCOMPARE(late, 2 * m_server->ids().size()); // each once

        // In the history, as in the window's.
        auto journal = Store::open(m_home->dataFolder() + u"/journal.db"_s, journalMigrations());
        QVERIFY(journal);
        const auto kept = RunHistory(**journal).runs(
            {.server = m_server->fixture.url().toString(), .clientId = m_first, .onlyTroubles = true});
        QVERIFY(kept);
        QCOMPARE(kept->size(), 2);
    }

    void aServerThatWasAwayIsWatchedOn()
    {
        const QString data = m_home->path(u"tmp/server.db"_s);
        m_server = std::make_unique<UnattendedServer>(0, data);
        const auto port = m_server->fixture.port();
        const int tasks = int(2 * m_server->ids().size());
        keepProfile();
        watch();
        const auto countUntilAll = [&](const QString &event) {
            qsizetype count = 0;
            while (count < tasks) {
                const auto of = m_home->await(event)["of"_L1].toArray();
                if (of.isEmpty())
                    return count;
                count += of.size();
            }
            return count;
        };
        m_server.reset();
        QCOMPARE(countUntilAll(u"error"_s), tasks);
        m_server = std::make_unique<UnattendedServer>(port, data);
        QCOMPARE(m_server->fixture.port(), port);
        QCOMPARE(countUntilAll(u"answering"_s), tasks);
        m_server->fixture.time.advance(10min);
        m_server->run(m_first, "DAILY", {{u"durationMs"_s, 0}});
        QCOMPARE(m_home->await(u"ended"_s)["outcome"_L1], u"succeeded"_s);
        m_home->signal(SIGTERM);
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 0);
        QVERIFY(ended.event(u"late"_s).isEmpty());
    }

    void itSignsInAgainUnlessItIsRefusedAgainAndAgain()
    {
        keepProfile();
        watch();
        m_server->fault("/oauth2/token", {{u"status"_s, 401}, {u"times"_s, 1}});
        m_server->fault(UnattendedServer::path("DAILY"), {{u"status"_s, 401}, {u"times"_s, 1}});
        QVERIFY(!m_home->await(u"signedOut"_s).isEmpty());
        QVERIFY(!m_home->await(u"signedIn"_s).isEmpty());
        m_server->fixture.time.advance(10min);
        m_server->run(m_first, "DAILY", {{u"durationMs"_s, 0}});
        QCOMPARE(m_home->await(u"ended"_s)["outcome"_L1], u"succeeded"_s);

        m_server->fault("/oauth2/token", {{u"status"_s, 401}});
        m_server->fault(UnattendedServer::path("DAILY"), {{u"status"_s, 401}, {u"times"_s, 1}});
        QVERIFY(!m_home->await(u"signedOut"_s).isEmpty());
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 1);
        QVERIFY(!ended.errors.isEmpty());
    }

    void aServerThatIsAwayAtFirstIsWaitedFor()
    {
        keepProfile();
        m_server->fault("/oauth2/token", {{u"status"_s, 503}, {u"times"_s, 1}});
        m_home->start({u"--watch"_s, watchedName, u"--interval"_s, u"1"_s});
        QVERIFY(!m_home->await(u"error"_s).isEmpty());
        QVERIFY(!m_home->await(u"watching"_s).isEmpty());
    }

    void theSecretIsNowhere()
    {
        keepProfile();
        watch();
        QFile given(u"/proc/%1/environ"_s.arg(m_home->processId()));
        if (!given.open(QIODevice::ReadOnly))
            qInfo("Nobody but root can read the environment of the process.");
        else if (const QByteArray variables = given.readAll(); !variables.isEmpty()) {
            QVERIFY(variables.contains("XDG_DATA_HOME=")); // it is what it says
            QVERIFY(!variables.contains(watchSecret));
        }
        QFile arguments(u"/proc/%1/cmdline"_s.arg(m_home->processId()));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QVERIFY(!arguments.readAll().contains(watchSecret));
        m_home->signal(SIGTERM);
        const auto ended = m_home->end();
        QCOMPARE(ended.status, 0);
        for (const QJsonObject &event : ended.events)
            QVERIFY(!QJsonDocument(event).toJson().contains(watchSecret));
        QCOMPARE(m_home->filesWith(watchSecret), QStringList());
        QVERIFY(!m_home->filesWith("Night Watch").isEmpty()); // the search finds what is there
        QVERIFY(m_server->requests().contains("/oauth2/revoke")); // nor is a token left behind
    }

    void itStandsBesideAConsole()
    {
        keepProfile();
        QLockFile console(m_home->dataFolder() + u"/latchkey.lock"_s);
        QVERIFY(console.tryLock(0));
        QCOMPARE(look().status, 0);
        console.unlock();
        watch();
        QVERIFY(console.tryLock(0)); // and leaves its place free
    }

    void cleanup()
    {
        m_home.reset();
        m_server.reset();
    }

private:
    void keepProfile() { m_home->keep(WatchHome::administrator(m_server->fixture.url())); }
    WatchHome::Ended look() { return m_home->run({u"--watch"_s, watchedName, u"--once"_s}); }
    void watch()
    {
        m_home->start({u"--watch"_s, watchedName, u"--interval"_s, u"1"_s});
        const QJsonObject watching = m_home->await(u"watching"_s);
        QCOMPARE(watching["clients"_L1].toInt(), int(m_server->ids().size()));
    }

    std::unique_ptr<UnattendedServer> m_server;
    std::unique_ptr<WatchHome> m_home;
    QString m_first; // client
};

int tst_watch(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Watch>(argc, argv);
}
#include "tst_watch.moc"
