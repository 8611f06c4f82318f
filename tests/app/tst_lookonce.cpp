// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "tests/app/unattendedserver.h"
#include "tests/app/watchhome.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray lookSecret = "admin_pass";
static const QString lookedAtName = u"night watch"_s; // however it is written

// Maintenance looked at once without a window, by the program itself.
class tst_LookOnce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<UnattendedServer>();
        m_home = std::make_unique<WatchHome>();
        m_home->give(lookSecret);
        m_first = m_server->ids().value(0);
        QVERIFY(!m_first.isEmpty());
    }

    void whatIsWrongDecidesTheStatus_data()
    {
        QTest::addColumn<QStringList>("troubles"); // what is done to the server, and what is told of it
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QStringList() << 0;
        QTest::newRow("a run under way") << QStringList{u"running"_s} << 0;
        QTest::newRow("a failed run") << QStringList{u"failed"_s} << 3;
        QTest::newRow("a vanished run") << QStringList{u"unknown"_s} << 3;
        QTest::newRow("no run for days") << QStringList{u"late"_s} << 4;
        QTest::newRow("no answer") << QStringList{u"noAnswer"_s} << 4;
        QTest::newRow("late and without an answer") << QStringList{u"late"_s, u"noAnswer"_s} << 4;
        QTest::newRow("failed and without an answer") << QStringList{u"failed"_s, u"noAnswer"_s} << 3;
    }
    void whatIsWrongDecidesTheStatus()
    {
        QFETCH(QStringList, troubles);
        QFETCH(int, status);
        const QStringList ids = m_server->ids();
        keepProfile();
        if (troubles.contains("unknown"_L1)) { // seen running by an earlier look
            m_server->fixture.time.advance(10min);
            QCOMPARE(m_server->run(m_first, "DAILY", {{u"hang"_s, true}}), 202);
            const auto before = look();
            QCOMPARE(before.status, 0);
            QCOMPARE(before.event(u"summary"_s)["running"_L1].toInt(), 1);
            m_server->tell("restart");
        }
        if (troubles.contains("late"_L1)) {
            m_server->fixture.time.advance(4h);
            m_server->run(ids.at(1), "HOURLY", {{u"durationMs"_s, 0}});
        }
        if (troubles.contains("running"_L1) || troubles.contains("failed"_L1)) {
            m_server->fixture.time.advance(10min);
            m_server->run(m_first, "DAILY",
                troubles.contains("failed"_L1) ? QJsonObject{{u"message"_s, u"Disk full."_s}, {u"durationMs"_s, 0}}
                                               : QJsonObject{{u"hang"_s, true}});
        }
        if (troubles.contains("noAnswer"_L1))
            m_server->fault(UnattendedServer::path("HOURLY") + "status/" + ids.at(1).toLatin1(), {{u"status"_s, 503}});
        const auto ended = look();
        QCOMPARE(ended.status, status);
        QCOMPARE(ended.errors, QByteArray());

        const int tasks = int(2 * ids.size());
        const int late = troubles.contains("late"_L1) ? int(ids.size()) - 1 : 0; // the hourly ones
        QHash<QString, int> counts{{u"late"_s, late}, {u"fine"_s, tasks}};
        for (const QString &trouble : std::as_const(troubles))
            counts[trouble] = trouble == "late"_L1 ? late : 1;
        for (const QString &trouble : std::as_const(troubles))
            counts[u"fine"_s] -= counts[trouble];
        const QJsonObject summary = ended.events.last();
        QCOMPARE(summary["event"_L1], u"summary"_s);
        QCOMPARE(summary["clients"_L1].toInt(), int(ids.size()));
        for (const QString &word :
            {u"fine"_s, u"running"_s, u"failed"_s, u"unknown"_s, u"late"_s, u"noAnswer"_s, u"slow"_s, u"neverRan"_s}) {
            QCOMPARE(summary[word].toInt(-1), counts.value(word));
            const auto told = std::count_if(ended.events.begin(), ended.events.end(),
                [&](const QJsonObject &event) { return event["event"_L1].toString() == word; });
            QCOMPARE(int(told), word == "fine"_L1 || word == "running"_L1 ? 0 : counts.value(word));
        }
        const QJsonObject failed = ended.event(u"failed"_s);
        QCOMPARE(failed["message"_L1].toString(), troubles.contains("failed"_L1) ? u"Disk full."_s : QString());
        QCOMPARE(failed["clientId"_L1].toString(), troubles.contains("failed"_L1) ? m_first : QString());
        if (const QJsonObject unknown = ended.event(u"unknown"_s); troubles.contains("unknown"_L1)) {
            QCOMPARE(unknown["outcome"_L1], u"unknown"_s);
            QCOMPARE(unknown["task"_L1], u"daily"_s);
        }
        QCOMPARE(ended.event(u"late"_s).contains("dueAt"_L1), late > 0);
        QCOMPARE(ended.event(u"noAnswer"_s)["message"_L1].toString().isEmpty(), !troubles.contains("noAnswer"_L1));
    }

    void whatKeepsItFromLookingIsSaid_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no console was ever here") << u"empty"_s << "night watch"_qba;
        QTest::newRow("unknown profile") << u"profile"_s << "night watch"_qba;
        QTest::newRow("no secret") << u"secretless"_s << "Password"_qba;
        QTest::newRow("wrong secret") << u"secret"_s << ""_qba;
        QTest::newRow("several secrets") << u"several"_s << "clientSecret, password"_qba;
        QTest::newRow("the browser") << u"browser"_s << "browser"_qba;
        QTest::newRow("server away") << u"away"_s << ""_qba;
        QTest::newRow("no maintenance there") << u"product"_s << "no maintenance tasks"_qba;
        QTest::newRow("no list of clients") << u"clients"_s << ""_qba;
    }
    void whatKeepsItFromLookingIsSaid()
    {
        QFETCH(QString, obstacle);
        QFETCH(QByteArray, word);
        Profile profile = WatchHome::administrator(m_server->fixture.url());
        if (obstacle == "profile"_L1)
            profile.name = u"Another"_s;
        else if (obstacle == "secretless"_L1)
            m_home->environment.remove(u"LATCHKEY_SECRET"_s);
        else if (obstacle == "secret"_L1)
            m_home->give("mistyped-6hq2");
        else if (obstacle == "several"_L1)
            profile.signInMethod = u"password"_s;
        else if (obstacle == "browser"_L1)
            profile.signInMethod = u"delegated"_s;
        else if (obstacle == "product"_L1)
            profile = {.name = u"Night Watch"_s, .dialect = u"mediationzone"_s, .url = profile.url};
        else if (obstacle == "clients"_L1)
            m_server->fault("/oauth2/clients", {{u"status"_s, 500}});
        else if (obstacle == "away"_L1)
            m_server->fixture.server().stop();
        if (obstacle == "product"_L1) {
            profile.signInMethod = findDialect(profile.dialect)->signInMethods.first().id;
            setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
        }
        if (obstacle != "empty"_L1)
            m_home->keep(profile);
        const auto ended = look();
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.startsWith("latchkey: ") && ended.errors.count('\n') == 1, ended.errors.constData());
        QVERIFY2(ended.errors.contains(word), ended.errors.constData());
        QVERIFY(!ended.errors.contains("mistyped"));
        QCOMPARE(QByteArray("latchkey: " + ended.events.last()["message"_L1].toString().toUtf8() + '\n'), ended.errors);
        QVERIFY(ended.event(u"summary"_s).isEmpty());
    }

    void severalSecretsAreGivenAsAnObject()
    {
        Profile profile = WatchHome::administrator(m_server->fixture.url());
        profile.signInMethod = u"password"_s;
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        setPlainValues(profile, {{u"userName"_s, u"admin"_s}, {u"clientId"_s, id}});
        m_home->keep(profile);
        m_home->give(QJsonDocument(QJsonObject{{u"password"_s, QString::fromLatin1(lookSecret)},
                                       {u"clientSecret"_s, QString::fromLatin1(server::teneo::studioEuSecret)}})
                         .toJson(QJsonDocument::Compact));
        const auto ended = look();
        QVERIFY2(ended.status == 0, ended.errors.constData());
    }

    void aWrongCommandLineIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char *text) { QTest::newRow(text) << QString::fromLatin1(text).split(u' '); };
        for (const char *text : {"--once", "--watch", "--watch a --profile a", "--watch a --serve", "--watch a --demo",
                 "--watch a --maintenance daily", "--watch a --wait", "--watch a --interval 0",
                 "--watch a --interval often", "--watch a --once --interval 5", "--interval 5",
                 "--profile a --maintenance daily", "--maintenance daily --client a", "--profile a --client a",
                 "--profile a --wait", "--profile a --unlock", "--profile --watch",
                 "--profile a --maintenance daily --client a --tour b"})
            row(text);
    }
    void aWrongCommandLineIsRefused()
    {
        QFETCH(QStringList, options);
        const auto ended = m_home->run(options);
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.events.isEmpty());
        QVERIFY2(ended.errors.startsWith("latchkey: ") && ended.errors.count('\n') == 1, ended.errors.constData());
    }

    void cleanup()
    {
        m_home.reset();
        m_server.reset();
    }

private:
    void keepProfile() { m_home->keep(WatchHome::administrator(m_server->fixture.url())); }
    WatchHome::Ended look() { return m_home->run({u"--watch"_s, lookedAtName, u"--once"_s}); }

    std::unique_ptr<UnattendedServer> m_server;
    std::unique_ptr<WatchHome> m_home;
    QString m_first; // client
};

int tst_lookonce(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_LookOnce>(argc, argv);
}
#include "tst_lookonce.moc"
