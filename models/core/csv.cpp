// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"

#include <algorithm>
#include <iterator>

// OWASP, "CSV Injection": what a cell must not begin with, the full-width forms included.
static bool looksLikeFormula(QByteArrayView utf8)
{
    static constexpr const char *starts[]{"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    return std::any_of(std::begin(starts), std::end(starts), [&](const char *start) { return utf8.startsWith(start); });
}

void appendCsvCell(QByteArray &out, QByteArrayView utf8)
{
    const bool isQuoted = std::any_of(
        utf8.begin(), utf8.end(), [](char letter) { return QByteArrayView("\",;\t\r\n").contains(letter); });
    if (isQuoted)
        out += '"';
    if (looksLikeFormula(utf8))
        out += '\'';
    for (const char letter : utf8) {
        if (letter == '"')
            out += '"';
        out += letter;
    }
    if (isQuoted)
        out += '"';
}
