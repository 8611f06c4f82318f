// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Appends a text in UTF-8 as one cell of a CSV file (RFC 4180): quoted wherever some spreadsheet, in whatever country,
// might end the cell, and with an apostrophe in front where a spreadsheet would run it as a formula.
void appendCsvCell(QByteArray &out, QByteArrayView utf8);
