// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runtracker.h"

#include "tests/testprogram.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Minutes of one day.
QDateTime trackedAt(int minute)
{
    return QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC).addSecs(60 * minute);
}

std::optional<MaintenanceResult> endedRun(int from, int to, bool succeeded = true)
{
    return MaintenanceResult{.succeeded = succeeded,
        .message = succeeded ? u"Done."_s : u"Disk full."_s,
        .startedAt = from < 0 ? QDateTime() : trackedAt(from),
        .finishedAt = trackedAt(to)};
}

MaintenanceStatus idleAfter(const std::optional<MaintenanceResult> &last)
{
    return {.lastResult = last};
}

MaintenanceStatus runningSince(int minute, const std::optional<MaintenanceResult> &last = {})
{
    return {.running = true, .startedAt = minute < 0 ? QDateTime() : trackedAt(minute), .lastResult = last};
}

// "60-70 succeeded", "120 running", "120 unknown": a run in a word.
QString inShort(const MaintenanceRun &run)
{
    const auto minute = [](const QDateTime &time) { return QString::number(trackedAt(0).secsTo(time) / 60); };
    const QString ends = run.finishedAt.isValid() ? u'-' + minute(run.finishedAt) : QString();
    constexpr const char *words[]{"running", "succeeded", "failed", "unknown"};
    return minute(run.startedAt) + ends + u' ' + QLatin1StringView(words[int(run.outcome)]);
}

}

