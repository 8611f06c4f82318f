// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordrows.h"

// One way to go on with a term of a filter text.
struct FilterCompletion {
    QString term{}; // what stands there then, without the minus sign
    QString meaning{}; // translated, a few words; may be empty
    bool isWhole = true; // false: a value has to follow
};

// What may be written where the cursor is.
struct FilterCompletions {
    int start = 0; // the characters of the text that a completion replaces
    int length = 0;
    QList<FilterCompletion> list{}; // the best first
};

// Names of fields, and behind a name the values that are in the list, times and durations worth asking for. What is
// typed already is not offered. At most `mostCompletions`, and of a field with very many different values only the
// first `searchedTexts` are looked at: this is called between two key strokes. `today` is the local date.
constexpr qsizetype mostCompletions = 50;
constexpr quint32 searchedTexts = 10'000;
FilterCompletions completionsOf(const QString &text, int cursor, const RecordRows &rows, const QDate &today);
