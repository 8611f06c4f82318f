// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

namespace server {

class Database;

// Rows of a list that are read, and sent, together: about 150 KB of JSON, and a millisecond.
inline constexpr int rowsOfAPiece = 500;

// Appends the next rows to the JSON, each after a comma, and returns how many: rowsOfAPiece unless there are no more.
// It keeps its place by itself, and no statement open: between two calls the rows may change.
using ReadRows = std::function<int(QByteArray &json)>;

// 200 with a JSON array, which is never whole in memory when it is long.
Response longList(Database &database, ReadRows readRows);

// How a row writes its values. Text is UTF-8, and null when it is.
void appendJsonText(QByteArray &json, const QByteArray &text);
void appendJsonTime(QByteArray &json, std::optional<qint64> milliseconds); // `yyyy-MM-ddTHH:mm:ss.SSSZ` or null

}
