// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filtercompletion.h"
#include "items/filterterms.h"
#include "items/recordmodel.h"
#include "items/recordquery.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime &filterNow()
{
    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    return now;
}

RecordModel<Token> &someTokens()
{
    static RecordModel<Token> *const model = [] {
        auto *made = new RecordModel<Token>(fields<Token>(), nullptr);
        const QStringList users{u"mia"_s, u"noah"_s, {}, u"Zoë \"Z\" K."_s};
        for (int i = 0; i < 24; ++i)
            made->put({.id = QString::number(i),
                .type = i % 3 ? u"USER"_s : u"API"_s,
                .clientName = i % 2 ? u"Studio EU"_s : u"Inquire"_s,
                .userName = users[i % 4],
                .issuedAt = filterNow().addDays(-i * 20),
                .expiresAt = i % 5 ? filterNow().addDays(i - 8) : QDateTime(),
                .scopes = {u"read"_s, u"write:%1"_s.arg(i)},
                .admin = i % 7 == 0});
        return made;
    }();
    return *model;
}

OrderedRows::Order matching(const FilterTerm &term)
{
    static const Cancelled never = false;
    const RecordModel<Token> &model = someTokens();
    return filtered(model.cells(), model.order(),
        {.columns = model.listColumns(), .filter = {.terms = {term}}, .now = filterNow()}, never);
}

void checkTerm(const FilterTerm &term, const QList<FieldInfo> &columns)
{
    FilterTerm opposite = term;
    opposite.negated = !term.negated;
    fuzz::hold(matching(term).size() + matching(opposite).size() == someTokens().order().size(),
        "a term and its opposite share the rows out");
    const QString value = writtenValue(term.text);
    if (term.field.isEmpty() || value.isEmpty())
        return;
    static const QString signs = u":=<>"_s;
    const QString text = (term.negated ? u"-"_s : QString()) + term.field + signs[int(term.relation)] + value;
    const auto again = parseFilter(text, columns);
    fuzz::hold(again && again->terms.size() == 1, "a written term is one term");
    const FilterTerm &read = again->terms.first();
    fuzz::hold(read.field == term.field && read.relation == term.relation && read.text == term.text
            && read.negated == term.negated,
        "a written term is read as what it was");
}

void checkTogether(const QString &text, const QString &more)
{
    const QString both = withTerms(text, more);
    fuzz::hold(hasTerms(both, text) && hasTerms(both, more), "what is added is there");
    fuzz::hold(withTerms(both, more) == both, "what is there is not added twice");
    const QString rest = withoutTerms(both, more);
    fuzz::hold(withoutTerms(rest, more) == rest, "what is removed is gone");
}

}

// One line is the filter, the rest is what a click adds to it.
void fuzz::filters(const QByteArray &input)
{
    FuzzInput given(input);
    const QString text = QString::fromUtf8(given.line());
    const QString more = QString::fromUtf8(given.rest());
    static const QList<FieldInfo> columns = someTokens().columns();
    const auto filter = parseFilter(text, columns);
    if (filter) {
        for (const FilterTerm &term : filter->terms.mid(0, 8))
            checkTerm(term, columns);
        if (parseFilter(more, columns))
            checkTogether(text, more);
    } else {
        hold(!filter.error().message.isEmpty(), "a problem has a sentence");
        hold(filter.error().position >= 0 && filter.error().position <= text.size(), "and a place in the text");
    }
    const FilterCompletions completions
        = completionsOf(text, int(text.size()) - int(text.size()) % 3, someTokens(), filterNow().date());
    hold(completions.start >= 0 && completions.start + completions.length <= text.size(), "it replaces what is there");
    for (const FilterCompletion &completion : completions.list)
        hold(!completion.isWhole || parseFilter(completion.term, columns), "what is offered can be read");
}
