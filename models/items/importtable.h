// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QJsonValue>
#include <QStringList>

// A file of records as rows of cells, before anybody knows what they mean. A cell is undefined where its row says
// nothing, and a text throughout when the file is CSV.
struct ImportTable {
    static constexpr qint64 mostBytes = 16 << 20;
    static constexpr qsizetype mostRows = 100'000;
    static constexpr qsizetype mostColumns = 200;
    QStringList columns{};
    QList<QList<QJsonValue>> rows{};
    bool isCsv = false;
};

// Reads CSV with a header row (RFC 4180), a JSON array of objects (RFC 8259), or one such object a line, told apart by
// how they begin. Rejected when it is none of these or not UTF-8, TooLarge beyond the limits.
Result<ImportTable> readImport(const QByteArray &file);
// The same in another thread; Storage when the file cannot be read.
Future<ImportTable> readImportFile(const QString &path);
