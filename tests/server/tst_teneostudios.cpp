// SPDX-License-Identifier: GPL-3.0-or-later
#include "studioserver.h"
#include "tests/testprogram.h"

#include <QSet>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Studio clients whose maintenance goes by the server's own schedule, and the truth of it.
class tst_TeneoStudios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        StudioServer server(1);
        m_id = server.ids().value(0);
        QVERIFY(!m_id.isEmpty());
        server.fixture.time.advance(24h * 20);
        for (const QJsonValue run : server.runs(m_id, "DAILY"))
            if (instant(run) > HeldClock().now())
                m_coming.append(run);
        QVERIFY(m_coming.size() > 15);
    }

    void theSameSeedMakesTheSameStudios()
    {
        const int studios = isSanitized ? 10 : 40;
        StudioServer one(studios, 7);
        StudioServer same(studios, 7);
        StudioServer other(studios, 8);
        StudioServer more(studios + 20, 7);
        QCOMPARE(one.ids().size(), studios);
        QCOMPARE(same.studios(), one.studios());
        QVERIFY(other.ids() != one.ids());
        const QStringList all = more.ids();
        for (const QString &id : one.ids()) {
            QVERIFY(all.contains(id));
            for (const QByteArray task : {"DAILY", "HOURLY"}) {
                const QJsonArray runs = one.runs(id, task);
                QVERIFY(runs.size() > (task == "DAILY" ? 20 : 500));
                QVERIFY(instant(runs.first()) >= one.fixture.time.now().addDays(-30));
                QCOMPARE(same.runs(id, task), runs);
                QCOMPARE(more.runs(id, task), runs);
            }
        }
    }

    void aScheduledRunIsInTheWayOfOneThatIsBegun()
    {
        StudioServer server(1);
        server.advanceTo(instant(m_coming[0]));
        QCOMPARE(server.status(m_id, "DAILY")["status"_L1].toString(), u"RUNNING"_s);
        QCOMPARE(server.begin(m_id, "DAILY"), 409);
        QCOMPARE(server.begin(m_id, "HOURLY"), 202);
        server.advanceTo(instant(m_coming[0], "finishedAt"_L1));
        QCOMPARE(server.status(m_id, "DAILY")["lastResult"_L1].toObject(), m_coming[0].toObject());
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
    }

    void anOccurrenceIsLeftOutWhileARunThatWasBegunRuns()
    {
        StudioServer server(1);
        const QDateTime planned = instant(m_coming[0]);
        server.advanceTo(planned.addSecs(-60));
        QCOMPARE(server.tellNext(m_id, "DAILY", {{u"durationMs"_s, 7'200'000}}), 204);
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
        const QJsonValue begun = server.status(m_id, "DAILY")["startedAt"_L1];
        server.advanceTo(planned.addSecs(30));
        QCOMPARE(server.status(m_id, "DAILY")["startedAt"_L1], begun);
        server.advanceTo(planned.addSecs(7200));
        const QJsonArray runs = server.runs(m_id, "DAILY");
        QCOMPARE(runs.last()["startedAt"_L1], begun);
        QCOMPARE(runs.last()["outcome"_L1].toString(), u"SUCCESS"_s);
        QCOMPARE(instant(runs.last(), "finishedAt"_L1), planned.addSecs(7140));
        server.advanceTo(instant(m_coming[1], "finishedAt"_L1));
        QCOMPARE(server.runs(m_id, "DAILY").last().toObject(), m_coming[1].toObject());
    }

    void aRunThatHangsEndsAtARestartOnly()
    {
        StudioServer server(1);
        const QJsonValue before = server.status(m_id, "DAILY")["lastResult"_L1];
        QVERIFY(before.isObject());
        QCOMPARE(server.tellNext(m_id, "DAILY", {{u"hang"_s, true}}), 204);
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
        server.fixture.time.advance(24h * 9);
        QJsonObject status = server.status(m_id, "DAILY");
        QCOMPARE(status["status"_L1].toString(), u"RUNNING"_s);
        QCOMPARE(status["lastResult"_L1], before);
        QJsonValue run = server.runs(m_id, "DAILY").last();
        QCOMPARE(run["startedAt"_L1], status["startedAt"_L1]);
        QCOMPARE(run["outcome"_L1].toString(), u"RUNNING"_s);
        QVERIFY(run["finishedAt"_L1].isNull());
        QCOMPARE(server.tell("restart"), 204);
        status = server.status(m_id, "DAILY");
        QCOMPARE(status["status"_L1].toString(), u"IDLE"_s);
        QVERIFY(status["startedAt"_L1].isNull());
        QCOMPARE(status["lastResult"_L1], before);
        run = server.runs(m_id, "DAILY").last();
        QCOMPARE(run["outcome"_L1].toString(), u"LOST"_s);
        QVERIFY(run["finishedAt"_L1].isNull());
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
    }

    void aRestartIsRememberedInTheStore()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"data"_s);
        QJsonArray told;
        {
            StudioServer server(1, 1, file);
            server.advanceTo(instant(m_coming[0]).addSecs(5));
            QCOMPARE(server.tell("restart"), 204);
            QCOMPARE(server.status(m_id, "DAILY")["status"_L1].toString(), u"IDLE"_s);
            told = server.runs(m_id, "DAILY");
            QCOMPARE(told.last()["outcome"_L1].toString(), u"LOST"_s);
            QCOMPARE(told.last()["startedAt"_L1], m_coming[0]["startedAt"_L1]);
            QCOMPARE(server.status(m_id, "DAILY")["lastResult"_L1], told[told.size() - 2]);
        }
        Fixture again({.data = file, .demo = true, .studios = 5});
        again.time.advance(std::chrono::milliseconds(again.time.now().msecsTo(instant(m_coming[0]).addSecs(5))));
        const QByteArray path = "/_control/teneo/runs?task=DAILY&clientId=" + m_id.toLatin1();
        QCOMPARE(again.get(path, again.server().controlToken().reveal()).array(), told);
        QCOMPARE(again.get("/oauth2/clients?type=STUDIO", again.adminToken()).array().size(), 4); // seeded once
    }

    void aStoppedScheduleStartsNothing()
    {
        StudioServer server(1);
        const QJsonObject stopped{{u"running"_s, false}};
        const QJsonObject running{{u"running"_s, true}};
        QCOMPARE(server.tell("schedule", stopped), 204);
        const QJsonArray before = server.runs(m_id, "DAILY");
        server.advanceTo(instant(m_coming[2]).addSecs(1));
        QCOMPARE(server.runs(m_id, "DAILY"), before);
        QCOMPARE(server.status(m_id, "DAILY")["lastResult"_L1], before.last());
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
        server.fixture.time.advance(1h);
        QCOMPARE(server.tell("schedule", stopped), 204); // again: no second stop
        QCOMPARE(server.tell("schedule", running), 204);
        server.advanceTo(instant(m_coming[3]));
        QCOMPARE(server.status(m_id, "DAILY")["startedAt"_L1], m_coming[3]["startedAt"_L1]);
        QCOMPARE(server.tell("schedule", stopped), 204); // what runs goes on
        server.advanceTo(instant(m_coming[5]));
        QCOMPARE(server.status(m_id, "DAILY")["lastResult"_L1], m_coming[3]);
        QCOMPARE(server.runs(m_id, "DAILY").size(), before.size() + 2);
    }

    void theNextRunGoesAsTold_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("took");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QJsonObject &wish, qint64 took, const QString &outcome) {
            QTest::newRow(name) << wish << (took < 0 ? 400 : 204) << took << outcome;
        };
        row("as ever", {}, 3000, u"FAILURE"_s);
        row("long", {{u"durationMs"_s, 60'000}}, 60'000, u"SUCCESS"_s);
        row("no time", {{u"durationMs"_s, 0}}, 0, u"SUCCESS"_s);
        row("long failure", {{u"durationMs"_s, 60'000}, {u"message"_s, u"m"_s}}, 60'000, u"FAILURE"_s);
        row("hang is no flag", {{u"hang"_s, 1}}, -1, {});
        row("hang and length", {{u"hang"_s, true}, {u"durationMs"_s, 1}}, -1, {});
        row("negative length", {{u"durationMs"_s, -1}}, -1, {});
        row("more than a day", {{u"durationMs"_s, 86'400'001}}, -1, {});
        row("length is a word", {{u"durationMs"_s, u"1"_s}}, -1, {});
    }
    void theNextRunGoesAsTold()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(qint64, took);
        StudioServer server(1);
        QTEST(server.tellNext(m_id, "DAILY", wish), "status");
        if (took < 0)
            return;
        QCOMPARE(server.begin(m_id, "DAILY"), 202);
        server.fixture.time.advance(std::chrono::milliseconds(took));
        const QJsonValue last = server.status(m_id, "DAILY")["lastResult"_L1];
        QCOMPARE(instant(last).msecsTo(instant(last, "finishedAt"_L1)), took);
        QTEST(last["outcome"_L1].toString(), "outcome");
    }

    void theTruthIsToldOfStudiosOnly()
    {
        Fixture twin;
        const QString bearer = twin.server().controlToken().reveal();
        const QByteArray path = QByteArray("/_control/teneo/runs?clientId=") + server::teneo::studioEuId;
        QCOMPARE(twin.get(path + "&task=DAILY", bearer).array().size(), 1); // the demo's own
        QCOMPARE(twin.get(path + "&task=WEEKLY", bearer).status, 400);
        QCOMPARE(twin.get(path, bearer).status, 400);
        QCOMPARE(twin.get(path + "&task=DAILY", twin.adminToken()).status, 401);
        QCOMPARE(twin.get("/_control/teneo/runs?clientId=x&task=DAILY", bearer).status, 404);
        QCOMPARE(twin.control("/_control/teneo/schedule", {{u"running"_s, 1}}).status, 400);
        QCOMPARE(twin.control("/_control/teneo/restart", {}).status, 204);
    }

    void thereCanBeTenThousand()
    {
        StudioServer server(10'000);
        const QJsonArray all = server.studios();
        QSet<QString> names;
        QSet<QString> ids;
        for (const auto &client : all) {
            names.insert(client["name"_L1].toString());
            ids.insert(client["id"_L1].toString());
        }
        QCOMPARE(names.size(), 10'003);
        QCOMPARE(ids.size(), 10'003);
    }

    void aCrowdOfTokensHasOtherClients()
    {
        Fixture both({.demo = true, .crowd = {.tokens = 100, .seed = 5}, .studios = 100});
        QCOMPARE(both.get("/oauth2/clients", both.adminToken()).array().size(), 412);
    }

    void impossibleStudiosAreRefused_data()
    {
        QTest::addColumn<int>("studios");
        QTest::addColumn<QString>("persona");
        QTest::addColumn<bool>("demo");
        QTest::newRow("negative") << -1 << u"teneo"_s << true;
        QTest::newRow("too many") << server::mostStudios + 1 << u"teneo"_s << true;
        QTest::newRow("of another persona") << 10 << u"wyn"_s << true;
        QTest::newRow("without a demo") << 10 << u"teneo"_s << false;
    }
    void impossibleStudiosAreRefused()
    {
        QFETCH(int, studios);
        QFETCH(QString, persona);
        QFETCH(bool, demo);
        const auto checked = server::check({.personas = {persona}, .demo = demo, .studios = studios});
        QVERIFY(!checked);
        QVERIFY(!checked.error().message.isEmpty());
    }

private:
    QString m_id;
    QJsonArray m_coming; // daily runs of m_id after the store was made
};

int tst_teneostudios(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoStudios>(argc, argv);
}
#include "tst_teneostudios.moc"
