// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Text of others, as it may stand among our own words: control characters, and marks that would turn the direction of
// what follows (Unicode UAX #9, explicit formatting), become U+FFFD. Line breaks stay.
QString tamed(const QString &text);
// The same in one line, for titles.
QString oneLine(const QString &text);
// The same with places where words longer than 40 characters may break (U+200B), so that no label grows with them.
QString breakable(const QString &text);
