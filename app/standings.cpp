// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standings.h"

#include "items/runtable.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

QString wordOf(Standing standing)
{
    static const std::array<QString, 9> words{u"noAnswer"_s, u"fine"_s, u"neverRan"_s, u"running"_s, u"slow"_s,
        u"late"_s, u"noAnswer"_s, u"unknown"_s, u"failed"_s};
    return words[size_t(standing)];
}

Standing standingOf(const MaintenanceWatch &watch, int row, int task)
{
    const Standing standing = watch.clients().at(row).cells.at(task).standing(watch.serverTime());
    return standing == Standing::Unknown ? Standing::NoAnswer : standing;
}

bool isTrouble(Standing standing)
{
    return standing >= Standing::Slow;
}

QJsonObject countStandings(const MaintenanceWatch &watch)
{
    QHash<Standing, int> counts;
    for (int row = 0; row < watch.clients().size(); ++row)
        for (int task = 0; task < watch.clients().at(row).cells.size(); ++task)
            ++counts[standingOf(watch, row, task)];
    QJsonObject object{{u"clients"_s, int(watch.clients().size())}};
    for (int standing = int(Standing::Fine); standing <= int(Standing::Failed); ++standing)
        object.insert(wordOf(Standing(standing)), counts.value(Standing(standing)));
    return object;
}

QJsonObject taskOf(const MaintenanceWatch &watch, int row, int task)
{
    const auto &client = watch.clients().at(row);
    return {{u"client"_s, client.name}, {u"clientId"_s, client.id}, {u"task"_s, watch.taskIds().at(task)}};
}

QJsonObject currentRun(const MaintenanceWatch &watch, int row, int task)
{
    const auto &client = watch.clients().at(row);
    const MaintenanceCell &cell = client.cells.at(task);
    const MaintenanceRun *last = cell.runs.last();
    MaintenanceRun run = cell.runs.running().value_or(last ? *last : MaintenanceRun());
    run.clientId = client.id;
    run.clientName = client.name;
    run.task = watch.taskIds().at(task);
    QJsonObject object = run.startedAt.isValid() ? jsonRun(run) : taskOf(watch, row, task);
    if (cell.isLate(watch.serverTime()))
        object.insert(u"dueAt"_s, cell.due().toUTC().toString(Qt::ISODateWithMs));
    if (!cell.error.isEmpty())
        object.insert(u"message"_s, cell.error);
    return object;
}
