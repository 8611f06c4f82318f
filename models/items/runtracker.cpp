// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runtracker.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

MaintenanceRun runOf(const MaintenanceResult &result)
{
    return {.startedAt = result.startedAt.isValid() ? result.startedAt : result.finishedAt,
        .finishedAt = result.finishedAt,
        .outcome = result.succeeded ? MaintenanceRun::Outcome::Succeeded : MaintenanceRun::Outcome::Failed,
        .message = result.message};
}

std::optional<std::chrono::milliseconds> durationOf(const MaintenanceRun &run)
{
    if (!run.startedAt.isValid() || !run.finishedAt.isValid() || run.finishedAt < run.startedAt)
        return std::nullopt;
    return std::chrono::milliseconds(run.startedAt.msecsTo(run.finishedAt));
}

// Whether two beginnings are of the same run: one answer of a server may be more precise than the other.
static bool isSameStart(const QDateTime &a, const QDateTime &b)
{
    return a.isValid() && b.isValid() && std::abs(a.msecsTo(b)) < 1000;
}

void RunTracker::remember(const QList<MaintenanceRun> &runs)
{
    for (const MaintenanceRun &run : runs) {
        if (run.outcome != MaintenanceRun::Outcome::Running)
            add(run);
        else if (!m_running || m_running->startedAt < run.startedAt)
            m_running = run;
    }
    // Somebody else has seen its end, or a later one.
    if (m_running && last() && last()->startedAt >= m_running->startedAt)
        m_running.reset();
}

// In its place: what is read from the past may be mixed with what was seen meanwhile.
void RunTracker::add(const MaintenanceRun &run)
{
    const auto same = std::find_if(m_recent.begin(), m_recent.end(),
        [&](const MaintenanceRun &one) { return isSameStart(one.startedAt, run.startedAt); });
    if (same != m_recent.end()) {
        if (same->outcome == MaintenanceRun::Outcome::Unknown)
            *same = run;
        return;
    }
    const auto place = std::upper_bound(m_recent.begin(), m_recent.end(), run,
        [](const MaintenanceRun &a, const MaintenanceRun &b) { return a.startedAt < b.startedAt; });
    m_recent.insert(place, run);
    if (m_recent.size() > most)
        m_recent.removeFirst();
}

QList<MaintenanceRun> RunTracker::take(const MaintenanceStatus &status, const QDateTime &seenAt)
{
    QList<MaintenanceRun> news;
    std::optional<MaintenanceRun> ended;
    if (status.lastResult && (status.lastResult->startedAt.isValid() || status.lastResult->finishedAt.isValid()))
        ended = runOf(*status.lastResult);
    const bool isKnown = ended && std::any_of(m_recent.begin(), m_recent.end(), [&](const MaintenanceRun &run) {
        return run.outcome != MaintenanceRun::Outcome::Unknown && isSameStart(run.startedAt, ended->startedAt);
    });
    const bool isNew = ended && !isKnown && !(last() && ended->startedAt < last()->startedAt);

    if (m_running) {
        const bool isOver
            = isNew && (isSameStart(ended->startedAt, m_running->startedAt) || !status.lastResult->startedAt.isValid());
        const bool goesOn = status.running && !isOver
            && (!status.startedAt.isValid() || isSameStart(status.startedAt, m_running->startedAt));
        if (isOver) {
            ended->starter = m_running->starter;
            ended->startedAt = m_running->startedAt;
        } else if (!goesOn) {
            m_running->outcome = MaintenanceRun::Outcome::Unknown;
            add(*m_running);
            news << *m_running;
        }
        if (!goesOn)
            m_running.reset();
    }
    if (isNew) {
        if (!status.running && ended->starter.isEmpty())
            ended->starter = std::exchange(m_starter, {});
        add(*ended);
        news << *ended;
    }
    if (status.running && !m_running) {
        m_running = MaintenanceRun{.startedAt = status.startedAt.isValid() ? status.startedAt : seenAt,
            .starter = std::exchange(m_starter, {})};
        news << *m_running;
    }
    return news;
}

void RunTracker::expectStarter(const QString &starter)
{
    m_starter = starter;
}

const MaintenanceRun *RunTracker::last() const
{
    return m_recent.isEmpty() ? nullptr : &m_recent.last();
}

QDateTime RunTracker::lastStart() const
{
    return m_running ? m_running->startedAt : last() ? last()->startedAt : QDateTime();
}
