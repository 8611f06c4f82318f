// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/radiuscount.h"

#include "core/background.h"
#include "items/collection.h"

namespace {

// Where the list has what a blast radius counts; -1: nowhere.
class RadiusColumns {
public:
    explicit RadiusColumns(const RecordRows &rows)
        : m_columns(rows.listColumns())
        , m_id(rows.idColumn())
        , m_client(columnOf({u"client"}))
        , m_clientId(columnOf({u"clientId"}))
        , m_user(columnOf({u"user", u"userId"}))
        , m_type(columnOf({u"type"}))
        , m_issued(columnOf({u"issued", u"created", u"createdAt"}))
    {
    }

    BlastRadius::Row row(const Columns &cells, quint32 row) const
    {
        const auto value = [&](int column) { return column < 0 ? QVariant() : cells.value(row, column); };
        return {.id = value(m_id).toString(),
            .client = value(m_client).toString(),
            .clientId = value(m_clientId).toString(),
            .user = value(m_user).toString(),
            .type = value(m_type).toString(),
            .issued = value(m_issued).toDateTime()};
    }

private:
    int columnOf(std::initializer_list<QStringView> keys) const
    {
        for (const auto key : keys)
            for (const ListColumn &column : m_columns)
                if (column.info.key == key)
                    return column.cells;
        return -1;
    }

    QList<ListColumn> m_columns;
    int m_id, m_client, m_clientId, m_user, m_type, m_issued;
};

}

Future<BlastRadius> radiusOf(Collection &collection, const QStringList &ids, const BlastRadius::Self &self)
{
    const RecordRows &rows = *collection.model();
    const auto cells = std::make_shared<Columns>(rows.cells().snapshot());
    return inBackground([cells, order = rows.order(), columns = RadiusColumns(rows), nameOf = rows.naming(), ids,
                            radius = BlastRadius(collection.kind(), self)]() mutable -> Result<BlastRadius> {
        const QSet<QString> wanted(ids.begin(), ids.end());
        for (const quint32 place : order) {
            BlastRadius::Row row = columns.row(*cells, place);
            if (!wanted.contains(row.id))
                continue;
            if (radius.needsName(row))
                row.name = nameOf(*cells, place);
            radius.add(row);
        }
        return radius;
    });
}
