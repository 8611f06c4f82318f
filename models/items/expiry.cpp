// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/expiry.h"

#include "items/collection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static int expiryColumn(const Collection &collection)
{
    const auto columns = collection.columns();
    const auto found = std::find_if(columns.begin(), columns.end(), [](const FieldInfo &field) { return field.key == u"expires"_s; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

// Lists can be long, so only the soonest are kept while looking: a heap with the latest of them on top.
static void addSoonest(QList<Expiry> &soonest, Collection &collection, const QDateTime &now, int count)
{
    const auto isSooner = [](const Expiry &a, const Expiry &b) { return a.at < b.at; };
    const int column = expiryColumn(collection);
    const auto *model = collection.model();
    for (int row = 0; column >= 0 && row < model->rowCount(); ++row) {
        const auto cell = model->index(row, column);
        const QDateTime at = cell.data(ValueRole).toDateTime();
        if (!at.isValid() || at <= now || (soonest.size() == count && at >= soonest.front().at))
            continue;
        if (soonest.size() == count) {
            std::pop_heap(soonest.begin(), soonest.end(), isSooner);
            soonest.removeLast();
        }
        soonest << Expiry{collection.kind(), cell.data(IdRole).toString(), cell.data(NameRole).toString(), at};
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
