// SPDX-License-Identifier: GPL-3.0-or-later
#include "studioserver.h"
#include "tests/testprogram.h"

#include <QMap>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const int daysAsked = isSanitized ? 15 : 30;

// What a status has to say at one time after the other, by the truth told later. Lost runs vanish at a restart or after
// twelve hours.
class ExpectedStatus {
public:
    ExpectedStatus(const QJsonArray &truth, const QList<QDateTime> &restarts)
    {
        for (const QJsonValue run : truth) {
            const QDateTime started = instant(run);
            QDateTime end = instant(run, "finishedAt"_L1);
            if (!end.isValid()) {
                end = started.addSecs(12 * 3600);
                for (const QDateTime &restart : restarts)
                    end = restart >= started ? std::min(end, restart) : end;
            }
            m_runs.push_back({.started = started, .end = end, .json = run});
        }
    }

    bool isOneAfterTheOther() const
    {
        return std::adjacent_find(m_runs.begin(), m_runs.end(), [](const TrueRun &run, const TrueRun &next) {
            return run.end > next.started;
        }) == m_runs.end();
    }

    QJsonObject at(const QDateTime &now)
    {
        while (m_next < m_runs.size() && m_runs[m_next].started <= now) {
            leave(now);
            m_running = &m_runs[m_next++];
        }
        leave(now);
        return {{u"status"_s, m_running ? u"RUNNING"_s : u"IDLE"_s},
            {u"startedAt"_s, m_running ? m_running->json["startedAt"_L1] : QJsonValue()}, {u"lastResult"_s, m_last}};
    }

private:
    struct TrueRun {
        QDateTime started{};
        QDateTime end{};
        QJsonValue json{};
    };
    void leave(const QDateTime &now)
    {
        if (!m_running || m_running->end > now)
            return;
        if (m_running->json["outcome"_L1] != "LOST"_L1)
            m_last = m_running->json;
        m_running = nullptr;
    }

    std::vector<TrueRun> m_runs;
    std::size_t m_next = 0;
    const TrueRun *m_running = nullptr;
    QJsonValue m_last;
};

}

// Whether statuses and the truth of all runs agree, over a month.
class tst_TeneoRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A month (or half of one) of questions every few minutes, with runs begun beside the schedule, restarts and a
    // pause.
    void whatIsShownIsTheTruth_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<int>("client");
        QTest::addColumn<bool>("isUndisturbed");
        for (const char *task : {"DAILY", "HOURLY"}) {
            for (int client = 0; client < (isSanitized ? 1 : 2); ++client) {
                QTest::addRow("%s %d", task, client) << QByteArray(task) << client << true;
                if (!isSanitized || qstrcmp(task, "DAILY") == 0)
                    QTest::addRow("%s %d disturbed", task, client) << QByteArray(task) << client << false;
            }
        }
    }
    void whatIsShownIsTheTruth()
    {
        QFETCH(QByteArray, task);
        QFETCH(int, client);
        QFETCH(bool, isUndisturbed);
        StudioServer server(30, 3);
        const QString id = client == 0 ? idOfOneThatHangs(task) : server.ids().value(11);
        const auto pause = task == "DAILY" ? 31min : 13min;
        const int last = static_cast<int>(daysAsked * 24h / pause);
        QMap<QDateTime, QJsonObject> shown;
        QList<QDateTime> restarts;
        for (int i = 0; i < last; ++i) {
            server.fixture.time.advance(pause);
            QJsonObject status = server.status(id, task);
            if (!isUndisturbed)
                status = disturb(server, id, task, i, restarts);
            shown[server.fixture.time.now()] = status;
        }
        const QJsonArray truth = server.runs(id, task);
        QMap<QDateTime, int> appearances;
        ExpectedStatus told(truth, restarts);
        QVERIFY(told.isOneAfterTheOther());
        QString before = told.at(HeldClock().now())["lastResult"_L1]["startedAt"_L1].toString();
        for (const auto &[time, status] : shown.asKeyValueRange()) {
            const QJsonObject expected = told.at(time);
            for (const auto &name : {u"status"_s, u"startedAt"_s, u"lastResult"_s})
                QVERIFY2(status[name] == expected[name], qPrintable(time.toString(Qt::ISODateWithMs)));
            const QString latest = status["lastResult"_L1]["startedAt"_L1].toString();
            if (latest != before)
                ++appearances[instant(status["lastResult"_L1])];
            before = latest;
        }
        int runs = 0;
        int lost = 0;
        for (const QJsonValue run : truth) {
            const bool isSeen = run["finishedAt"_L1].isString() && instant(run, "finishedAt"_L1) > HeldClock().now();
            runs += isSeen ? 1 : 0;
            lost += run["outcome"_L1] == "LOST"_L1 ? 1 : 0;
            if (isUndisturbed)
                QCOMPARE(appearances.value(instant(run)), isSeen ? 1 : 0);
        }
        QVERIFY(runs > (task == "DAILY" ? 10 : 250));
        QVERIFY(lost > 0 || (isUndisturbed && (task == "DAILY" || client == 1)));
    }

private:
    // A client of seed 3 one of whose runs of the next month hangs, if there is one.
    static QString idOfOneThatHangs(const QByteArray &task)
    {
        StudioServer twin(30, 3);
        twin.fixture.time.advance(24h * 30);
        const QStringList ids = twin.ids();
        for (const QString &id : ids)
            for (const QJsonValue run : twin.runs(id, task))
                if (run["outcome"_L1] == "LOST"_L1 && instant(run) > HeldClock().now())
                    return id;
        return ids.first();
    }
    // Does something now and then, and tells the status after it.
    static QJsonObject disturb(
        StudioServer &server, const QString &id, const QByteArray &task, int step, QList<QDateTime> &restarts)
    {
        const bool isRunning = server.status(id, task)["status"_L1] == "RUNNING"_L1;
        if (step % 31 == 7) {
            if (!isRunning)
                server.tellNext(id, task, {{u"durationMs"_s, step * 2000}});
            if (server.begin(id, task) != (isRunning ? 409 : 202))
                return {};
        }
        if (step % 97 == 11 || (isRunning && step % 5 == 0)) {
            server.tell("restart");
            restarts << server.fixture.time.now();
        }
        if (step == 500 || step == 700)
            server.tell("schedule", {{u"running"_s, step == 700}});
        return server.status(id, task);
    }
};

int tst_teneoruns(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoRuns>(argc, argv);
}
#include "tst_teneoruns.moc"
