// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/filter.h"
#include "items/orderedrows.h"
#include "items/recordrows.h"

#include <atomic>

// What of a list is shown and in which order.
struct RecordQuery {
    QList<ListColumn> columns{};
    Filter filter{};
    int sortColumn = -1; // of `columns`; none: the rows stay in their order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QDateTime now{};
};

using Cancelled = std::atomic<bool>;

// Those of `rows` that match the filter, in the same order. Pure, and for any thread; nothing sensible once
// `cancelled`.
OrderedRows::Order filtered(
    const Columns &cells, const OrderedRows::Order &rows, const RecordQuery &query, const Cancelled &cancelled);
// `rows` sorted by their values; what is equal stays in order. Text is compared as people in this locale do, but by its
// letters alone where a column has more than a hundred thousand different ones. No time comes last.
OrderedRows::Order sorted(
    const Columns &cells, const OrderedRows::Order &rows, const RecordQuery &query, const Cancelled &cancelled);
