// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/maintenance.h"

#include "app/server/teneo/clientrows.h"
#include "app/server/teneo/json.h"
#include "app/server/teneo/runs.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

std::optional<Refusal> maintenanceProblem(Call &call, const QString &clientId)
{
    const auto client = loadClient(call.database, clientId);
    if (!client)
        return notFound(u"There is no such client."_s).value();
    if (client->type != "STUDIO"_L1)
        return badRequest(u"Only clients of type STUDIO have maintenance tasks."_s).value();
    return std::nullopt;
}

static QJsonObject describe(Call &call, const QString &clientId, Task task)
{
    const Runs::History history = Runs(call.database, clientId, task, call.now).history();
    QJsonValue lastResult;
    if (history.last) {
        lastResult
            = QJsonObject{{u"outcome"_s, history.last->outcome}, {u"startedAt"_s, timestamp(history.last->startedAt)},
                {u"finishedAt"_s, timestamp(history.last->finishedAt)}, {u"message"_s, history.last->message}};
    }
    return {{u"clientId"_s, clientId}, {u"task"_s, nameOf(task)},
        {u"status"_s, history.running ? u"RUNNING"_s : u"IDLE"_s},
        {u"startedAt"_s, history.running ? timestamp(history.running->startedAt) : QJsonValue()},
        {u"lastResult"_s, lastResult}};
}

static Answer readStatus(Call &call, Task task)
{
    const QString clientId = call.arguments.first();
    if (const auto problem = maintenanceProblem(call, clientId))
        return tl::unexpected(*problem);
    return jsonResponse(200, describe(call, clientId, task));
}

static Answer begin(Call &call, Task task)
{
    const QString clientId = call.arguments.first();
    if (const auto problem = maintenanceProblem(call, clientId))
        return tl::unexpected(*problem);
    if (Runs(call.database, clientId, task, call.now).history().running)
        return conflict(u"The task is running already."_s);
    const NextRun next = call.state.nextRuns.take({clientId, nameOf(task)});
    Run run{.startedAt = call.now,
        .finishedAt = call.now + next.duration.value_or(static_cast<qint64>(call.state.maintenance.count())),
        .outcome = next.failure.isEmpty() ? u"SUCCESS"_s : u"FAILURE"_s,
        .message = next.failure.isEmpty() ? u"All maintenance steps were completed."_s : next.failure};
    if (next.hangs)
        run.finishedAt = std::numeric_limits<qint64>::max();
    insertRun(call.database, clientId, task, run);
    return jsonResponse(202, describe(call, clientId, task));
}

Answer beginDaily(Call &call)
{
    return begin(call, Task::Daily);
}

Answer beginHourly(Call &call)
{
    return begin(call, Task::Hourly);
}

Answer readDailyStatus(Call &call)
{
    return readStatus(call, Task::Daily);
}

Answer readHourlyStatus(Call &call)
{
    return readStatus(call, Task::Hourly);
}

}
