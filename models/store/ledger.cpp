// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

static Result<> outcomeOf(const Result<QSqlQuery> &query)
{
    return query.map([](const QSqlQuery &) {});
}

Ledger::Ledger(Store &store)
    : m_store(&store)
{
}

Result<QList<QJsonObject>> Ledger::all(const QString &profileId, const QString &kind) const
{
    return m_store->rows(u"SELECT facts FROM remembered WHERE profile = ? AND kind = ? ORDER BY rowid"_s,
        {profileId, kind},
        [](const QSqlQuery &row) { return QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object(); });
}

Result<> Ledger::put(const QString &profileId, const QString &kind, const QString &id, const QJsonObject &facts)
{
    return outcomeOf(m_store->run(u"INSERT INTO remembered (profile, kind, id, facts) VALUES (?, ?, ?, ?) "
                                  "ON CONFLICT (profile, kind, id) DO UPDATE SET facts = excluded.facts"_s,
        {profileId, kind, id, QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact))}));
}

Result<> Ledger::remove(const QString &profileId, const QString &kind, const QString &id)
{
    return outcomeOf(m_store->run(
        u"DELETE FROM remembered WHERE profile = ? AND kind = ? AND id = ?"_s, {profileId, kind, id}));
}

Result<QList<std::pair<QString, QString>>> Ledger::entries(const QString &profileId) const
{
    return m_store->rows(u"SELECT kind, id FROM remembered WHERE profile = ? ORDER BY rowid"_s, {profileId},
        [](const QSqlQuery &row) { return std::pair(row.value(0).toString(), row.value(1).toString()); });
}

Result<> Ledger::removeAll(const QString &profileId)
{
    return outcomeOf(m_store->run(u"DELETE FROM remembered WHERE profile = ?"_s, {profileId}));
}
