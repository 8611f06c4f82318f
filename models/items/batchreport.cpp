// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batchreport.h"

#include "core/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

// The same words in every language: reports are read by programs too.
static QString reportedOutcome(Batch::Outcome outcome)
{
    switch (outcome) {
    case Batch::Outcome::Waiting:
    case Batch::Outcome::Stopped:
        return u"not started"_s;
    case Batch::Outcome::Running:
        return u"under way"_s;
    case Batch::Outcome::Done:
        return u"done"_s;
    case Batch::Outcome::Failed:
        return u"failed"_s;
    }
    return {};
}

static QByteArray csvLine(const QStringList &texts)
{
    QByteArray line;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        line += i > 0 ? "," : "";
        appendCsvCell(line, texts[i].toUtf8());
    }
    return line + "\r\n";
}

static Batch::Outcome outcomeIn(const Batch &batch, int row)
{
    return batch.index(row, Batch::Name).data(Batch::OutcomeRole).value<Batch::Outcome>();
}

static QString textIn(const Batch &batch, int row, Batch::Column column, int role = Qt::DisplayRole)
{
    return batch.index(row, column).data(role).toString();
}

QByteArray csvReport(const Batch &batch, const ReportHead &head)
{
    QByteArray report = csvLine({u"server"_s, u"address"_s, u"what"_s, u"operation"_s, u"by"_s, u"begun"_s, u"id"_s,
        u"name"_s, u"outcome"_s, u"answer"_s});
    const QString created = head.created.toUTC().toString(Qt::ISODate);
    for (int row = 0; row < batch.total(); ++row)
        report += csvLine({head.server, head.address.toString(), head.what, head.operation, head.who, created,
            textIn(batch, row, Batch::Name, Batch::ItemIdRole), textIn(batch, row, Batch::Name),
            reportedOutcome(outcomeIn(batch, row)), textIn(batch, row, Batch::Answer)});
    return report;
}

QByteArray jsonReport(const Batch &batch, const ReportHead &head)
{
    QJsonArray items;
    for (int row = 0; row < batch.total(); ++row)
        items << QJsonObject{{u"id"_s, textIn(batch, row, Batch::Name, Batch::ItemIdRole)},
            {u"name"_s, textIn(batch, row, Batch::Name)}, {u"outcome"_s, reportedOutcome(outcomeIn(batch, row))},
            {u"answer"_s, textIn(batch, row, Batch::Answer)}};
    QJsonArray reasons;
    const auto met = batch.reasons();
    for (const auto &reason : met)
        reasons << QJsonObject{
            {u"outcome"_s, reportedOutcome(reason.outcome)}, {u"answer"_s, reason.message}, {u"count"_s, reason.count}};
    const QJsonObject report{{u"server"_s, head.server}, {u"address"_s, head.address.toString()},
        {u"what"_s, head.what}, {u"operation"_s, head.operation}, {u"by"_s, head.who},
        {u"begun"_s, head.created.toUTC().toString(Qt::ISODate)}, {u"total"_s, batch.total()}, {u"reasons"_s, reasons},
        {u"items"_s, items}};
    return QJsonDocument(report).toJson();
}
