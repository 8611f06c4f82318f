// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runhistory.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

QStringList runHistorySchema()
{
    return {
        u"CREATE TABLE maintenance_run ("
        "server TEXT NOT NULL, " // its address
        "client TEXT NOT NULL, "
        "task TEXT NOT NULL, "
        "started TEXT NOT NULL, "
        "name TEXT NOT NULL, " // of the client
        "finished TEXT NOT NULL, " // empty: not known
        "outcome TEXT NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed', 'unknown')), "
        "message TEXT NOT NULL, "
        "starter TEXT NOT NULL, "
        "PRIMARY KEY (server, client, task, started))"_s,
        u"CREATE INDEX maintenance_run_started ON maintenance_run (server, started)"_s,
    };
}

// All of the same length, so that their order is that of the times.
static QString runTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s) : u""_s;
}

static const std::array<QString, 4> &outcomeWords()
{
    static const std::array<QString, 4> words{u"running"_s, u"succeeded"_s, u"failed"_s, u"unknown"_s};
    return words;
}

static MaintenanceRun runOf(const QSqlQuery &row)
{
    const auto time
        = [&](int column) { return QDateTime::fromString(row.value(column).toString(), Qt::ISODateWithMs); };
    const auto &words = outcomeWords();
    const auto outcome = std::find(words.begin(), words.end(), row.value(6).toString());
    return {.clientId = row.value(0).toString(),
        .clientName = row.value(1).toString(),
        .task = row.value(2).toString(),
        .startedAt = time(3),
        .finishedAt = time(4),
        .outcome = MaintenanceRun::Outcome(outcome - words.begin()),
        .message = row.value(5).toString(),
        .starter = row.value(7).toString()};
}

// An empty text, where a null one would be NULL.
static QString kept(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Result<> RunHistory::keep(const QString &server, const QList<MaintenanceRun> &runs)
{
    auto transaction = Transaction::begin(m_store);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QString sql
        = u"INSERT INTO maintenance_run (server, client, task, started, name, finished, outcome, message, starter) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (server, client, task, started) DO UPDATE SET "
          "name = excluded.name, "
          "finished = CASE WHEN maintenance_run.outcome IN ('succeeded', 'failed') "
          "THEN maintenance_run.finished ELSE excluded.finished END, "
          "message = CASE WHEN maintenance_run.outcome IN ('succeeded', 'failed') "
          "THEN maintenance_run.message ELSE excluded.message END, "
          "outcome = CASE WHEN maintenance_run.outcome IN ('succeeded', 'failed') "
          "THEN maintenance_run.outcome ELSE excluded.outcome END, "
          "starter = CASE WHEN maintenance_run.starter = '' THEN excluded.starter ELSE maintenance_run.starter END"_s;
    for (const MaintenanceRun &run : runs) {
        const auto written = m_store.run(sql,
            {server, run.clientId, run.task, runTime(run.startedAt), kept(run.clientName), runTime(run.finishedAt),
                outcomeWords()[size_t(run.outcome)], kept(run.message), kept(run.starter)});
        if (!written)
            return tl::unexpected(written.error());
    }
    return transaction->commit();
}

Result<QList<MaintenanceRun>> RunHistory::runs(const RunQuery &query) const
{
    QString where = u"server = ?"_s;
    QVariantList values{query.server};
    const auto add = [&](bool isWanted, const QString &condition, const QVariant &value) {
        if (!isWanted)
            return;
        where += u" AND "_s + condition;
        if (value.isValid())
            values << value;
    };
    add(!query.clientId.isEmpty(), u"client = ?"_s, query.clientId);
    add(!query.task.isEmpty(), u"task = ?"_s, query.task);
    add(query.since.isValid(), u"started >= ?"_s, runTime(query.since));
    add(query.onlyTroubles, u"outcome IN ('failed', 'unknown')"_s, {});
    const QString runColumns = u"client, name, task, started, finished, message, outcome, starter"_s;
    QString sql = u"SELECT %1 FROM maintenance_run WHERE %2 ORDER BY started, client, task"_s.arg(runColumns, where);
    if (query.mostOfEach > 0) {
        sql = u"SELECT %1 FROM (SELECT %1, row_number() OVER (PARTITION BY client, task ORDER BY started DESC) AS "
              u"place "
              "FROM maintenance_run WHERE %2) AS placed WHERE place <= ? ORDER BY started, client, task"_s.arg(
                  runColumns, where);
        values << query.mostOfEach;
    }
    return m_store.rows(sql, values, runOf);
}

Result<> RunHistory::forget(const QDateTime &before)
{
    return m_store.run(u"DELETE FROM maintenance_run WHERE started < ?"_s, {runTime(before)})
        .map([](const QSqlQuery &) {});
}
