// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace server::teneo {

// What a Studio client does again and again.
enum class Task : quint8 { Daily, Hourly };

QString nameOf(Task task); // DAILY, HOURLY
std::optional<Task> readTask(const QString &name);

// One run of a task. Times are milliseconds since 1970, UTC.
struct Run {
    qint64 startedAt = 0;
    qint64 finishedAt = 0; // or when it was lost
    QString outcome{}; // SUCCESS, FAILURE or LOST, once it has finished
    QString message{};
};

// When a client's task runs by itself, and what comes of it: drawn from the client's own seed in whole numbers, so that
// nothing is stored and each occurrence can be told without those before. A client has its own time of the day between
// 01:00 and 04:00 and its own minute of the hour, and its usual durations, which for one in fifteen grow by a hundredth
// a day. One run in forty takes four to six times as long, two in a hundred fail (at one client in forty, twenty), one
// in a hundred is left out, and one in four thousand hangs, until it is lost after twelve hours.
class Schedule {
public:
    Schedule(quint64 seed, qint64 beginning, Task task);

    qint64 beginning() const { return m_beginning; } // nothing starts before it
    // The number of the occurrence that starts last up to that time. It is of the schedule alone: it may be left out.
    qint64 numberAt(qint64 time) const;
    qint64 startOf(qint64 number) const;
    std::optional<Run> occurrence(qint64 number) const; // none: left out

    // A run hangs only after as many that do not, so that whatever it is in the way of is among the next few.
    bool hangs(qint64 number) const;
    qint64 reach() const; // how many occurrences a run that hangs can be in the way of

private:
    quint64 drawn(qint64 number) const;
    qint64 usualDuration(qint64 start) const;

    qint64 m_beginning;
    Task m_task;
    quint64 m_seed;
    qint64 m_period;
    qint64 m_offset; // from the beginning of the period
    qint64 m_duration;
    bool m_isFlaky;
    bool m_isGrowing;
};

}
