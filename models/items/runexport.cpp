// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"
#include "items/runtable.h"
#include "items/runtracker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

static QString exportTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : u""_s;
}

static QString outcomeName(MaintenanceRun::Outcome outcome)
{
    static const std::array<QString, 4> names{u"running"_s, u"succeeded"_s, u"failed"_s, u"unknown"_s};
    return names[size_t(outcome)];
}

static std::optional<double> secondsTaken(const MaintenanceRun &run)
{
    const auto took = durationOf(run);
    return took ? std::optional(double(took->count()) / 1000) : std::nullopt;
}

QByteArray csvRuns(const QList<MaintenanceRun> &runs)
{
    QByteArray out = "startedAt,finishedAt,seconds,client,clientId,task,outcome,message,startedBy\r\n";
    for (const MaintenanceRun &run : runs) {
        const auto took = secondsTaken(run);
        bool isFirst = true;
        for (const QString &cell :
            {exportTime(run.startedAt), exportTime(run.finishedAt), took ? QString::number(*took) : QString(),
                run.clientName, run.clientId, run.task, outcomeName(run.outcome), run.message, run.starter}) {
            if (!std::exchange(isFirst, false))
                out += ',';
            appendCsvCell(out, cell.toUtf8());
        }
        out += "\r\n";
    }
    return out;
}

QJsonObject jsonRun(const MaintenanceRun &run)
{
    const auto took = secondsTaken(run);
    return {{u"startedAt"_s, exportTime(run.startedAt)},
        {u"finishedAt"_s, run.finishedAt.isValid() ? QJsonValue(exportTime(run.finishedAt)) : QJsonValue()},
        {u"seconds"_s, took ? QJsonValue(*took) : QJsonValue()}, {u"client"_s, run.clientName},
        {u"clientId"_s, run.clientId}, {u"task"_s, run.task}, {u"outcome"_s, outcomeName(run.outcome)},
        {u"message"_s, run.message}, {u"startedBy"_s, run.starter.isEmpty() ? QJsonValue() : QJsonValue(run.starter)}};
}

QByteArray jsonRuns(const QList<MaintenanceRun> &runs, const QString &server)
{
    QJsonArray array;
    for (const MaintenanceRun &run : runs)
        array << jsonRun(run);
    return QJsonDocument(QJsonObject{{u"server"_s, server}, {u"runs"_s, array}}).toJson();
}
