// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancecell.h"

struct RunStatistics;

// What a person reads of maintenance, translated. `now` is the server's own time, as are the times of its runs.
QString stateText(const MaintenanceCell &cell, const QDateTime &now); // "Running since 02:14", "2 h late", "Next in 5 h"
QString outcomeText(const MaintenanceRun &run, const QDateTime &now); // "Failed 3 h ago: Disk full."
QString shortOutcomeText(const MaintenanceRun &run, const QDateTime &now); // beside an icon: "3 h ago: Disk full."
QString outcomeTextWithoutRun(); // "Never ran"
QString outcomeWord(MaintenanceRun::Outcome outcome); // "Failed"
QString runDurationText(const std::optional<std::chrono::milliseconds> &duration); // "3 min 41 s"; empty: not known
QString runDetail(const MaintenanceRun &run); // several lines
// "30 runs · 2 failed · usually 3 min 41 s · slowest 9 min (12 Nov) · getting slower: …"; of the same runs.
QString figuresText(const RunStatistics &statistics, const QList<MaintenanceRun> &runs);
