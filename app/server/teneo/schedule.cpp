// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/schedule.h"

#include "app/server/teneo/dice.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr qint64 scheduleMinute = 60'000;
static constexpr qint64 scheduleHour = 60 * scheduleMinute;
static constexpr qint64 scheduleDay = 24 * scheduleHour;
static constexpr qint64 longestHang = 12 * scheduleHour;
static constexpr qint64 latest = 4'000; // after the planned time, in milliseconds: less than a minute

namespace {

constexpr std::array dailyFailures{
    u"Step 1 of 6 failed: the Studio did not answer within 30 seconds.",
    u"Step 2 of 6 failed: the search index is locked by another process.",
    u"Step 3 of 6 failed: the log database did not answer within 60 seconds.",
    u"Step 4 of 6 failed: there is no space left on the volume of the archive.",
    u"Step 5 of 6 failed: out of memory while usage statistics were computed.",
};

constexpr std::array hourlyFailures{
    u"Step 1 of 2 failed: the Studio did not answer within 30 seconds.",
    u"Step 1 of 2 failed: the Studio refused the connection.",
    u"Step 2 of 2 failed: the log database did not answer within 60 seconds.",
    u"Step 2 of 2 failed: expired sessions are locked by another transaction.",
};

}

QString nameOf(Task task)
{
    return task == Task::Daily ? u"DAILY"_s : u"HOURLY"_s;
}

std::optional<Task> readTask(const QString &name)
{
    for (const Task task : {Task::Daily, Task::Hourly})
        if (name == nameOf(task))
            return task;
    return std::nullopt;
}

static QString drawFailure(Dice &dice, Task task)
{
    return QString::fromUtf16(task == Task::Daily ? dailyFailures[dice.below(dailyFailures.size())]
                                                  : hourlyFailures[dice.below(hourlyFailures.size())]);
}

Schedule::Schedule(quint64 seed, qint64 beginning, Task task)
    : m_beginning(beginning)
    , m_task(task)
    , m_seed(mix(seed, task == Task::Daily ? 1 : 2))
    , m_period(task == Task::Daily ? scheduleDay : scheduleHour)
{
    Dice client(mix(seed, 0));
    m_isFlaky = client.isOneOf(40);
    m_isGrowing = client.isOneOf(15);
    Dice dice(mix(m_seed, 0));
    const auto drawUpTo = [&](qint64 end) { return static_cast<qint64>(dice.below(static_cast<quint64>(end))); };
    m_offset = task == Task::Daily ? scheduleHour + drawUpTo(180) * scheduleMinute : drawUpTo(60) * scheduleMinute;
    m_duration = task == Task::Daily ? 90'000 + drawUpTo(630'000) : 5'000 + drawUpTo(65'000);
}

quint64 Schedule::drawn(qint64 number) const
{
    return mix(m_seed, static_cast<quint64>(number));
}

qint64 Schedule::startOf(qint64 number) const
{
    return number * m_period + m_offset + static_cast<qint64>((drawn(number) >> 32) % latest);
}

qint64 Schedule::numberAt(qint64 time) const
{
    const qint64 number = time / m_period;
    return startOf(number) <= time ? number : number - 1;
}

qint64 Schedule::reach() const
{
    return longestHang / m_period;
}

bool Schedule::hangs(qint64 number) const
{
    const auto isDrawn = [this](qint64 one) { return drawn(one) % 4000 == 0; };
    if (!isDrawn(number))
        return false;
    for (qint64 before = 1; before <= reach(); ++before)
        if (isDrawn(number - before))
            return false;
    return true;
}

// Growth ends at four times the first duration: even the longest run is over before the next one.
qint64 Schedule::usualDuration(qint64 start) const
{
    const qint64 days = std::clamp((start - m_beginning) / scheduleDay, qint64(0), qint64(300));
    return m_isGrowing ? m_duration * (100 + days) / 100 : m_duration;
}

std::optional<Run> Schedule::occurrence(qint64 number) const
{
    Run run{.startedAt = startOf(number)};
    if (hangs(number)) {
        run.finishedAt = run.startedAt + longestHang;
        run.outcome = u"LOST"_s;
        run.message = u"There was no sign of it for twelve hours."_s;
        return run;
    }
    Dice dice(drawn(number));
    if (dice.isOneOf(100))
        return std::nullopt;
    const auto percent = [&](quint64 from, quint64 to) { return static_cast<qint64>(from + dice.below(to - from)); };
    qint64 took = usualDuration(run.startedAt);
    took = took * (dice.isOneOf(40) ? percent(400, 600) : percent(85, 116)) / 100;
    run.outcome = u"SUCCESS"_s;
    run.message = u"All maintenance steps were completed."_s;
    if (dice.below(100) < (m_isFlaky ? 20u : 2u)) {
        took = took * percent(20, 95) / 100;
        run.outcome = u"FAILURE"_s;
        run.message = drawFailure(dice, m_task);
    }
    run.finishedAt = run.startedAt + took + static_cast<qint64>(dice.below(100));
    return run;
}

}
