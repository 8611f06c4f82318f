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

namespace {

struct Candidate {
    Cell at = 0; // a time
    Collection *collection = nullptr;
    quint32 row = 0;
    bool operator<(const Candidate &other) const { return at < other.at; }
};

// Lists can be long, so only the soonest are kept while looking: a heap with the latest of them on top.
void addSoonest(std::vector<Candidate> &soonest, Collection &collection, Cell now, size_t count)
{
    const RecordRows &rows = *collection.model();
    const int column = expiryColumn(rows);
    if (column < 0)
        return;
    for (const quint32 row : rows.order()) {
        const Cell at = rows.cells().cell(row, column);
        const bool isFull = soonest.size() == count;
        if (at == 0 || at <= now || (isFull && at >= soonest.front().at))
            continue;
        if (isFull) {
            std::pop_heap(soonest.begin(), soonest.end());
            soonest.pop_back();
        }
        soonest.push_back({at, &collection, row});
        std::push_heap(soonest.begin(), soonest.end());
    }
}

}

QList<Expiry> nextExpiries(const QList<Collection *> &collections, const QDateTime &now, int count)
{
    std::vector<Candidate> soonest;
    for (Collection *collection : collections)
        addSoonest(soonest, *collection, timeCell(now.toMSecsSinceEpoch()), size_t(count));
    std::sort_heap(soonest.begin(), soonest.end());
    QList<Expiry> expiries;
    for (const auto &[at, collection, row] : soonest)
        expiries << Expiry{collection->kind(), collection->model()->idOf(row), collection->model()->nameOf(row),
            QDateTime::fromMSecsSinceEpoch(millisecondsOf(at), Qt::UTC)};
    return expiries;
}
