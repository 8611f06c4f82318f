// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/bulkinsert.h"

#include "app/server/database.h"

using namespace Qt::Literals::StringLiterals;

namespace server {

static constexpr qsizetype rowsAtOnce = 50;

BulkInsert::BulkInsert(Database &database, const QString &table, const QStringList &columns)
    : m_database(database)
    , m_table(table)
    , m_columns(columns)
    , m_whole(statement(rowsAtOnce))
{
    m_values.reserve(rowsAtOnce * columns.size());
}

BulkInsert::~BulkInsert()
{
    if (!m_values.isEmpty())
        m_database.change(statement(m_values.size() / m_columns.size()), m_values);
}

void BulkInsert::add(const QVariantList &row)
{
    m_values.append(row);
    if (m_values.size() < rowsAtOnce * m_columns.size())
        return;
    m_database.change(m_whole, m_values);
    m_values.clear();
}

QString BulkInsert::statement(qsizetype rows) const
{
    const QString row = u'(' + QStringList(m_columns.size(), u"?"_s).join(u',') + u')';
    return u"INSERT INTO %1 (%2) VALUES %3"_s.arg(
        m_table, m_columns.join(u", "_s), QStringList(rows, row).join(u", "_s));
}

}
