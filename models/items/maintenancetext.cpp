// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancetext.h"

#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct MaintenanceTexts {
    Q_DECLARE_TR_FUNCTIONS(MaintenanceBoard)
};

}

static QString sinceText(const QDateTime &since, const QDateTime &now)
{
    const QDateTime local = since.toLocalTime();
    return local.toString(local.date() == now.toLocalTime().date() ? u"HH:mm"_s : u"ddd HH:mm"_s);
}

// What is to be expected of a task that does nothing now.
static QString idleText(const MaintenanceCell &cell, const QDateTime &now)
{
    const QDateTime due = cell.due();
    if (!due.isValid())
        return MaintenanceTexts::tr("Idle");
    const auto late = std::chrono::seconds(due.secsTo(now));
    if (cell.isLate(now)) {
        const auto rounded = late < 1h ? std::chrono::floor<std::chrono::minutes>(late)
            : late < 48h               ? std::chrono::floor<std::chrono::hours>(late)
                                       : std::chrono::floor<std::chrono::days>(late);
        //: %1 a duration: how much later than usual a task has not begun yet
        return MaintenanceTexts::tr("%1 late").arg(durationText(rounded));
    }
    //: %1 when the next run of a task is to be expected: "in 5 h"
    return late >= 0s ? MaintenanceTexts::tr("Next is due") : MaintenanceTexts::tr("Next %1").arg(relativeTime(due, now));
}

QString stateText(const MaintenanceCell &cell, const QDateTime &now)
{
    switch (cell.state) {
    case MaintenanceCell::State::Unknown:
        return {};
    case MaintenanceCell::State::Asking:
        return MaintenanceTexts::tr("Asking…");
    case MaintenanceCell::State::Idle:
        return idleText(cell, now);
    case MaintenanceCell::State::Starting:
        return MaintenanceTexts::tr("Starting…");
    case MaintenanceCell::State::Running:
        if (!cell.runs.running())
            return MaintenanceTexts::tr("Running");
        return (cell.standing(now) == Standing::Slow ? MaintenanceTexts::tr("Unusually long, since %1")
                                                     : MaintenanceTexts::tr("Running since %1"))
            .arg(sinceText(cell.runs.running()->startedAt, now));
    case MaintenanceCell::State::NoAnswer:
        return MaintenanceTexts::tr("No answer");
    }
    return {};
}

QString outcomeWord(MaintenanceRun::Outcome outcome)
{
    switch (outcome) {
    case MaintenanceRun::Outcome::Running:
        return MaintenanceTexts::tr("Running");
    case MaintenanceRun::Outcome::Succeeded:
        return MaintenanceTexts::tr("Succeeded");
    case MaintenanceRun::Outcome::Failed:
        return MaintenanceTexts::tr("Failed");
    case MaintenanceRun::Outcome::Unknown:
        return MaintenanceTexts::tr("Unknown");
    }
    return {};
}

QString outcomeText(const MaintenanceRun &run, const QDateTime &now)
{
    const QString when = relativeTime(run.finishedAt.isValid() ? run.finishedAt : run.startedAt, now);
    switch (run.outcome) {
    case MaintenanceRun::Outcome::Succeeded:
        //: %1 when it ended, %2 what the server says of it
        return MaintenanceTexts::tr("Succeeded %1: %2").arg(when, run.message);
    case MaintenanceRun::Outcome::Failed:
        //: %1 when it ended, %2 what the server says of it
        return MaintenanceTexts::tr("Failed %1: %2").arg(when, run.message);
    case MaintenanceRun::Outcome::Unknown:
        //: %1 when it began
        return MaintenanceTexts::tr("Unknown: began %1, vanished without a result").arg(when);
    case MaintenanceRun::Outcome::Running:
        return MaintenanceTexts::tr("Running");
    }
    return {};
}

QString shortOutcomeText(const MaintenanceRun &run, const QDateTime &now)
{
    if (run.outcome == MaintenanceRun::Outcome::Unknown)
        return outcomeText(run, now);
    //: %1 when a run ended, %2 what the server says of it
    return MaintenanceTexts::tr("%1: %2").arg(relativeTime(run.finishedAt.isValid() ? run.finishedAt : run.startedAt, now), run.message);
}

QString outcomeTextWithoutRun()
{
    return MaintenanceTexts::tr("Never ran");
}

QString runDurationText(const std::optional<std::chrono::milliseconds> &duration)
{
    if (!duration)
        return {};
    if (*duration < 1s)
        return MaintenanceTexts::tr("under 1 s");
    return durationText(std::chrono::round<std::chrono::seconds>(*duration));
}

QString runDetail(const MaintenanceRun &run)
{
    QStringList lines;
    lines << (run.outcome == MaintenanceRun::Outcome::Unknown
            ? MaintenanceTexts::tr("It was seen running and is gone without a result: whether it did its work is not known.")
            : run.message);
    lines << MaintenanceTexts::tr("Started: %1").arg(absoluteTime(run.startedAt));
    if (run.finishedAt.isValid())
        lines << MaintenanceTexts::tr("Finished: %1").arg(absoluteTime(run.finishedAt));
    if (const QString took = runDurationText(durationOf(run)); !took.isEmpty())
        lines << MaintenanceTexts::tr("Duration: %1").arg(took);
    if (!run.starter.isEmpty())
        lines << MaintenanceTexts::tr("Started by: %1").arg(run.starter);
    return lines.join(u'\n');
}
