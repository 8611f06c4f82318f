// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filterterms.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static int termEnd(const QString &text, int value)
{
    if (value < text.size() && text[value] == u'"') {
        const auto quote = text.indexOf(u'"', value + 1);
        return int(quote < 0 ? text.size() : quote + 1);
    }
    while (value < text.size() && !text[value].isSpace())
        ++value;
    return value;
}

TermPlace termFrom(const QString &text, int at, int until)
{
    TermPlace term{.start = at};
    if (text[at] == u'-')
        term.start = ++at;
    while (at < text.size() && text[at].isLetterOrNumber())
        ++at;
    const bool isUrl = QStringView(text).mid(at).startsWith(u"://");
    if (at > term.start && at < until && u":=<>"_s.contains(text[at]) && !isUrl)
        term.relation = at++;
    term.end = termEnd(text, term.relation < 0 ? term.start : at);
    return term;
}

QString writtenValue(const QString &value)
{
    const bool needsQuotes
        = value.isEmpty() || std::any_of(value.begin(), value.end(), [](QChar letter) { return letter.isSpace(); });
    if (value.startsWith(u'"') || (needsQuotes && value.contains(u'"')) || value.contains(u'\n'))
        return {};
    return needsQuotes ? u'"' + value + u'"' : value;
}

static QStringList termsOf(const QString &text)
{
    QStringList terms;
    for (int at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const int end = termFrom(text, at, int(text.size())).end;
        terms << text.mid(at, end - at);
        at = end;
    }
    return terms;
}

bool hasTerms(const QString &text, const QString &terms)
{
    const QStringList present = termsOf(text);
    const QStringList wanted = termsOf(terms);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &term) { return present.contains(term); });
}

QString withTerms(const QString &text, const QString &terms)
{
    QStringList all = termsOf(text);
    const QStringList wanted = termsOf(terms);
    for (const QString &term : wanted)
        if (!all.contains(term))
            all << term;
    return all.join(u' ');
}

QString withoutTerms(const QString &text, const QString &terms)
{
    QStringList rest = termsOf(text);
    const QStringList unwanted = termsOf(terms);
    for (const QString &term : unwanted)
        rest.removeAll(term);
    return rest.join(u' ');
}
