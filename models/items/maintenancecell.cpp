// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancecell.h"

#include "items/runstatistics.h"

void MaintenanceCell::learn(std::chrono::seconds nominal)
{
    rhythm = rhythmOf(runs.recent(), nominal);
    usual = medianDuration(runs.recent());
    slow = outlierLimit(runs.recent());
}

QDateTime MaintenanceCell::due() const
{
    const QDateTime last = runs.lastStart();
    return last.isValid() ? last.addSecs(rhythm.count()) : QDateTime();
}

bool MaintenanceCell::isLate(const QDateTime &now) const
{
    const QDateTime next = due();
    return !runs.running() && next.isValid() && now > next.addSecs(graceOf(rhythm).count());
}

Standing MaintenanceCell::standing(const QDateTime &now) const
{
    if (state == MaintenanceCell::State::NoAnswer)
        return Standing::NoAnswer;
    if (const auto &running = runs.running())
        return slow && running->startedAt.msecsTo(now) > slow->count() ? Standing::Slow : Standing::Running;
    if (state == MaintenanceCell::State::Starting)
        return Standing::Running;
    const MaintenanceRun *last = runs.last();
    if (!last)
        return state == MaintenanceCell::State::Idle ? Standing::NeverRan : Standing::Unknown;
    if (last->outcome == MaintenanceRun::Outcome::Failed)
        return Standing::Failed;
    if (last->outcome == MaintenanceRun::Outcome::Unknown)
        return Standing::Lost;
    return isLate(now) ? Standing::Late : Standing::Fine;
}
