// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/expiry.h"

#include "items/collection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static int expiryColumn(const RecordRows &rows)
{
    const auto columns = rows.listColumns();
    const auto found = std::find_if(
        columns.begin(), columns.end(), [](const ListColumn &column) { return column.info.key == u"expires"_s; });
    return found == columns.end() ? -1 : found->cells;
}

// Lists can be long, so only the soonest are kept while looking: a heap with the latest of them on top.
static void addSoonest(QList<Expiry> &soonest, Collection &collection, const QDateTime &now, int count)
{
    const auto isSooner = [](const Expiry &a, const Expiry &b) { return a.at < b.at; };
    const RecordRows &rows = *collection.model();
    const int column = expiryColumn(rows);
    if (column < 0)
        return;
    const Cell soon = timeCell(now.toMSecsSinceEpoch());
    for (const quint32 row : rows.order()) {
        const Cell cell = rows.cells().cell(row, column);
        if (cell == 0 || cell <= soon)
            continue;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(millisecondsOf(cell), Qt::UTC);
        if (soonest.size() == count && at >= soonest.front().at)
            continue;
        if (soonest.size() == count) {
            std::pop_heap(soonest.begin(), soonest.end(), isSooner);
            soonest.removeLast();
        }
        soonest << Expiry{collection.kind(), rows.idOf(row), rows.nameOf(row), at};
        std::push_heap(soonest.begin(), soonest.end(), isSooner);
    }
}

QList<Expiry> nextExpiries(const QList<Collection *> &collections, const QDateTime &now, int count)
{
    QList<Expiry> soonest;
    for (Collection *collection : collections)
        addSoonest(soonest, *collection, now, count);
    std::sort(soonest.begin(), soonest.end(), [](const Expiry &a, const Expiry &b) { return a.at < b.at; });
    return soonest;
}
