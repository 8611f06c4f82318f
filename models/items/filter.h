// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

#include <tl/expected.hpp>

// One condition of a filter text.
struct FilterTerm {
    enum class Relation { Contains, Equals, Less, Greater };
    QString field{}; // empty: any column
    Relation relation = Relation::Contains;
    QString text{};
    bool negated = false;
};

// The filter language of every list: words (any column), field:value, field=value, field<30d, field>2026-01-01,
// "quoted words", and '-' in front of any of them. All terms must match. Times compare with the distance from now
// (30d, 12h, 5min; `expires<7d`: within the next 7 days, `expires<0d`: expired, `issued>30d`: more than 30 days ago) or
// with a date (local zone). `field=""` is where nothing stands.
struct Filter {
    QList<FilterTerm> terms{};
};
struct FilterProblem {
    QString message{}; // one translated sentence
    int position = 0; // character of the text it is about
};
tl::expected<Filter, FilterProblem> parseFilter(const QString &text, const QList<FieldInfo> &columns);
