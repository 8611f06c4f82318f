// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/teneo/schedule.h"

namespace server::teneo {

// The runs of one task of one client up to a time, in milliseconds since 1970: those that were begun through the API,
// which are stored, and those of the schedule, if it has one. An occurrence is left out while the schedule is stopped
// or another run is under way.
class Runs {
public:
    Runs(Database &database, const QString &clientId, Task task, qint64 now);

    // What is known of the task without its truth: a lost run leaves no result.
    struct History {
        std::optional<Run> running{};
        std::optional<Run> last{};
    };
    History history() const;
    std::vector<Run> all() const; // oldest first

private:
    History begun() const;
    std::optional<Run> scheduled(qint64 number) const;
    bool isHeldUp(qint64 number) const;
    std::optional<qint64> obstacleAt(qint64 start) const;
    std::optional<qint64> restartDuring(const Run &run) const;

    Database &m_database;
    QString m_clientId;
    QString m_task;
    qint64 m_now;
    std::optional<Schedule> m_schedule;
};

// Stores a run that was begun through the API.
void insertRun(Database &database, const QString &clientId, Task task, const Run &run);
// Everything under way is lost.
void loseRuns(Database &database, qint64 now);
// From now on occurrences are left out, or no longer.
void stopSchedule(Database &database, qint64 now);
void resumeSchedule(Database &database, qint64 now);

}
