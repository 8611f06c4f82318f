// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runstatistics.h"

#include "items/runtracker.h"

#include <algorithm>

using namespace std::chrono_literals;

// The value below which that share of the sorted values lies, between two of them where need be.
static double quantile(const QList<double> &sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = qsizetype(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - double(below));
}

static QList<double> sortedDurations(const QList<MaintenanceRun> &runs)
{
    QList<double> durations;
    for (const MaintenanceRun &run : runs)
        if (const auto took = durationOf(run))
            durations << double(took->count());
    std::sort(durations.begin(), durations.end());
    return durations;
}

static std::chrono::milliseconds rounded(double count)
{
    return std::chrono::milliseconds(qRound64(count));
}

std::optional<std::chrono::milliseconds> medianDuration(const QList<MaintenanceRun> &runs)
{
    const QList<double> durations = sortedDurations(runs);
    return durations.isEmpty() ? std::nullopt : std::optional(rounded(quantile(durations, 0.5)));
}

std::optional<std::chrono::milliseconds> outlierLimit(const QList<MaintenanceRun> &runs)
{
    constexpr int fewest = 8;
    const QList<double> durations = sortedDurations(runs);
    if (durations.size() < fewest)
        return std::nullopt;
    const double upper = quantile(durations, 0.75);
    const double fence = upper + 3 * (upper - quantile(durations, 0.25));
    return rounded(std::max(fence, 1.5 * quantile(durations, 0.5)));
}

static std::optional<int> trendOf(const QList<MaintenanceRun> &runs)
{
    constexpr int fewest = 8;
    QList<MaintenanceRun> timed;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(timed),
        [](const MaintenanceRun &run) { return durationOf(run).has_value(); });
    if (timed.size() < fewest)
        return std::nullopt;
    const auto before = medianDuration(timed.first(timed.size() / 2));
    const auto after = medianDuration(timed.sliced(timed.size() / 2));
    if (before->count() == 0)
        return std::nullopt;
    return qRound(100.0 * double((*after - *before).count()) / double(before->count()));
}

RunStatistics statisticsOf(const QList<MaintenanceRun> &runs)
{
    RunStatistics found{.median = medianDuration(runs), .trend = trendOf(runs)};
    const auto limit = outlierLimit(runs);
    std::chrono::milliseconds longest = -1ms;
    for (int i = 0; i < runs.size(); ++i) {
        found.runs += runs[i].outcome != MaintenanceRun::Outcome::Running;
        found.failed += runs[i].outcome == MaintenanceRun::Outcome::Failed;
        found.unknown += runs[i].outcome == MaintenanceRun::Outcome::Unknown;
        const auto took = durationOf(runs[i]);
        if (took && *took > longest) {
            longest = *took;
            found.slowest = i;
        }
        if (took && limit && *took > *limit)
            found.outliers << i;
    }
    return found;
}

std::chrono::seconds rhythmOf(const QList<MaintenanceRun> &runs, std::chrono::seconds otherwise)
{
    constexpr int fewest = 3;
    QList<double> distances;
    const MaintenanceRun *before = nullptr;
    for (const MaintenanceRun &run : runs) {
        if (!run.starter.isEmpty() || !run.startedAt.isValid())
            continue;
        if (before)
            distances << double(before->startedAt.secsTo(run.startedAt));
        before = &run;
    }
    if (distances.size() < fewest)
        return otherwise;
    std::sort(distances.begin(), distances.end());
    return std::max(60s, std::chrono::seconds(qRound64(quantile(distances, 0.25))));
}

std::chrono::seconds graceOf(std::chrono::seconds rhythm)
{
    return std::max<std::chrono::seconds>(5min, rhythm / 10);
}
