// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/maintenance.h"

#include <QList>

#include <chrono>
#include <optional>

// What many runs of one task tell together.
struct RunStatistics {
    int runs = 0; // that ended, whatever they came to
    int failed = 0;
    int unknown = 0;
    std::optional<std::chrono::milliseconds> median{}; // of the durations that are known
    int slowest = -1; // index of the longest run; -1: no duration is known
    QList<int> outliers{}; // indices of the runs that took very much longer than usual
    // How much longer the younger half took than the older one, in the middle, in percent; none: too few of them.
    std::optional<int> trend{};
};
RunStatistics statisticsOf(const QList<MaintenanceRun> &runs); // the oldest first

// What takes longer than this is an outlier: beyond Tukey's outer fence (third quartile and three times the range
// between the quartiles), and half as long again as usual. None with fewer than eight durations.
std::optional<std::chrono::milliseconds> outlierLimit(const QList<MaintenanceRun> &runs);
std::optional<std::chrono::milliseconds> medianDuration(const QList<MaintenanceRun> &runs);

// From one run to the next, as these were begun by the server itself: the lower quartile of their distances, for a
// console that does not always look sees too long ones, never too short. `otherwise` with fewer than three distances.
std::chrono::seconds rhythmOf(const QList<MaintenanceRun> &runs, std::chrono::seconds otherwise);
// How much later than that a run may begin before anybody is told.
std::chrono::seconds graceOf(std::chrono::seconds rhythm);
