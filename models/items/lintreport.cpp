// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintreport.h"

#include "core/csv.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

static QString severityWord(LintRule::Severity severity)
{
    switch (severity) {
    case LintRule::Severity::Error:
        return u"error"_s;
    case LintRule::Severity::Warning:
        return u"warning"_s;
    case LintRule::Severity::Note:
        break;
    }
    return u"note"_s;
}

static const QStringList &reportedMembers()
{
    static const QStringList members{u"severity"_s, u"rule"_s, u"title"_s, u"kind"_s, u"id"_s, u"name"_s, u"found"_s,
        u"source"_s, u"fixable"_s, u"muted"_s};
    return members;
}

static QVariantList reportedValues(const Finding &finding)
{
    const LintRule &rule = *finding.rule;
    return {severityWord(rule.severity), QString::fromLatin1(rule.id), lintText(rule.title), finding.kind, finding.id,
        finding.name, finding.what, QString::fromUtf8(rule.source), finding.hasFix, finding.isMuted};
}

static void appendCells(QByteArray &out, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        out += i > 0 ? "," : "";
        appendCsvCell(out, values[i].toString().toUtf8());
    }
    out += "\r\n";
}

QByteArray csvLintReport(const QList<const Finding *> &findings)
{
    QByteArray report;
    appendCells(report, QVariant(reportedMembers()).toList());
    for (const Finding *finding : findings)
        appendCells(report, reportedValues(*finding));
    return report;
}

QByteArray jsonLintReport(const QList<const Finding *> &findings, const QString &server, const QDateTime &judgedAt)
{
    QJsonArray entries;
    for (const Finding *finding : findings) {
        const QVariantList values = reportedValues(*finding);
        QJsonObject entry;
        for (qsizetype i = 0; i < values.size(); ++i)
            entry[reportedMembers()[i]] = QJsonValue::fromVariant(values[i]);
        entries << entry;
    }
    return QJsonDocument(QJsonObject{{u"server"_s, server}, {u"judgedAt"_s, judgedAt.toUTC().toString(Qt::ISODate)},
                             {u"findings"_s, entries}})
        .toJson();
}
