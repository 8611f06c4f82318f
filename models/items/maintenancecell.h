// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "items/runtracker.h"

#include <memory>
#include <vector>

// How things are with one task of one client; what is worse comes later.
enum class Standing { Unknown, Fine, NeverRan, Running, Slow, Late, NoAnswer, Lost, Failed };

// Somebody who waits for the end of a run.
using RunPromise = std::shared_ptr<QPromise<Result<MaintenanceRun>>>;

// What is known of one task of one client.
struct MaintenanceCell {
    enum class State { Unknown, Asking, Idle, Starting, Running, NoAnswer };

    State state = State::Unknown;
    RunTracker runs{};
    QString error{}; // why the last request about it failed; empty when it did not
    std::chrono::seconds rhythm{};
    std::optional<std::chrono::milliseconds> usual{}; // duration
    std::optional<std::chrono::milliseconds> slow{}; // what takes longer is unusual
    bool isFollowed = false; // its end is waited for
    bool isOurs = false; // because it was started or joined here
    bool isQueued = false; // to be asked about
    bool wasAsked = false; // so that an end is news
    QDateTime answeredAt{}; // when the server told last, by its clock; invalid: it has not
    bool wasLate = false; // which was told
    int starts = 0; // from here: what was asked before the last one says nothing of it
    int patience = 0; // answers that may still show nothing of the run that was started
    QDateTime lastStart{}; // of the run before the one started here
    std::vector<RunPromise> waiting{};

    void learn(std::chrono::seconds nominal); // rhythm and durations, from the runs
    QDateTime due() const; // when the next run ought to begin, by the server's clock; invalid: nobody knows
    bool isLate(const QDateTime &now) const; // by the server's clock
    Standing standing(const QDateTime &now) const;
};
