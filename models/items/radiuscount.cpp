// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/radiuscount.h"

#include "core/background.h"
#include "items/collection.h"
#include "items/recordtext.h"

#include <algorithm>

namespace {

// Where the list has what a blast radius counts.
class RadiusColumns {
public:
    explicit RadiusColumns(const RecordRows &rows)
        : m_columns(rows.listColumns())
        , m_serverId(columnOf({u"id"}))
        , m_client(columnOf({u"client"}))
        , m_clientId(columnOf({u"clientId"}))
        , m_user(columnOf({u"user", u"userId"}))
        , m_type(columnOf({u"kind", u"type"}))
        , m_issued(columnOf({u"issued", u"created", u"createdAt"}))
    {
    }

    BlastRadius::Row row(const Columns &cells, quint32 row) const
    {
        const auto value
            = [&](qsizetype column) { return column < 0 ? QVariant() : cells.value(row, m_columns[column].cells); };
        return {.serverId = value(m_serverId).toString(),
            .client = value(m_client).toString(),
            .clientId = value(m_clientId).toString(),
            .user = value(m_user).toString(),
            .type = m_type < 0 ? QString() : shown(m_columns[m_type].info, value(m_type)),
            .issued = value(m_issued).toDateTime()};
    }

private:
    static QString shown(const FieldInfo &field, const QVariant &value)
    {
        return displayText(value, field.kind, field.flags, {});
    }
    qsizetype columnOf(std::initializer_list<QStringView> keys) const // the first of these there is; -1: none
    {
        for (const auto key : keys) {
            const auto found = std::find_if(
                m_columns.begin(), m_columns.end(), [key](const ListColumn &column) { return column.info.key == key; });
            if (found != m_columns.end())
                return found - m_columns.begin();
        }
        return -1;
    }

    QList<ListColumn> m_columns;
    qsizetype m_serverId, m_client, m_clientId, m_user, m_type, m_issued;
};

}

Future<BlastRadius> radiusOf(Collection &collection, const QStringList &ids, const BlastRadius::Self &self)
{
    const RecordRows &rows = *collection.model();
    const auto cells = std::make_shared<Columns>(rows.cells().snapshot());
    return inBackground(
        [cells, order = rows.order(), columns = RadiusColumns(rows), idOf = rows.identifying(), nameOf = rows.naming(),
            ids, radius = BlastRadius(collection.kind(), self)]() mutable -> Result<BlastRadius> {
            const QSet<QString> wanted(ids.begin(), ids.end());
            for (const quint32 place : order) {
                const QString id = idOf(*cells, place);
                if (!wanted.contains(id))
                    continue;
                BlastRadius::Row row = columns.row(*cells, place);
                row.id = id;
                if (radius.needsName(row))
                    row.name = nameOf(*cells, place);
                radius.add(row);
            }
            return radius;
        });
}
