// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancetext.h"

#include "core/clock.h"
#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct MaintenanceTexts {
    Q_DECLARE_TR_FUNCTIONS(MaintenanceBoard)
};

}

QString stateText(MaintenanceBoard::State state, const QDateTime &since)
{
    using State = MaintenanceBoard::State;
    switch (state) {
    case State::Unknown:
        return {};
    case State::Asking:
        return MaintenanceTexts::tr("Asking…");
    case State::Idle:
        return MaintenanceTexts::tr("Idle");
    case State::Starting:
        return MaintenanceTexts::tr("Starting…");
    case State::Running:
        return since.isValid()
            ? MaintenanceTexts::tr("Running since %1").arg(since.toLocalTime().toString(u"HH:mm:ss"_s))
            : MaintenanceTexts::tr("Running");
    case State::Failed:
        return MaintenanceTexts::tr("No answer");
    }
    return {};
}

QString resultText(const std::optional<MaintenanceResult> &result)
{
    if (!result)
        return MaintenanceTexts::tr("Never ran");
    const QString when = relativeTime(result->finishedAt, systemClock());
    //: %1 when it ended, %2 what the server says of it
    return (result->succeeded ? MaintenanceTexts::tr("Succeeded %1: %2") : MaintenanceTexts::tr("Failed %1: %2"))
        .arg(when, result->message);
}

QString resultDetail(const MaintenanceResult &result)
{
    const auto took = std::chrono::seconds(result.startedAt.secsTo(result.finishedAt));
    //: %1 message, %2 and %3 times, %4 duration
    return MaintenanceTexts::tr("%1\nStarted: %2\nFinished: %3\nDuration: %4")
        .arg(result.message, absoluteTime(result.startedAt), absoluteTime(result.finishedAt), durationText(took));
}
