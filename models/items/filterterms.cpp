// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filterterms.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Cut at spaces outside of quotation marks, as parseFilter() does.
static QStringList termsOf(const QString &text)
{
    QStringList terms;
    QString term;
    bool isQuoted = false;
    for (const QChar letter : text) {
        isQuoted = isQuoted != (letter == u'"');
        if (letter.isSpace() && !isQuoted) {
            terms << term;
            term.clear();
        } else {
            term += letter;
        }
    }
    terms << term;
    terms.removeAll(QString());
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
