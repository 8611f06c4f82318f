// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancecell.h"
#include "items/runstatistics.h"

#include "tests/testprogram.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime statisticsStart(QDate(2026, 3, 1), QTime(2, 0), Qt::UTC);

// One a day; seconds each took, -1: nobody knows.
QList<MaintenanceRun> dailyRuns(const QList<int> &durations)
{
    QList<MaintenanceRun> runs;
    for (int i = 0; i < durations.size(); ++i) {
        const QDateTime start = statisticsStart.addDays(i);
        runs << MaintenanceRun{.startedAt = start,
            .finishedAt = durations[i] < 0 ? QDateTime() : start.addSecs(durations[i]),
            .outcome = durations[i] < 0 ? MaintenanceRun::Outcome::Unknown : MaintenanceRun::Outcome::Succeeded};
    }
    return runs;
}

QList<MaintenanceRun> runsAfterHours(const QList<int> &hours)
{
    QList<MaintenanceRun> runs;
    for (const int hour : hours)
        runs << MaintenanceRun{.startedAt = statisticsStart.addSecs(3600 * hour),
            .finishedAt = statisticsStart.addSecs(3600 * hour + 60),
            .outcome = MaintenanceRun::Outcome::Succeeded};
    return runs;
}

}

// What many runs tell together, and when the next is to be expected.
class tst_RunStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures_data()
    {
        QTest::addColumn<QList<int>>("durations");
        QTest::addColumn<int>("median"); // in seconds, -1: none
        QTest::addColumn<int>("slowest");
        QTest::addColumn<QList<int>>("outliers");
        QTest::addColumn<int>("trend"); // in percent, -1000: none
        using L = QList<int>;
        QTest::newRow("none") << L{} << -1 << -1 << L{} << -1000;
        QTest::newRow("one") << L{60} << 60 << 0 << L{} << -1000;
        QTest::newRow("an even number") << L{60, 120} << 90 << 1 << L{} << -1000;
        QTest::newRow("unknown ones have no duration") << L{60, -1, 120, 70} << 70 << 2 << L{} << -1000;
        QTest::newRow("all alike") << L{60, 60, 60, 60, 60, 60, 60, 60} << 60 << 0 << L{} << 0;
        QTest::newRow("hardly longer is no outlier") << L{60, 60, 60, 60, 60, 60, 60, 80} << 60 << 7 << L{} << 0;
        QTest::newRow("one of them far longer") << L{60, 62, 58, 61, 300, 59, 60, 63, 60} << 60 << 4 << L{4} << -1;
        QTest::newRow("too few to tell") << L{60, 60, 60, 60, 60, 60, 600} << 60 << 6 << L{} << -1000;
        QTest::newRow("getting slower") << L{100, 100, 100, 100, 130, 130, 130, 130} << 115 << 4 << L{} << 30;
        QTest::newRow("getting faster") << L{100, 100, 100, 100, 50, 50, 50, 50} << 75 << 0 << L{} << -50;
    }
    void figures()
    {
        QFETCH(QList<int>, durations);
        QFETCH(int, median);
        QFETCH(int, slowest);
        QFETCH(QList<int>, outliers);
        QFETCH(int, trend);
        const RunStatistics found = statisticsOf(dailyRuns(durations));
        QCOMPARE(found.runs, durations.size());
        QCOMPARE(found.unknown, durations.count(-1));
        QCOMPARE(found.median ? int(found.median->count() / 1000) : -1, median);
        QCOMPARE(found.slowest, slowest);
        QCOMPARE(found.outliers, outliers);
        QCOMPARE(found.trend.value_or(-1000), trend);
    }

    void rhythms_data()
    {
        QTest::addColumn<QList<int>>("hours");
        QTest::addColumn<int>("rhythm"); // hours
        using L = QList<int>;
        QTest::newRow("none: as is usual") << L{} << 24;
        QTest::newRow("too few: as is usual") << L{0, 12, 24} << 24;
        QTest::newRow("daily") << L{0, 24, 48, 72, 96} << 24;
        QTest::newRow("every second hour") << L{0, 2, 4, 6, 8, 10} << 2;
        QTest::newRow("nobody looked over the weekend") << L{0, 24, 96, 120, 144} << 24;
        QTest::newRow("one run by hand") << L{0, 24, 48, 53, 72, 96, 120, 144} << 24;
    }
    void rhythms()
    {
        QFETCH(QList<int>, hours);
        QFETCH(int, rhythm);
        auto runs = runsAfterHours(hours);
        for (auto &run : runs)
            if (statisticsStart.secsTo(run.startedAt) == 53 * 3600)
                run.starter = u"somebody"_s; // says nothing of the server's own rhythm
        QCOMPARE(rhythmOf(runs, 24h), std::chrono::hours(rhythm));
    }

    void whenATaskIsLate_data()
    {
        QTest::addColumn<int>("minutes"); // since the last start
        QTest::addColumn<bool>("late");
        QTest::newRow("long before") << 60 << false;
        QTest::newRow("due") << 24 * 60 + 1 << false;
        QTest::newRow("within a tenth") << 26 * 60 << false;
        QTest::newRow("beyond") << 26 * 60 + 25 << true;
    }
    void whenATaskIsLate()
    {
        QFETCH(int, minutes);
        QFETCH(bool, late);
        MaintenanceCell cell{.state = MaintenanceCell::State::Idle};
        cell.runs.remember(runsAfterHours({0, 24, 48, 72, 96}));
        cell.learn(24h);
        const QDateTime at = statisticsStart.addSecs(96 * 3600 + 60 * minutes);
        QCOMPARE(cell.isLate(at), late);
        QCOMPARE(cell.standing(at), late ? Standing::Late : Standing::Fine);
        // Not while it runs, whenever that began.
        (void)cell.runs.take({.running = true, .startedAt = at}, at);
        QVERIFY(!cell.isLate(at));
    }

    void aRunThatTakesFarTooLongIsSeen()
    {
        MaintenanceCell cell{.state = MaintenanceCell::State::Running};
        cell.runs.remember(dailyRuns({60, 62, 58, 61, 60, 59, 60, 63, 60}));
        cell.learn(24h);
        const QDateTime began = statisticsStart.addDays(9);
        (void)cell.runs.take({.running = true, .startedAt = began}, began);
        QCOMPARE(cell.standing(began.addSecs(80)), Standing::Running);
        QCOMPARE(cell.standing(began.addSecs(100)), Standing::Slow);
    }
};

int tst_runstatistics(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RunStatistics>(argc, argv);
}
#include "tst_runstatistics.moc"
