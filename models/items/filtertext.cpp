// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "items/filter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Relation = FilterTerm::Relation;

namespace {

struct FilterTexts {
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

// Cuts a filter text into terms, one character at a time.
class FilterReader {
public:
    FilterReader(const QString &text, const QList<FieldInfo> &columns)
        : m_text(text)
        , m_columns(columns)
    {
    }

    tl::expected<Filter, FilterProblem> read()
    {
        Filter filter;
        for (skipSpaces(); m_at < m_text.size(); skipSpaces()) {
            auto term = readTerm();
            if (!term)
                return tl::unexpected(term.error());
            filter.terms << *term;
        }
        return filter;
    }

private:
    using Term = tl::expected<FilterTerm, FilterProblem>;

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    static tl::unexpected<FilterProblem> problem(const QString &message, qsizetype position)
    {
        return tl::unexpected(FilterProblem{message, int(position)});
    }

    Term readTerm()
    {
        FilterTerm term;
        term.negated = m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace();
        if (term.negated)
            ++m_at;
        const qsizetype start = m_at;
        const qsizetype relation = fieldEnd();
        if (relation >= 0) {
            term.field = m_text.mid(start, relation - start);
            term.relation = relationOf(m_text[relation]);
            m_at = relation + 1;
        }
        const qsizetype valueStart = m_at;
        const auto value = readValue();
        if (!value)
            return tl::unexpected(value.error());
        term.text = *value;
        return checked(term, start, valueStart);
    }

    // Where the relation sign of "field:value" stands; -1 for a plain word.
    qsizetype fieldEnd() const
    {
        qsizetype at = m_at;
        while (at < m_text.size() && m_text[at].isLetterOrNumber())
            ++at;
        const bool isRelation = at > m_at && at < m_text.size() && u":=<>"_s.contains(m_text[at]);
        // "https://…" is a word, not a field called https
        return isRelation && !QStringView(m_text).mid(at).startsWith(u"://") ? at : -1;
    }
    static Relation relationOf(QChar sign)
    {
        return sign == u':' ? Relation::Contains : sign == u'=' ? Relation::Equals : sign == u'<' ? Relation::Less : Relation::Greater;
    }

    tl::expected<QString, FilterProblem> readValue()
    {
        const qsizetype start = m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            if (end < 0)
                return problem(FilterTexts::tr("This quotation mark is never closed."), start);
            m_at = end + 1;
            return m_text.mid(start + 1, end - start - 1);
        }
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    Term checked(const FilterTerm &term, qsizetype start, qsizetype valueStart) const
    {
        if (term.field.isEmpty())
            return term;
        const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                         [&](const FieldInfo &info) { return info.key.compare(term.field, Qt::CaseInsensitive) == 0; });
        if (column == m_columns.end())
            return problem(FilterTexts::tr("There is no field called “%1” here.").arg(term.field), start);
        if (m_at == valueStart)
            return problem(FilterTexts::tr("A value is missing after “%1”.").arg(term.field), valueStart);
        const bool compares = term.relation == Relation::Less || term.relation == Relation::Greater;
        const bool isDistance = parsedDuration(term.text).has_value();
        if (compares && column->kind == FieldKind::Time && !isDistance && !QDate::fromString(term.text, Qt::ISODate).isValid())
            return problem(FilterTexts::tr("Write a distance such as 30d, or a date such as 2026-01-31."), valueStart);
        if (compares && column->kind == FieldKind::Duration && !isDistance)
            return problem(FilterTexts::tr("Write a duration such as 90min or 1h."), valueStart);
        return term;
    }

    const QString &m_text;
    const QList<FieldInfo> &m_columns;
    qsizetype m_at = 0;
};

}

tl::expected<Filter, FilterProblem> parseFilter(const QString &text, const QList<FieldInfo> &columns)
{
    return FilterReader(text, columns).read();
}
