// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/importtable.h"

#include "core/background.h"
#include "core/csv.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordImport)
};

tl::unexpected<Error> tooManyRows()
{
    return failure(Error::Kind::TooLarge,
        ImportTexts::tr("The file has more than %n record(s).", nullptr, int(ImportTable::mostRows)));
}

tl::unexpected<Error> tooManyColumns()
{
    return failure(Error::Kind::TooLarge,
        ImportTexts::tr("The file has more than %n column(s).", nullptr, int(ImportTable::mostColumns)));
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

Result<ImportTable> tableOf(const QList<QJsonObject> &objects)
{
    ImportTable table;
    QHash<QString, qsizetype> places;
    for (const QJsonObject &object : objects)
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!places.contains(it.key())) {
                if (table.columns.size() == ImportTable::mostColumns)
                    return tooManyColumns();
                places.insert(it.key(), table.columns.size());
                table.columns << it.key();
            }
    for (const QJsonObject &object : objects) {
        QList<QJsonValue> row(table.columns.size(), QJsonValue(QJsonValue::Undefined));
        for (auto it = object.begin(); it != object.end(); ++it)
            row[places[it.key()]] = *it;
        table.rows << row;
    }
    return table;
}

Result<ImportTable> readJsonArray(const QByteArray &file)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(file, &parsed);
    if (!document.isArray())
        return failure(Error::Kind::Rejected, ImportTexts::tr("The file is no JSON array of objects."),
            parsed.error == QJsonParseError::NoError ? QString() : parsed.errorString());
    const QJsonArray array = document.array();
    if (array.size() > ImportTable::mostRows)
        return tooManyRows();
    QList<QJsonObject> objects;
    for (const auto &entry : array) {
        if (!entry.isObject())
            return failure(
                Error::Kind::Rejected, ImportTexts::tr("Entry %1 of the file is no object.").arg(objects.size() + 1));
        objects << entry.toObject();
    }
    return tableOf(objects);
}

Result<ImportTable> readJsonLines(const QByteArray &file)
{
    QList<QJsonObject> objects;
    int number = 0;
    for (const QByteArray &line : file.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        if (objects.size() == ImportTable::mostRows)
            return tooManyRows();
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return failure(
                Error::Kind::Rejected, ImportTexts::tr("Line %1 of the file is no JSON object.").arg(number));
        objects << document.object();
    }
    return tableOf(objects);
}

Result<ImportTable> readTable(const QByteArray &file)
{
    const auto rows = readCsv(file, ImportTable::mostRows + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    ImportTable table{.isCsv = true};
    if (rows->isEmpty())
        return table;
    for (const QByteArray &title : rows->first())
        table.columns << QString::fromUtf8(title).trimmed();
    if (table.columns.size() > ImportTable::mostColumns)
        return tooManyColumns();
    for (const QByteArrayList &cells : rows->sliced(1)) {
        QList<QJsonValue> row;
        for (const QByteArray &cell : cells)
            row << QString::fromUtf8(cell);
        table.rows << row;
    }
    return table;
}

}

Result<ImportTable> readImport(const QByteArray &file)
{
    if (file.size() > ImportTable::mostBytes)
        return failure(Error::Kind::TooLarge, ImportTexts::tr("The file is larger than 16 MB."));
    if (!isUtf8(file))
        return failure(Error::Kind::Rejected, ImportTexts::tr("The file is not text in UTF-8."));
    const QByteArray bare = file.startsWith("\xef\xbb\xbf") ? file.sliced(3) : file;
    const QByteArray start = bare.left(1024).trimmed();
    auto table = start.startsWith('[') ? readJsonArray(bare)
        : start.startsWith('{')        ? readJsonLines(bare)
                                       : readTable(bare);
    if (table && table->rows.isEmpty())
        return failure(Error::Kind::Rejected, ImportTexts::tr("The file has no records."));
    return table;
}

Future<ImportTable> readImportFile(const QString &path)
{
    return inBackground([path]() -> Result<ImportTable> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                Error::Kind::Storage, ImportTexts::tr("The file could not be read: %1").arg(file.errorString()));
        return readImport(file.read(ImportTable::mostBytes + 1));
    });
}
