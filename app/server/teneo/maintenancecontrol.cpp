// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/maintenancecontrol.h"

#include "app/server/teneo/json.h"
#include "app/server/teneo/maintenance.h"
#include "app/server/teneo/runs.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static tl::expected<Task, Refusal> findTask(Call &call, const QString &clientId, const QString &taskName)
{
    if (const auto problem = maintenanceProblem(call, clientId))
        return tl::unexpected(*problem);
    const auto task = readTask(taskName);
    if (!task)
        return badRequest(u"\"task\" is DAILY or HOURLY."_s);
    return *task;
}

static tl::expected<NextRun, Refusal> readNextRun(const QJsonObject &object)
{
    NextRun next;
    const QJsonValue hang = object["hang"_L1];
    const QJsonValue duration = object["durationMs"_L1];
    if (!hang.isUndefined() && !hang.isBool())
        return badRequest(u"\"hang\" is true or false."_s);
    next.hangs = hang.toBool();
    if (!duration.isUndefined()) {
        constexpr qint64 longest = qint64(24) * 3600 * 1000;
        next.duration = duration.toInteger(-1);
        if (*next.duration < 0 || *next.duration > longest)
            return badRequest(u"\"durationMs\" is a number of milliseconds, a day at most."_s);
    }
    next.failure = object["message"_L1].toString();
    if (next.hangs && (next.duration || !next.failure.isEmpty()))
        return badRequest(u"A run that hangs has neither \"durationMs\" nor \"message\"."_s);
    if (!next.hangs && !next.duration && next.failure.isEmpty())
        next.failure = u"The maintenance step failed as it was told to."_s;
    return next;
}

Answer tellNextRun(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    const QString clientId = object->value("clientId"_L1).toString();
    const auto task = findTask(call, clientId, object->value("task"_L1).toString());
    if (!task)
        return tl::unexpected(task.error());
    const auto next = readNextRun(*object);
    if (!next)
        return tl::unexpected(next.error());
    call.state.nextRuns.insert({clientId, nameOf(*task)}, *next);
    return Response{.status = 204};
}

Answer listRuns(Call &call)
{
    const Form &query = call.request.query;
    const QString clientId = query.value(u"clientId");
    const auto task = findTask(call, clientId, query.value(u"task"));
    if (!task)
        return tl::unexpected(task.error());
    JsonList list;
    for (const Run &run : Runs(call.database, clientId, *task, call.now).all()) {
        const bool isRunning = run.finishedAt > call.now;
        const bool hasResult = !isRunning && run.outcome != "LOST"_L1;
        list.append({{u"startedAt"_s, timestamp(run.startedAt)},
            {u"finishedAt"_s, hasResult ? timestamp(run.finishedAt) : QJsonValue()},
            {u"outcome"_s, isRunning ? u"RUNNING"_s : run.outcome},
            {u"message"_s, isRunning ? QString() : run.message}});
    }
    return list.response();
}

Answer restart(Call &call)
{
    loseRuns(call.database, call.now);
    return Response{.status = 204};
}

Answer switchSchedule(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue running = object->value("running"_L1);
    if (!running.isBool())
        return badRequest(u"\"running\" is true or false."_s);
    if (running.toBool())
        resumeSchedule(call.database, call.now);
    else
        stopSchedule(call.database, call.now);
    return Response{.status = 204};
}

}
