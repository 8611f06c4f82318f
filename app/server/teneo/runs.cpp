// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/runs.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr QStringView lostByRestart = u"The product restarted while it ran.";

static Run readRun(const QSqlQuery &row)
{
    return {.startedAt = row.value(0).toLongLong(),
        .finishedAt = row.value(1).toLongLong(),
        .outcome = row.value(2).toString(),
        .message = row.value(3).toString()};
}

static std::optional<qint64> readTime(const QSqlQuery &row)
{
    return timeOf(row.value(0));
}

static std::pair<quint64, qint64> readStudio(const QSqlQuery &row)
{
    return {static_cast<quint64>(row.value(0).toLongLong()), row.value(1).toLongLong()};
}

Runs::Runs(Database &database, const QString &clientId, Task task, qint64 now)
    : m_database(database)
    , m_clientId(clientId)
    , m_task(nameOf(task))
    , m_now(now)
{
    if (const auto studio
        = database.one(u"SELECT seed, begins_at FROM teneo_studios WHERE client_id = ?"_s, {clientId}, readStudio))
        m_schedule.emplace(studio->first, studio->second, task);
}

Runs::History Runs::begun() const
{
    const QVariantList values{m_clientId, m_task, m_now, m_now};
    return {.running = m_database.one(uR"(SELECT started_at, finished_at, outcome, message FROM teneo_runs
        WHERE client_id = ? AND task = ? AND started_at <= ? AND finished_at > ?
        ORDER BY started_at DESC, rowid DESC LIMIT 1)"_s,
                values, readRun),
        .last = m_database.one(uR"(SELECT started_at, finished_at, outcome, message FROM teneo_runs
        WHERE client_id = ? AND task = ? AND started_at <= ? AND finished_at <= ? AND outcome <> 'LOST'
        ORDER BY started_at DESC, rowid DESC LIMIT 1)"_s,
            values, readRun)};
}

// The first moment of what keeps the schedule from starting a run then. A stop and its end take effect right after, so
// that what a moment has shown stays true.
std::optional<qint64> Runs::obstacleAt(qint64 start) const
{
    return m_database
        .one(uR"(SELECT MIN(since) FROM (
            SELECT stopped_at + 1 AS since FROM teneo_stops
            WHERE stopped_at < ? AND COALESCE(resumed_at, ?) >= ?
            UNION ALL SELECT started_at FROM teneo_runs
            WHERE client_id = ? AND task = ? AND started_at <= ? AND finished_at > ?))"_s,
            {start, start, start, m_clientId, m_task, start, start}, readTime)
        .value_or(std::nullopt);
}

std::optional<qint64> Runs::restartDuring(const Run &run) const
{
    return m_database
        .one(u"SELECT MIN(restarted_at) FROM teneo_restarts WHERE restarted_at BETWEEN ? AND ?"_s,
            {run.startedAt, std::min(run.finishedAt - 1, m_now)}, readTime)
        .value_or(std::nullopt);
}

bool Runs::isHeldUp(qint64 number) const
{
    for (qint64 before = number - m_schedule->reach(); before < number; ++before) {
        if (!m_schedule->hangs(before))
            continue;
        const auto hanging = scheduled(before);
        if (hanging && hanging->finishedAt > m_schedule->startOf(number))
            return true;
    }
    return false;
}

// What became of an occurrence; nothing when it was left out.
std::optional<Run> Runs::scheduled(qint64 number) const
{
    auto run = m_schedule->occurrence(number);
    if (!run || run->startedAt < m_schedule->beginning() || obstacleAt(run->startedAt) || isHeldUp(number))
        return std::nullopt;
    if (const auto restart = restartDuring(*run)) {
        run->finishedAt = *restart;
        run->outcome = u"LOST"_s;
        run->message = lostByRestart.toString();
    }
    return run;
}

// Backwards from now, in one leap over a time without runs: a status costs the same however long the server has run.
Runs::History Runs::history() const
{
    History history = begun();
    if (!m_schedule)
        return history;
    const qint64 oldest = std::max(m_schedule->beginning(), history.last ? history.last->startedAt : 0);
    for (qint64 number = m_schedule->numberAt(m_now); m_schedule->startOf(number) >= oldest; --number) {
        if (const auto obstacle = obstacleAt(m_schedule->startOf(number))) {
            number = m_schedule->numberAt(*obstacle - 1) + 1;
            continue;
        }
        const auto run = scheduled(number);
        if (run && run->finishedAt > m_now) {
            history.running = run;
        } else if (run && run->outcome != "LOST"_L1) {
            history.last = run;
            break;
        }
    }
    return history;
}

std::vector<Run> Runs::all() const
{
    std::vector<Run> runs;
    m_database.each(uR"(SELECT started_at, finished_at, outcome, message FROM teneo_runs
        WHERE client_id = ? AND task = ? AND started_at <= ? ORDER BY started_at, rowid)"_s,
        {m_clientId, m_task, m_now}, [&](const QSqlQuery &row) { runs.push_back(readRun(row)); });
    if (!m_schedule)
        return runs;
    const qint64 end = m_schedule->numberAt(m_now);
    for (qint64 number = m_schedule->numberAt(m_schedule->beginning()); number <= end; ++number)
        if (const auto run = scheduled(number))
            runs.push_back(*run);
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.startedAt < b.startedAt; });
    return runs;
}

void insertRun(Database &database, const QString &clientId, Task task, const Run &run)
{
    database.change(
        u"INSERT INTO teneo_runs (client_id, task, started_at, finished_at, outcome, message) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {clientId, nameOf(task), run.startedAt, run.finishedAt, run.outcome, run.message});
}

void loseRuns(Database &database, qint64 now)
{
    database.change(u"INSERT INTO teneo_restarts (restarted_at) VALUES (?)"_s, {now});
    database.change(uR"(UPDATE teneo_runs SET outcome = 'LOST', finished_at = ?, message = ?
        WHERE started_at <= ? AND finished_at > ?)"_s,
        {now, lostByRestart.toString(), now, now});
}

void stopSchedule(Database &database, qint64 now)
{
    if (!database.exists(u"SELECT 1 FROM teneo_stops WHERE resumed_at IS NULL"_s, {}))
        database.change(u"INSERT INTO teneo_stops (stopped_at) VALUES (?)"_s, {now});
}

void resumeSchedule(Database &database, qint64 now)
{
    database.change(u"UPDATE teneo_stops SET resumed_at = ? WHERE resumed_at IS NULL"_s, {now});
}

}
