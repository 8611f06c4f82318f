// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "records/field.h"

#include <QSortFilterProxyModel>

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
// (30d, 12h, 5m; `expires<7d`: within the next 7 days, `issued>30d`: more than 30 days ago) or with a date (local zone).
struct Filter {
    QList<FilterTerm> terms{};
};
struct FilterProblem {
    QString message{}; // one translated sentence
    int position = 0;  // character of the text it is about
};
tl::expected<Filter, FilterProblem> parseFilter(const QString &text, const QList<FieldInfo> &columns);

// A collection's model, filtered by such a text and sorted by raw values.
class RecordFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RecordFilter(QList<FieldInfo> columns, QObject *parent = nullptr, Clock clock = systemClock);

    // A text with a problem leaves the present filter in force.
    std::optional<FilterProblem> setFilterText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool matches(const FilterTerm &term, int row, const QModelIndex &parent) const;
    bool matchesColumn(const FilterTerm &term, const QModelIndex &index, FieldKind kind) const;

    QList<FieldInfo> m_columns;
    Clock m_clock;
    Filter m_filter;
};
