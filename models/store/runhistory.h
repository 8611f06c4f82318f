// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/maintenance.h"
#include "store/store.h"

// Which runs are asked for.
struct RunQuery {
    QString server{}; // its address
    QString clientId{}; // empty: of all clients
    QString task{}; // empty: of all tasks
    QDateTime since{}; // began then or later, UTC; invalid: of all times
    bool onlyTroubles = false; // failed, or of unknown outcome
    int mostOfEach = 0; // the latest so many of each client's task; 0: all
};

// The runs of maintenance tasks that consoles saw, which servers themselves forget with the next one. Known by server,
// client, task and beginning, so that several consoles may write of the same run. Errors: as Store.
class RunHistory {
public:
    explicit RunHistory(Store &store) // opened with a journal's schema; must outlive this
        : m_store(store)
    {
    }
    // All or none. What a run came to is not unlearnt, nor who started it.
    Result<> keep(const QString &server, const QList<MaintenanceRun> &runs);
    Result<QList<MaintenanceRun>> runs(const RunQuery &query) const; // the oldest first
    Result<> forget(const QDateTime &before); // those that began earlier, UTC

private:
    Store &m_store;
};

// Part of a journal's schema, the same in both databases.
QStringList runHistorySchema();
