// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/dice.h"
#include "app/server/teneo/schedule.h"
#include "tests/testprogram.h"

#include <QDateTime>

#include <algorithm>
#include <vector>

using server::teneo::Run;
using server::teneo::Schedule;

static constexpr qint64 scheduleBeginning = 1'769'846'400'000; // 2026-01-31 08:00
static constexpr qint64 scheduleHour = 3'600'000;

namespace {

// What came of very many occurrences.
struct Tally {
    qint64 planned = 0;
    qint64 skipped = 0;
    qint64 hung = 0;
    qint64 failed = 0;
    qint64 succeeded = 0;
    qint64 outliers = 0; // of the succeeded
    int flaky = 0; // clients
    int growing = 0;
};

void tallyClient(Tally &tally, const Schedule &schedule, qint64 days)
{
    const qint64 first = schedule.numberAt(scheduleBeginning) + 1;
    const qint64 last = schedule.numberAt(scheduleBeginning + days * 24 * scheduleHour);
    std::vector<qint64> durations;
    qint64 failed = 0;
    for (qint64 number = first; number <= last; ++number) {
        const auto run = schedule.occurrence(number);
        ++tally.planned;
        tally.skipped += run ? 0 : 1;
        tally.hung += run && run->outcome == QLatin1String("LOST") ? 1 : 0;
        failed += run && run->outcome == QLatin1String("FAILURE") ? 1 : 0;
        if (run && run->outcome == QLatin1String("SUCCESS"))
            durations.push_back(run->finishedAt - run->startedAt);
    }
    const auto count = static_cast<qint64>(durations.size());
    const auto quarter = durations.begin() + count / 4;
    const auto middle = [](std::vector<qint64> part) {
        std::nth_element(part.begin(), part.begin() + static_cast<qint64>(part.size() / 2), part.end());
        return part[part.size() / 2];
    };
    const qint64 usual = middle(durations);
    tally.growing
        += middle({durations.end() - count / 4, durations.end()}) * 100 > middle({durations.begin(), quarter}) * 115
        ? 1
        : 0;
    tally.outliers += std::count_if(
        durations.begin(), durations.end(), [&](qint64 duration) { return duration * 10 > usual * 25; });
    tally.failed += failed;
    tally.succeeded += count;
    tally.flaky += failed * 10 > last - first ? 1 : 0;
}

bool isPerMille(qint64 part, qint64 whole, qint64 least, qint64 most)
{
    return part * 1000 >= whole * least && part * 1000 <= whole * most;
}

}

// The schedule of maintenance as a function of a seed and a number.
class tst_TeneoSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreLikely_data()
    {
        QTest::addColumn<bool>("isDaily");
        QTest::newRow("daily") << true;
        if (!isSanitized)
            QTest::newRow("hourly") << false;
    }
    void sharesAreLikely()
    {
        QFETCH(bool, isDaily);
        Tally tally;
        for (quint64 client = 0; client < 1000; ++client)
            tallyClient(tally, schedule(client, isDaily), 30);
        QCOMPARE(tally.planned, isDaily ? 30'000 : 720'000);
        QVERIFY(isPerMille(tally.skipped, tally.planned, 7, 13));
        QVERIFY(isPerMille(tally.failed, tally.planned, 18, 32));
        QVERIFY(isPerMille(tally.outliers, tally.succeeded, 20, 30));
        QVERIFY(tally.hung > 0 && isPerMille(tally.hung, tally.planned, 0, 1));
        if (isDaily)
            return; // thirty runs do not tell
        QVERIFY(tally.flaky > 10 && tally.flaky < 50);
        QVERIFY(tally.growing > 40 && tally.growing < 100);
    }

    void occurrencesAreWhereTheyBelong()
    {
        for (quint64 client = 0; client < 200; ++client) {
            for (const bool isDaily : {true, false}) {
                const Schedule one = schedule(client, isDaily);
                const qint64 first = one.numberAt(scheduleBeginning);
                const QDateTime early = time(one.startOf(first));
                for (qint64 number = first; number < first + 100; ++number) {
                    const qint64 start = one.startOf(number);
                    QCOMPARE(one.numberAt(start), number);
                    QCOMPARE(one.numberAt(start - 1), number - 1);
                    QCOMPARE(time(start).time().minute(), early.time().minute());
                    QVERIFY(!isDaily || time(start).time().hour() == early.time().hour());
                    QVERIFY(!isDaily || (time(start).time().hour() >= 1 && time(start).time().hour() < 4));
                }
            }
        }
    }

    // Only runs that hang are, and those that follow one of them for its twelve hours do not hang.
    void noRunIsInTheWayOfTheNext()
    {
        for (quint64 client = 0; client < 300; ++client) {
            for (const bool isDaily : {true, false}) {
                const Schedule one = schedule(client, isDaily);
                const qint64 late = one.numberAt(scheduleBeginning + 1000 * 24 * scheduleHour); // all growth is over
                for (qint64 number = late; number < late + 200; ++number) {
                    const auto run = one.occurrence(number);
                    QVERIFY(!run || run->startedAt == one.startOf(number));
                    QCOMPARE(run && run->outcome == QLatin1String("LOST"), one.hangs(number));
                    if (run && !one.hangs(number))
                        QVERIFY(run->finishedAt < one.startOf(number + 1));
                    else if (run)
                        QCOMPARE(run->finishedAt, run->startedAt + 12 * scheduleHour);
                    for (qint64 next = 1; one.hangs(number) && next <= one.reach(); ++next)
                        QVERIFY(!one.hangs(number + next));
                }
            }
        }
    }

    void durationsAreThoseOfMaintenance()
    {
        for (quint64 client = 0; client < 200; ++client) {
            for (const bool isDaily : {true, false}) {
                const Schedule one = schedule(client, isDaily);
                const qint64 first = one.numberAt(scheduleBeginning);
                for (qint64 number = first; number < first + 30; ++number) {
                    const auto run = one.occurrence(number);
                    if (!run || one.hangs(number))
                        continue;
                    const qint64 seconds = (run->finishedAt - run->startedAt) / 1000;
                    QVERIFY(seconds <= (isDaily ? 6 * 60 * 17 : 6 * 95));
                    QVERIFY(run->outcome != QLatin1String("SUCCESS") || seconds >= (isDaily ? 60 : 4));
                    QVERIFY(!run->message.isEmpty());
                }
            }
        }
    }

    // The same on every machine: these came of the first version.
    void itStaysAsItIs()
    {
        const Schedule daily(42, scheduleBeginning, server::teneo::Task::Daily);
        const auto run = daily.occurrence(20'500);
        QVERIFY(run);
        QCOMPARE(time(run->startedAt).toString(Qt::ISODateWithMs), QStringLiteral("2026-02-16T03:21:00.256Z"));
        QCOMPARE(run->finishedAt - run->startedAt, 458'082);
    }

private:
    static Schedule schedule(quint64 client, bool isDaily)
    {
        return Schedule(server::teneo::mix(99, client), scheduleBeginning,
            isDaily ? server::teneo::Task::Daily : server::teneo::Task::Hourly);
    }
    static QDateTime time(qint64 milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC); }
};

int tst_teneoschedule(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoSchedule>(argc, argv);
}
#include "tst_teneoschedule.moc"
