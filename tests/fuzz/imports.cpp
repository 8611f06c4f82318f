// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"
#include "items/importtable.h"
#include "items/recordexport.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>
#include <QSet>

#include <algorithm>

namespace {

// The table as an export of texts; switches and numbers are texts here, too.
RecordExport exported(const ImportTable &table, ExportFormat format)
{
    Columns cells(QList<ColumnKind>(table.columns.size(), ColumnKind::Text));
    RecordExport records{.format = format};
    for (qsizetype column = 0; column < table.columns.size(); ++column)
        records.columns << ListColumn{.info = {.key = table.columns[column]}, .cells = int(column)};
    for (const QList<QJsonValue> &row : table.rows) {
        Cells written;
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            written.append(cells.textCell(
                int(column), column < row.size() ? row[column].toVariant().toString().toUtf8() : QByteArray()));
        records.rows.push_back(cells.append(written));
    }
    records.cells = std::make_shared<const Columns>(std::move(cells));
    return records;
}

QByteArray exportedText(const RecordExport &records)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ExportProgress progress;
    fuzz::hold(writeRecords(records, buffer, progress).has_value(), "what fits into memory is written");
    return buffer.data();
}

void compareTables(const ImportTable &before, const ImportTable &after, bool isCsv)
{
    fuzz::hold(after.rows.size() == before.rows.size(), "no row is lost or made");
    for (qsizetype row = 0; row < before.rows.size(); ++row)
        for (qsizetype column = 0; column < before.columns.size(); ++column) {
            const auto &given = before.rows[row];
            const QString text = column < given.size() ? given[column].toVariant().toString() : QString();
            const qsizetype place = isCsv ? column : after.columns.indexOf(before.columns[column]);
            QByteArray read = after.rows[row].value(place).toString().toUtf8();
            if (isCsv)
                read = withoutFormulaMark(read);
            fuzz::hold(read == text.toUtf8() || (isCsv && withoutFormulaMark(text.toUtf8()) == read),
                "a cell is read as what was written");
        }
}

void checkCsvCell(const QByteArray &text)
{
    QByteArray line;
    appendCsvCell(line, text);
    const bool isRun = line.startsWith('=') || line.startsWith('+') || line.startsWith('-') || line.startsWith('@')
        || line.startsWith("\"=") || line.startsWith("\"+") || line.startsWith("\"-") || line.startsWith("\"@");
    fuzz::hold(!isRun, "no spreadsheet runs a cell");
}

}

void fuzz::imports(const QByteArray &input)
{
    checkCsvCell(input);
    const auto table = readImport(input);
    if (!table)
        return hold(!table.error().message.isEmpty(), "a refusal has a sentence");
    hold(!table->rows.isEmpty(), "a table has rows");
    hold(table->columns.size() <= ImportTable::mostColumns, "there is a limit of columns");
    const bool hasNames = QSet(table->columns.begin(), table->columns.end()).size() == table->columns.size()
        && std::all_of(table->columns.begin(), table->columns.end(),
            [](const QString &name) { return !name.isEmpty() && QString::fromUtf8(name.toUtf8()) == name; });
    // Of what has no names, or the same twice, nothing was promised; nor of a row without a cell.
    if (!hasNames || table->columns.isEmpty())
        return;
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Ndjson}) {
        const auto again = readImport(exportedText(exported(*table, format)));
        hold(again.has_value(), "what was exported can be imported");
        compareTables(*table, *again, false);
    }
    // A lone empty cell is an empty line, and what begins like JSON is read as JSON.
    const QByteArray csv = exportedText(exported(*table, ExportFormat::Csv));
    if (table->columns.size() < 2 || csv.startsWith('[') || csv.startsWith('{'))
        return;
    const auto again = readImport(csv);
    hold(again.has_value(), "what was exported as CSV can be imported");
    compareTables(*table, *again, true);
}
