// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

// Appends a text in UTF-8 as one cell of a CSV file (RFC 4180): quoted wherever some spreadsheet, in whatever country,
// might end the cell, and with an apostrophe in front where a spreadsheet would run it as a formula.
void appendCsvCell(QByteArray &out, QByteArrayView utf8);

// Such a text without that apostrophe.
QByteArray withoutFormulaMark(const QByteArray &utf8);

// The cells of a CSV file in UTF-8 (RFC 4180), row by row; empty lines are none. Cells end at a comma, a semicolon or
// a tab, whichever the first row has most of. Rejected when a quote is not closed or does not stand around a whole
// cell, and TooLarge when there are more than `mostRows`.
Result<QList<QByteArrayList>> readCsv(const QByteArray &utf8, qsizetype mostRows);
