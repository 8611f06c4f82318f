// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/maintenance.h"

#include <QList>

#include <chrono>
#include <optional>

// Makes runs of what a server says of one task, answer after answer: it tells only the run under way and the last
// result. A run that was seen and is gone without a result of its own is of unknown outcome, never a success. Only the
// server's own times are compared with each other, so that no clock that is wrong does harm.
class RunTracker {
public:
    static constexpr int most = 12; // of the latest runs it remembers

    // What earlier answers came to, in this run of the program or before it; the oldest first.
    void remember(const QList<MaintenanceRun> &runs);
    // What this answer tells that was not known: a run that began, one that ended, one that vanished; in that order
    // of time. `seenAt` stands in for a beginning that a server does not tell. Client and task are the caller's to add.
    QList<MaintenanceRun> take(const MaintenanceStatus &status, const QDateTime &seenAt);
    void expectStarter(const QString &starter); // of the run that is seen next

    const std::optional<MaintenanceRun> &running() const { return m_running; }
    const MaintenanceRun *last() const; // that ended or vanished; null: none is known
    const QList<MaintenanceRun> &recent() const { return m_recent; } // that ended or vanished, the oldest first
    QDateTime lastStart() const; // invalid: it never ran, as far as is known

private:
    void add(const MaintenanceRun &run);

    QList<MaintenanceRun> m_recent;
    std::optional<MaintenanceRun> m_running;
    QString m_starter; // of the next
};

// What a result is as a run, without its client and its task.
MaintenanceRun runOf(const MaintenanceResult &result);
// How long it took by the server's clock; none where that is not known.
std::optional<std::chrono::milliseconds> durationOf(const MaintenanceRun &run);
