// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/maintenance.h"

#include "app/server/teneo/clientrows.h"
#include "app/server/teneo/json.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

struct Run {
    qint64 startedAt = 0;
    qint64 finishedAt = 0;
    QString outcome{};
    QString message{};
};

// What is known of one task of one client.
struct History {
    std::optional<Run> running{};
    std::optional<Run> last{};
};

}

static std::optional<Refusal> clientProblem(Call &call, const QString &id)
{
    const auto client = loadClient(call.database, id);
    if (!client)
        return notFound(u"There is no such client."_s).value();
    if (client->type != "STUDIO"_L1)
        return badRequest(u"Only clients of type STUDIO have maintenance tasks."_s).value();
    return std::nullopt;
}

static History load(Call &call, const QString &clientId, const QString &task)
{
    History history;
    call.database.each(uR"(SELECT started_at, finished_at, outcome, message FROM teneo_runs
        WHERE client_id = ? AND task = ? ORDER BY started_at DESC, rowid DESC LIMIT 2)"_s,
        {clientId, task}, [&](const QSqlQuery &row) {
            const Run run{.startedAt = row.value(0).toLongLong(),
                .finishedAt = row.value(1).toLongLong(),
                .outcome = row.value(2).toString(),
                .message = row.value(3).toString()};
            if (run.finishedAt > call.now)
                history.running = run;
            else if (!history.last)
                history.last = run;
        });
    return history;
}

static QJsonObject describe(Call &call, const QString &clientId, const QString &task)
{
    const History history = load(call, clientId, task);
    QJsonValue lastResult;
    if (history.last) {
        lastResult
            = QJsonObject{{u"outcome"_s, history.last->outcome}, {u"startedAt"_s, timestamp(history.last->startedAt)},
                {u"finishedAt"_s, timestamp(history.last->finishedAt)}, {u"message"_s, history.last->message}};
    }
    return {{u"clientId"_s, clientId}, {u"task"_s, task}, {u"status"_s, history.running ? u"RUNNING"_s : u"IDLE"_s},
        {u"startedAt"_s, history.running ? timestamp(history.running->startedAt) : QJsonValue()},
        {u"lastResult"_s, lastResult}};
}

static Answer readStatus(Call &call, const QString &task)
{
    const QString clientId = call.arguments.first();
    if (const auto problem = clientProblem(call, clientId))
        return tl::unexpected(*problem);
    return jsonResponse(200, describe(call, clientId, task));
}

static Answer begin(Call &call, const QString &task)
{
    const QString clientId = call.arguments.first();
    if (const auto problem = clientProblem(call, clientId))
        return tl::unexpected(*problem);
    if (load(call, clientId, task).running)
        return conflict(u"The task is running already."_s);
    const QString failure = call.state.failures.take({clientId, task});
    call.database.change(
        u"INSERT INTO teneo_runs (client_id, task, started_at, finished_at, outcome, message) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {clientId, task, call.now, call.now + static_cast<qint64>(call.state.maintenance.count()),
            failure.isEmpty() ? u"SUCCESS"_s : u"FAILURE"_s,
            failure.isEmpty() ? u"All maintenance steps were completed."_s : failure});
    return jsonResponse(202, describe(call, clientId, task));
}

Answer beginDaily(Call &call)
{
    return begin(call, u"DAILY"_s);
}

Answer beginHourly(Call &call)
{
    return begin(call, u"HOURLY"_s);
}

Answer readDailyStatus(Call &call)
{
    return readStatus(call, u"DAILY"_s);
}

Answer readHourlyStatus(Call &call)
{
    return readStatus(call, u"HOURLY"_s);
}

Answer failNextRun(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    const QString clientId = object->value("clientId"_L1).toString();
    const QString task = object->value("task"_L1).toString();
    if (const auto problem = clientProblem(call, clientId))
        return tl::unexpected(*problem);
    if (task != "DAILY"_L1 && task != "HOURLY"_L1)
        return badRequest(u"\"task\" is DAILY or HOURLY."_s);
    const QString message = object->value("message"_L1).toString();
    call.state.failures.insert(
        {clientId, task}, message.isEmpty() ? u"The maintenance step failed as it was told to."_s : message);
    return Response{.status = 204};
}

}
