// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A filter text as people write it, changed without touching the rest of it. `terms`: one or several, with one space
// between them.
bool hasTerms(const QString &text, const QString &terms); // all of them
QString withTerms(const QString &text, const QString &terms);
QString withoutTerms(const QString &text, const QString &terms);

// A value as the language reads it back; empty where it cannot be written, for it knows no quotation mark within
// quotation marks and no second line.
QString writtenValue(const QString &value);

// Where a term stands, as far as it is typed; parseFilter() reads what is finished.
struct TermPlace {
    int start = 0; // behind the minus sign
    int end = 0; // of the whole term
    int relation = -1; // where the sign between field and value stands; none: a name or a word
};
// Of the term whose first character, minus sign included, is at `at`. A sign at `until` or behind it is not looked at.
TermPlace termFrom(const QString &text, int at, int until);