// What a server that tells only the run under way and the last result comes to as runs.
class tst_RunTracker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersBecomeRuns_data()
    {
        QTest::addColumn<QList<MaintenanceStatus>>("answers");
        QTest::addColumn<QStringList>("news");
        using Answers = QList<MaintenanceStatus>;
        QTest::newRow("never ran") << Answers{idleAfter({}), idleAfter({})} << QStringList{};
        QTest::newRow("the last result, once")
            << Answers{idleAfter(endedRun(60, 70)), idleAfter(endedRun(60, 70))} << QStringList{u"60-70 succeeded"_s};
        QTest::newRow("seen from beginning to end") << Answers{idleAfter({}), runningSince(60), runningSince(60),
            idleAfter(endedRun(60, 70))} << QStringList{u"60 running"_s, u"60-70 succeeded"_s};
        QTest::newRow("seen to fail") << Answers{runningSince(60), idleAfter(endedRun(60, 70, false))}
                                      << QStringList{u"60 running"_s, u"60-70 failed"_s};
        QTest::newRow("one that was not seen running") << Answers{idleAfter(endedRun(60, 70)),
            idleAfter(endedRun(120, 130))} << QStringList{u"60-70 succeeded"_s, u"120-130 succeeded"_s};
        QTest::newRow("the next one runs already")
            << Answers{runningSince(60), runningSince(120, endedRun(60, 70))}
            << QStringList{u"60 running"_s, u"60-70 succeeded"_s, u"120 running"_s};
        QTest::newRow("vanished") << Answers{runningSince(60, endedRun(0, 5)), idleAfter(endedRun(0, 5))}
                                  << QStringList{u"0-5 succeeded"_s, u"60 running"_s, u"60 unknown"_s};
        QTest::newRow("vanished without any result")
            << Answers{runningSince(60), idleAfter({})} << QStringList{u"60 running"_s, u"60 unknown"_s};
        QTest::newRow("vanished, and another one runs") << Answers{
            runningSince(60), runningSince(120)} << QStringList{u"60 running"_s, u"60 unknown"_s, u"120 running"_s};
        QTest::newRow("vanished, and another one has ended") << Answers{runningSince(60),
            idleAfter(endedRun(120, 130))} << QStringList{u"60 running"_s, u"60 unknown"_s, u"120-130 succeeded"_s};
        QTest::newRow("an old result comes back")
            << Answers{idleAfter(endedRun(60, 70)), idleAfter(endedRun(0, 5))} << QStringList{u"60-70 succeeded"_s};
        QTest::newRow("no beginning told") << Answers{runningSince(-1), runningSince(-1), idleAfter(endedRun(-1, 70))}
                                           << QStringList{u"500 running"_s, u"500-70 succeeded"_s};
        QTest::newRow("no times at all") << Answers{idleAfter(MaintenanceResult{.succeeded = true})} << QStringList{};
    }
    void answersBecomeRuns()
    {
        QFETCH(QList<MaintenanceStatus>, answers);
        QFETCH(QStringList, news);
        RunTracker tracker;
        QStringList told;
        for (const MaintenanceStatus &answer : answers)
            for (const MaintenanceRun &run : tracker.take(answer, trackedAt(500)))
                told << inShort(run);
        QCOMPARE(told, news);
    }

    void aRunIsTheSameThoughOneAnswerIsMorePrecise()
    {
        RunTracker tracker;
        MaintenanceStatus running = runningSince(60);
        running.startedAt = running.startedAt.addMSecs(412);
        (void)tracker.take(running, trackedAt(61));
        const auto news = tracker.take(idleAfter(endedRun(60, 70)), trackedAt(71));
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.first().outcome, MaintenanceRun::Outcome::Succeeded);
        QVERIFY(!tracker.running());
    }

    void theStarterGoesToTheRunThatComesNext()
    {
        RunTracker tracker;
        (void)tracker.take(idleAfter(endedRun(0, 5)), trackedAt(10));
        tracker.expectStarter(u"me"_s);
        QCOMPARE(tracker.take(runningSince(60, endedRun(0, 5)), trackedAt(60)).first().starter, u"me"_s);
        QCOMPARE(tracker.take(idleAfter(endedRun(60, 70)), trackedAt(71)).first().starter, u"me"_s);
        QVERIFY(tracker.take(idleAfter(endedRun(120, 125)), trackedAt(126)).first().starter.isEmpty());
        tracker.expectStarter(u"me"_s); // over before it was seen
        QCOMPARE(tracker.take(idleAfter(endedRun(180, 181)), trackedAt(182)).first().starter, u"me"_s);
    }

    // What ran when the program ended last is found out by the next answer.
    void whatIsRememberedGoesOn_data()
    {
        QTest::addColumn<MaintenanceStatus>("answer");
        QTest::addColumn<QStringList>("news");
        QTest::newRow("it has ended") << idleAfter(endedRun(60, 70)) << QStringList{u"60-70 succeeded"_s};
        QTest::newRow("it runs still") << runningSince(60) << QStringList{};
        QTest::newRow("it is gone") << idleAfter(endedRun(0, 5)) << QStringList{u"60 unknown"_s};
        QTest::newRow("others ran meanwhile")
            << idleAfter(endedRun(600, 610)) << QStringList{u"60 unknown"_s, u"600-610 succeeded"_s};
    }
    void whatIsRememberedGoesOn()
    {
        QFETCH(MaintenanceStatus, answer);
        QFETCH(QStringList, news);
        RunTracker tracker;
        tracker.remember(
            {MaintenanceRun{
                 .startedAt = trackedAt(0), .finishedAt = trackedAt(5), .outcome = MaintenanceRun::Outcome::Succeeded},
                MaintenanceRun{.startedAt = trackedAt(60)}});
        QStringList told;
        for (const MaintenanceRun &run : tracker.take(answer, trackedAt(700)))
            told << inShort(run);
        QCOMPARE(told, news);
    }

    void onlyTheLatestAreRemembered()
    {
        RunTracker tracker;
        for (int hour = 0; hour < 40; ++hour)
            (void)tracker.take(idleAfter(endedRun(60 * hour, 60 * hour + 1)), trackedAt(60 * hour + 2));
        QCOMPARE(tracker.recent().size(), RunTracker::most);
        QCOMPARE(inShort(*tracker.last()), u"2340-2341 succeeded"_s);
        QCOMPARE(tracker.lastStart(), trackedAt(2340));
    }
};

int tst_runtracker(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RunTracker>(argc, argv);
}
#include "tst_runtracker.moc"
