// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordquery.h"

#include <QDate>

// What rows have in common in one column, and how many have it.
struct FacetValue {
    QString label{}; // as the list shows it
    QString term{}; // of the filter language: it keeps these rows and no others; empty where the language has no words
    qint64 rows = 0;
};
struct Facet {
    QString key{}; // of the field
    QString label{}; // translated
    QList<FacetValue> values{}; // most rows first; of times, the nearest first, each including those before it
    qint64 others = 0; // different values that are not among them
};

// How many rows expire when: bars of whole days of the local zone, the first of them today. What has expired is not in
// it.
struct ExpiryHistogram {
    QString key{}; // of the field; empty: the list has none
    QDate first{};
    int daysPerBar = 1;
    QList<qint64> bars{};
    qint64 later = 0; // than the last bar
    qint64 never = 0;

    QDate begin(int bar) const { return first.addDays(qint64(bar) * daysPerBar); }
    QString term(int bar) const; // of the filter language
};

struct Facets {
    qint64 rows = 0;
    QList<Facet> facets{};
    ExpiryHistogram expiry{};
};

// Counts `rows` by the columns that are there at first sight and repeat themselves. Pure, and for any thread; nothing
// sensible once `cancelled`. Translated as the program is when it is called.
Facets facetsOf(const Columns &cells, const OrderedRows::Order &rows, const QList<ListColumn> &columns,
    const QDateTime &now, const Cancelled &cancelled);
