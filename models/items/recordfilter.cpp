// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordfilter.h"

#include "core/timetext.h"
#include "items/collection.h"


#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Relation = FilterTerm::Relation;

RecordFilter::RecordFilter(QList<FieldInfo> columns, QObject *parent, Clock clock)
    : QSortFilterProxyModel(parent)
    , m_columns(std::move(columns))
    , m_clock(std::move(clock))
{
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

std::optional<FilterProblem> RecordFilter::setFilterText(const QString &text)
{
    const auto parsed = parseFilter(text, m_columns);
    if (!parsed)
        return parsed.error();
    m_filter = *parsed;
    invalidateFilter();
    return std::nullopt;
}

bool RecordFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return std::all_of(m_filter.terms.begin(), m_filter.terms.end(),
                       [&](const FilterTerm &term) { return matches(term, row, parent) != term.negated; });
}

bool RecordFilter::matches(const FilterTerm &term, int row, const QModelIndex &parent) const
{
    for (int column = 0; column < m_columns.size(); ++column)
        if ((term.field.isEmpty() || m_columns[column].key.compare(term.field, Qt::CaseInsensitive) == 0)
            && matchesColumn(term, sourceModel()->index(row, column, parent), m_columns[column].kind))
            return true;
    return false;
}

static bool matchesTime(const FilterTerm &term, const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return false;
    const auto date = QDate::fromString(term.text, Qt::ISODate);
    if (date.isValid())
        return term.relation == Relation::Less ? time < date.startOfDay() : time >= date.startOfDay();
    // parseFilter() let only dates and distances through; a distance counts into the direction the time lies in.
    const qint64 distance = parsedDuration(term.text).value_or(std::chrono::seconds(0)).count();
    const qint64 away = std::abs(now.secsTo(time));
    return term.relation == Relation::Less ? away < distance : away > distance;
}

static bool matchesText(Relation relation, const QString &value, const QString &text)
{
    switch (relation) {
    case Relation::Contains:
        return value.contains(text, Qt::CaseInsensitive);
    case Relation::Equals:
        return value.compare(text, Qt::CaseInsensitive) == 0;
    case Relation::Less:
        return QString::localeAwareCompare(value, text) < 0;
    case Relation::Greater:
        return QString::localeAwareCompare(value, text) > 0;
    }
    return false;
}

bool RecordFilter::matchesColumn(const FilterTerm &term, const QModelIndex &index, FieldKind kind) const
{
    const QVariant value = index.data(ValueRole);
    const bool compares = term.relation == Relation::Less || term.relation == Relation::Greater;
    if (kind == FieldKind::Time && compares)
        return matchesTime(term, value.toDateTime(), m_clock());
    if (kind == FieldKind::Duration && compares) {
        const auto limit = parsedDuration(term.text).value_or(seconds(0));
        return term.relation == Relation::Less ? value.value<seconds>() < limit : value.value<seconds>() > limit;
    }
    if (kind == FieldKind::List) {
        const QStringList entries = value.toStringList();
        return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) { return matchesText(term.relation, entry, term.text); });
    }
    return matchesText(term.relation, index.data(Qt::DisplayRole).toString(), term.text);
}

bool RecordFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ValueRole);
    const QVariant b = right.data(ValueRole);
    if (a.typeId() == QMetaType::QDateTime) {
        // "never" and "unknown" come last when sorted upwards
        const QDateTime first = a.toDateTime();
        const QDateTime second = b.toDateTime();
        return first.isValid() && (!second.isValid() || first < second);
    }
    if (a.metaType() == QMetaType::fromType<seconds>())
        return a.value<seconds>() < b.value<seconds>();
    if (a.typeId() == QMetaType::Bool)
        return a.toBool() < b.toBool();
    return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
}
