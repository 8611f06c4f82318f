// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "items/recordrows.h"

#include <atomic>
#include <memory>
#include <unordered_map>

// How an exported list is written. All are UTF-8 without a byte order mark and call a column by its field's key, which
// no language and no version changes. Times are ISO 8601 in UTC, durations whole seconds, switches true or false.
//
// Csv: RFC 4180 with a header row; no time is an empty cell, the entries of a list are separated by "; ". Text that a
//     spreadsheet would take for a formula gets an apostrophe in front; who needs it untouched takes one of the others.
// Json: one array of objects (RFC 8259); no time is null, lists are arrays.
// Ndjson: such an object a line, each line ended by LF.
enum class ExportFormat { Csv, Json, Ndjson };

// What is exported: rows of a list as they are when it is asked for, in the order given.
struct RecordExport {
    // Secrets of one field, by row of the cells.
    struct SecretColumn {
        QString key{};
        std::unordered_map<quint32, Secret> secrets{};
    };
    ExportFormat format = ExportFormat::Csv;
    std::shared_ptr<const Columns> cells{}; // a snapshot
    OrderedRows::Order rows{}; // of the cells
    QList<ListColumn> columns{};
    QList<SecretColumn> secretColumns{}; // behind the others; empty unless the person asked for secrets
};

// How far an export is, for the thread that waits for it.
struct ExportProgress {
    std::atomic<qint64> rows = 0; // written
    std::atomic<bool> stopped = false; // by the person
};

enum class ExportSecrets { Omitted, Included };
RecordExport exportOf(const RecordRows &list, const OrderedRows::Order &rows, const QList<ListColumn> &columns,
    ExportFormat format, ExportSecrets secrets);

// Writes all rows, as they come; needs little memory, however many they are. For any thread. Stopped, or Storage when
// the device takes no more.
Result<> writeRecords(const RecordExport &records, QIODevice &device, ExportProgress &progress);
// The same, in another thread, into a file that only its owner may read (POSIX mode 0600) and that is there, or
// replaced, only once it is complete. Tells how many rows it has.
Future<qint64> exportToFile(RecordExport records, const QString &path, const std::shared_ptr<ExportProgress> &progress);
