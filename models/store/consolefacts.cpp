// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/consolefacts.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

static const QString idName = u"id"_s;
static const QString addressName = u"journal"_s;

Result<QString> ConsoleFacts::value(const QString &name) const
{
    return m_store
        .rows(u"SELECT value FROM console WHERE name = ?"_s, {name},
            [](const QSqlQuery &row) { return row.value(0).toString(); })
        .map([](const QList<QString> &found) { return found.value(0); });
}

Result<> ConsoleFacts::set(const QString &name, const QString &value)
{
    return m_store
        .run(
            u"INSERT INTO console (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
            {name, value})
        .map([](const QSqlQuery &) {});
}

Result<QString> ConsoleFacts::id()
{
    // Another console of the same person may be starting: the first id stays.
    const auto made = m_store.run(u"INSERT INTO console (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s,
        {idName, QUuid::createUuid().toString(QUuid::WithoutBraces)});
    return made ? value(idName) : tl::unexpected(made.error());
}

Result<QString> ConsoleFacts::journalAddress() const
{
    return value(addressName);
}

Result<> ConsoleFacts::setJournalAddress(const QString &address)
{
    return set(addressName, address.isEmpty() ? u""_s : address); // a null string would be NULL
}
