// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows match a filter: each different text is looked at once, not once per row.
#include "items/recordquery.h"

#include "core/timetext.h"
#include "items/recordtext.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

using Relation = FilterTerm::Relation;
using Order = OrderedRows::Order;

namespace {

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
}

bool containsAscii(QByteArrayView text, QByteArrayView lowerPart)
{
    const auto found = std::search(text.begin(), text.end(), lowerPart.begin(), lowerPart.end(),
        [](char letter, char wanted) { return lower(letter) == wanted; });
    return found != text.end() || lowerPart.isEmpty();
}

bool matchesText(Relation relation, const QString &value, const QString &text)
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

// One term applied to one column.
class ColumnMatch {
public:
    ColumnMatch(const Columns &cells, const ListColumn &column, const FilterTerm &term, const QDateTime &now)
        : m_cells(cells)
        , m_column(column)
        , m_term(term)
        , m_now(now)
        , m_asciiPart(isAscii(term.text.toUtf8()) ? term.text.toLower().toUtf8() : QByteArray())
        , m_compares(term.relation == Relation::Less || term.relation == Relation::Greater)
    {
        const ColumnKind kind = cells.kind(column.cells);
        if (kind == ColumnKind::Text || kind == ColumnKind::List)
            m_known.resize(cells.dictionary(column.cells).size());
        const QDate date = QDate::fromString(term.text, Qt::ISODate);
        m_date = date.isValid() ? date.startOfDay().toMSecsSinceEpoch() : 0;
        m_hasDate = date.isValid();
        m_distance = parsedDuration(term.text).value_or(seconds(0)).count();
    }

    bool operator()(quint32 row)
    {
        const Cell cell = m_cells.cell(row, m_column.cells);
        if (!m_known.empty()) {
            auto &known = m_known[size_t(cell)];
            if (known == 0)
                known = matchesNumber(quint32(cell)) ? 1 : 2;
            return known == 1;
        }
        if (m_compares && m_column.info.kind == FieldKind::Time)
            return matchesTime(cell);
        if (m_compares && m_column.info.kind == FieldKind::Duration)
            return m_term.relation == Relation::Less ? cell < m_distance : cell > m_distance;
        return matchesShown(row, cell);
    }

private:
    bool matchesNumber(quint32 number) const
    {
        const QByteArrayView text = m_cells.dictionary(m_column.cells).text(number);
        if (m_cells.kind(m_column.cells) == ColumnKind::List) {
            QStringList entries = QString::fromUtf8(text).split(QLatin1Char(listEnd));
            entries.removeLast();
            return std::any_of(entries.begin(), entries.end(),
                [&](const QString &entry) { return matchesText(m_term.relation, entry, m_term.text); });
        }
        const bool isPlain = m_column.info.kind != FieldKind::Lines
            && !m_column.info.flags.testFlag(FieldFlag::OwnWords) && !m_asciiPart.isEmpty() && isAscii(text);
        if (isPlain && m_term.relation == Relation::Contains)
            return containsAscii(text, m_asciiPart);
        return matchesText(m_term.relation,
            displayText(QString::fromUtf8(text), m_column.info.kind, m_column.info.flags, m_now), m_term.text);
    }
    bool matchesTime(Cell cell) const
    {
        if (cell == 0)
            return false;
        const qint64 time = millisecondsOf(cell);
        if (m_hasDate)
            return m_term.relation == Relation::Less ? time < m_date : time >= m_date;
        // parseFilter() let only dates and distances through. A distance counts into the direction the time lies in,
        // but from what has expired nothing is left.
        const qint64 ahead = time - m_now.toMSecsSinceEpoch();
        if (m_column.info.flags.testFlag(FieldFlag::Deadline)) {
            const bool isShort = ahead < m_distance * 1000;
            return m_term.relation == Relation::Greater ? !isShort : isShort && (ahead >= 0 || m_distance == 0);
        }
        const qint64 away = std::abs(ahead / 1000);
        return m_term.relation == Relation::Less ? away < m_distance : away > m_distance;
    }
    // By what the list shows of it, found out once for all that show the same.
    bool matchesShown(quint32 row, Cell cell)
    {
        qint64 key = cell;
        if (m_column.info.kind == FieldKind::Time && cell != 0) {
            constexpr qint64 minute = 60'000, quarter = 15 * minute, day = minute * 24 * 60;
            const qint64 time = millisecondsOf(cell);
            const qint64 away = time - m_now.toMSecsSinceEpoch();
            // Near now the list tells minutes, for the last one even seconds. Far from it the text changes by the day
            // only, wherever a day begins: zones differ by quarters of an hour. No key but that of no time is 0.
            if (std::abs(away) < minute)
                return shows(row);
            if (away > -day && away < 2 * day)
                key = away / minute * 2;
            else
                key = (time >= 0 ? time / quarter : (time - quarter + 1) / quarter) * 2 + 1;
        }
        const auto [known, isNew] = m_shown.try_emplace(key, false);
        if (isNew)
            known->second = shows(row);
        return known->second;
    }
    bool shows(quint32 row) const
    {
        return matchesText(m_term.relation,
            displayText(m_cells.value(row, m_column.cells), m_column.info.kind, m_column.info.flags, m_now),
            m_term.text);
    }

    const Columns &m_cells;
    const ListColumn &m_column;
    const FilterTerm &m_term;
    QDateTime m_now;
    QByteArray m_asciiPart; // in lower case; empty: not ASCII, or no text
    bool m_compares;
    bool m_hasDate = false;
    qint64 m_date = 0; // milliseconds since 1970 UTC
    qint64 m_distance = 0; // seconds
    std::vector<quint8> m_known; // by number of a text: 1 matches, 2 does not, 0 not looked at
    std::unordered_map<qint64, bool> m_shown; // by a value, or the quarter of an hour a time lies in
};

// A term, applied to the columns it is about.
class TermMatch {
public:
    TermMatch(const Columns &cells, const RecordQuery &query, const FilterTerm &term)
        : m_negated(term.negated)
    {
        for (const ListColumn &column : query.columns)
            if (term.field.isEmpty() || column.info.key.compare(term.field, Qt::CaseInsensitive) == 0)
                m_columns.emplace_back(cells, column, term, query.now);
    }
    bool operator()(quint32 row)
    {
        return std::any_of(m_columns.begin(), m_columns.end(), [row](ColumnMatch &match) { return match(row); })
            != m_negated;
    }

private:
    std::vector<ColumnMatch> m_columns;
    bool m_negated;
};

}

Order filtered(const Columns &cells, const Order &rows, const RecordQuery &query, const Cancelled &cancelled)
{
    std::vector<TermMatch> terms;
    for (const FilterTerm &term : query.filter.terms)
        terms.emplace_back(cells, query, term);
    if (terms.empty())
        return rows;
    Order matching;
    for (size_t i = 0; i < rows.size(); ++i) {
        constexpr size_t glance = 4096;
        if (i % glance == 0 && cancelled)
            break;
        if (std::all_of(terms.begin(), terms.end(), [&](TermMatch &match) { return match(rows[i]); }))
            matching.push_back(rows[i]);
    }
    return matching;
}
