// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/orderedrows.h"

#include <algorithm>

static quint32 numbersIn(const OrderedRows::Order &order)
{
    return order.empty() ? 0 : *std::max_element(order.begin(), order.end()) + 1;
}

static std::vector<bool> members(const OrderedRows::Order &order, quint32 size)
{
    std::vector<bool> isIn(size);
    for (const quint32 row : order)
        isIn[row] = true;
    return isIn;
}

void OrderedRows::appendOrder(const Order &added)
{
    if (added.empty())
        return;
    beginInsertRows({}, int(m_order.size()), int(m_order.size() + added.size()) - 1);
    m_order.insert(m_order.end(), added.begin(), added.end());
    endInsertRows();
}

void OrderedRows::removePlace(qsizetype place)
{
    beginRemoveRows({}, int(place), int(place));
    m_order.erase(m_order.begin() + place);
    endRemoveRows();
}

void OrderedRows::renumber(const Order &numbers)
{
    for (quint32 &row : m_order)
        row = numbers[row];
}

void OrderedRows::setOrder(const Order &order)
{
    const bool isContinued
        = order.size() >= m_order.size() && std::equal(m_order.begin(), m_order.end(), order.begin());
    if (isContinued)
        return appendOrder(Order(order.begin() + qsizetype(m_order.size()), order.end()));
    const quint32 size = std::max(numbersIn(order), numbersIn(m_order));
    keep([stays = members(order, size)](quint32 row) { return stays[row]; });
    if (m_order.size() < order.size()) {
        const std::vector<bool> isHere = members(m_order, size);
        Order added;
        std::copy_if(order.begin(), order.end(), std::back_inserter(added), [&](quint32 row) { return !isHere[row]; });
        appendOrder(added);
    }
    if (m_order != order)
        permute(order);
}

// A few stretches are removed where they are, so that the current row goes to a neighbour. Many would each move all
// that is behind them, so they are brought to the end first and go as one.
void OrderedRows::keep(const std::function<bool(quint32 row)> &stays)
{
    constexpr qsizetype few = 16;
    QList<std::pair<qsizetype, qsizetype>> gone; // first, past the last
    const auto count = qsizetype(m_order.size());
    const auto isStaying = [&](qsizetype place) { return stays(m_order[size_t(place)]); };
    for (qsizetype place = 0; place < count && gone.size() <= few; ++place) {
        if (isStaying(place))
            continue;
        const qsizetype first = place;
        while (place < count && !isStaying(place))
            ++place;
        gone.append({first, place});
    }
    if (gone.size() > few) {
        Order arranged = m_order;
        const auto kept = std::stable_partition(arranged.begin(), arranged.end(), stays) - arranged.begin();
        permute(arranged);
        gone = {{kept, count}};
    }
    for (auto range = gone.crbegin(); range != gone.crend(); ++range) {
        beginRemoveRows({}, int(range->first), int(range->second) - 1);
        m_order.erase(m_order.begin() + range->first, m_order.begin() + range->second);
        endRemoveRows();
    }
}

// The same rows in another order.
void OrderedRows::permute(const Order &order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> places(before.isEmpty() ? 0 : numbersIn(order));
    for (size_t row = 0; row < order.size() && !places.empty(); ++row)
        places[order[row]] = int(row);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after << createIndex(places[m_order[size_t(index.row())]], index.column());
    m_order = order;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

#include "moc_orderedrows.cpp"
