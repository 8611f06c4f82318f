// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A filter text as people write it, changed without touching the rest of it. `terms`: one or several, with one space
// between them.
bool hasTerms(const QString &text, const QString &terms); // all of them
QString withTerms(const QString &text, const QString &terms);
QString withoutTerms(const QString &text, const QString &terms);
