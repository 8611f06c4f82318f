// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordexport.h"

#include "core/background.h"
#include "core/csv.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ExportTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordExport)
};

void appendJsonText(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    for (const char letter : utf8) {
        constexpr quint8 firstPrintable = 0x20;
        if (letter == '"' || letter == '\\')
            (out += '\\') += letter;
        else if (letter == '\n')
            out += "\\n";
        else if (static_cast<quint8>(letter) < firstPrintable)
            out += "\\u" + QByteArray::number(letter, 16).rightJustified(4, '0');
        else
            out += letter;
    }
    out += '"';
}

QByteArray timeText(Cell cell)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millisecondsOf(cell), Qt::UTC);
    return time.toString(time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs).toLatin1();
}

// Writes rows as one format wants them, into a buffer.
class RowWriter {
public:
    explicit RowWriter(const RecordExport &records)
        : m_records(records)
        , m_cells(*records.cells)
    {
        for (const ListColumn &column : records.columns)
            m_keys << column.info.key.toUtf8();
        for (const auto &column : records.secretColumns)
            m_keys << column.key.toUtf8();
    }

    QByteArray opening() const
    {
        QByteArray line;
        if (m_records.format == ExportFormat::Json)
            line = "[";
        for (qsizetype i = 0; m_records.format == ExportFormat::Csv && i < m_keys.size(); ++i) {
            line += i > 0 ? "," : "";
            appendCsvCell(line, m_keys[i]);
        }
        return m_records.format == ExportFormat::Csv ? line + "\r\n" : line;
    }
    QByteArray closing() const { return m_records.format == ExportFormat::Json ? "\n]\n"_ba : QByteArray(); }

    void append(QByteArray &out, size_t place) const
    {
        const quint32 row = m_records.rows[place];
        const bool isCsv = m_records.format == ExportFormat::Csv;
        if (m_records.format == ExportFormat::Json)
            out += place > 0 ? ",\n" : "\n";
        out += isCsv ? "" : "{";
        for (qsizetype i = 0; i < m_keys.size(); ++i) {
            out += i > 0 ? "," : "";
            if (!isCsv) {
                appendJsonText(out, m_keys[i]);
                out += ':';
            }
            appendCell(out, row, i);
        }
        out += isCsv ? "\r\n" : m_records.format == ExportFormat::Json ? "}" : "}\n";
    }

private:
    void appendText(QByteArray &out, QByteArrayView utf8) const
    {
        if (m_records.format == ExportFormat::Csv)
            appendCsvCell(out, utf8);
        else
            appendJsonText(out, utf8);
    }
    void appendCell(QByteArray &out, quint32 row, qsizetype i) const
    {
        if (i >= m_records.columns.size()) {
            const auto &secrets = m_records.secretColumns[i - m_records.columns.size()].secrets;
            const auto secret = secrets.find(row);
            return appendText(out, secret == secrets.end() ? QByteArray() : secret->second.revealUtf8());
        }
        const int column = m_records.columns[i].cells;
        const Cell cell = m_cells.cell(row, column);
        switch (m_cells.kind(column)) {
        case ColumnKind::Text:
            return appendText(out, m_cells.utf8(row, column));
        case ColumnKind::List:
            return appendList(out, m_cells.utf8(row, column));
        case ColumnKind::Time:
            if (cell != 0)
                appendText(out, timeText(cell));
            else if (m_records.format != ExportFormat::Csv)
                out += "null";
            return;
        case ColumnKind::Duration:
            out += QByteArray::number(cell);
            return;
        case ColumnKind::Switch:
            out += cell != 0 ? "true" : "false";
        }
    }
    void appendList(QByteArray &out, QByteArrayView utf8) const
    {
        QByteArrayList entries = utf8.toByteArray().split(listEnd);
        entries.removeLast(); // each is ended, not separated
        if (m_records.format == ExportFormat::Csv)
            return appendCsvCell(out, entries.join("; "));
        out += '[';
        for (qsizetype i = 0; i < entries.size(); ++i) {
            out += i > 0 ? "," : "";
            appendJsonText(out, entries[i]);
        }
        out += ']';
    }

    const RecordExport &m_records;
    const Columns &m_cells;
    QByteArrayList m_keys;
};

tl::unexpected<Error> unwritable(const QString &reason)
{
    return failure(Error::Kind::Storage, ExportTexts::tr("The file could not be written: %1").arg(reason));
}

Result<qint64> writeFile(const RecordExport &records, const QString &path, ExportProgress &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file.errorString());
    // A medium that knows no owners is good enough for what is no secret.
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && !records.secretColumns.isEmpty())
        return failure(Error::Kind::Storage,
            ExportTexts::tr("Secrets are not written to “%1”: nothing there can be kept from other users.")
                .arg(QDir::toNativeSeparators(path)));
    if (const auto written = writeRecords(records, file, progress); !written)
        return tl::unexpected(written.error());
    if (!file.commit())
        return unwritable(file.errorString());
    return qint64(records.rows.size());
}

}

RecordExport exportOf(const RecordRows &list, const OrderedRows::Order &rows, const QList<ListColumn> &columns,
    ExportFormat format, ExportSecrets secrets)
{
    RecordExport records{.format = format,
        .cells = std::make_shared<const Columns>(list.cells().snapshot()),
        .rows = rows,
        .columns = columns};
    if (secrets == ExportSecrets::Omitted)
        return records;
    for (const FieldInfo &field : list.readableSecrets()) {
        RecordExport::SecretColumn column{.key = field.key};
        for (const quint32 row : rows)
            if (const Secret secret = list.secretOf(row, field.key); !secret.isEmpty())
                column.secrets.emplace(row, secret);
        records.secretColumns << column;
    }
    return records;
}

Result<> writeRecords(const RecordExport &records, QIODevice &device, ExportProgress &progress)
{
    constexpr qsizetype piece = 256 << 10; // bytes
    const RowWriter writer(records);
    QByteArray buffer = writer.opening();
    const auto flush = [&] {
        const bool isWritten = device.write(buffer) == buffer.size();
        buffer.resize(0);
        return isWritten;
    };
    for (size_t place = 0; place < records.rows.size(); ++place) {
        if (progress.stopped)
            return failure(Error::Kind::Stopped, ExportTexts::tr("The export was stopped. No file was written."));
        writer.append(buffer, place);
        if (buffer.size() >= piece && !flush())
            return unwritable(device.errorString());
        progress.rows = qint64(place) + 1;
    }
    buffer += writer.closing();
    if (!flush())
        return unwritable(device.errorString());
    return {};
}

Future<qint64> exportToFile(RecordExport records, const QString &path, const std::shared_ptr<ExportProgress> &progress)
{
    return inBackground([records = std::move(records), path, progress] { return writeFile(records, path, *progress); });
}
