// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordexport.h"
#include "items/recordfilter.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QBuffer>
#include <QJsonArray>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// Takes so many bytes, then says that the disk is full; does something at each write when asked to.
class NarrowDevice final : public QIODevice {
public:
    explicit NarrowDevice(qint64 room, std::function<void()> atWrite = {})
        : m_room(room)
        , m_atWrite(std::move(atWrite))
    {
        open(QIODevice::WriteOnly);
    }
    qint64 largest = 0; // piece written at once
    qint64 taken = 0;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        if (m_atWrite)
            m_atWrite();
        if (size > m_room) {
            setErrorString(u"No space left on device"_s);
            return -1;
        }
        m_room -= size;
        taken += size;
        largest = std::max(largest, size);
        return size;
    }

private:
    qint64 m_room;
    std::function<void()> m_atWrite;
};

QList<Field<Client>> clientsWithSecret()
{
    auto list = fields<Client>();
    for (auto &field : list)
        if (qstrcmp(field.key, "secret") == 0)
            field.flags = FieldFlags(FieldFlag::Hidden) | FieldFlag::Readable;
    return list;
}

QList<ListColumn> columnsOf(const RecordRows &rows, const QStringList &keys)
{
    QList<ListColumn> chosen;
    for (const QString &key : keys)
        for (const ListColumn &column : rows.allColumns())
            if (column.info.key == key)
                chosen << column;
    return chosen;
}

QByteArray written(const RecordRows &rows, const OrderedRows::Order &order, const QStringList &keys,
    ExportFormat format, ExportSecrets secrets = ExportSecrets::Omitted)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ExportProgress progress;
    if (!writeRecords(exportOf(rows, order, columnsOf(rows, keys), format, secrets), buffer, progress))
        return "failed";
    return progress.rows == qint64(order.size()) ? buffer.data() : "wrong progress";
}

// A reader of RFC 4180 that shares nothing with the writer.
QList<QStringList> readCsv(const QByteArray &csv)
{
    QList<QStringList> rows{{}};
    QByteArray cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char letter = csv[i];
        if (isQuoted && letter == '"' && csv.mid(i + 1, 1) == "\"")
            cell += csv[++i];
        else if (letter == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && letter == ',')
            rows.last() << QString::fromUtf8(std::exchange(cell, {}));
        else if (!isQuoted && csv.mid(i, 2) == "\r\n") {
            rows.last() << QString::fromUtf8(std::exchange(cell, {}));
            rows << QStringList();
            ++i;
        } else
            cell += letter;
    }
    return isQuoted || !rows.takeLast().isEmpty() ? QList<QStringList>() : rows;
}

}

class tst_RecordExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsSurvive_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell"); // as CSV has it
        QTest::newRow("plain") << u"Studio EU"_s << "Studio EU"_ba;
        QTest::newRow("none") << QString() << QByteArray();
        QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
        QTest::newRow("semicolon") << u"a;=b"_s << "\"a;=b\""_ba;
        QTest::newRow("tab inside") << u"a\t=b"_s << "\"a\t=b\""_ba;
        QTest::newRow("quotation marks") << u"say \"yes\""_s << "\"say \"\"yes\"\"\""_ba;
        QTest::newRow("only a quotation mark") << u"\""_s << "\"\"\"\""_ba;
        QTest::newRow("lines") << u"a\r\nb\nc\rd"_s << "\"a\r\nb\nc\rd\""_ba;
        QTest::newRow("non-ASCII") << u"Ärger 東京 😀"_s << u"Ärger 東京 😀"_s.toUtf8();
        QTest::newRow("control characters") << u"a\u0001\u007f"_s << "a\x01\x7f"_ba;
        QTest::newRow("right to left") << u"שלום"_s << u"שלום"_s.toUtf8();
        QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
        QTest::newRow("link formula") << u"=HYPERLINK(\"http://x\",\"y\")"_s
                                      << "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_ba;
        QTest::newRow("plus") << u"+49 30"_s << "'+49 30"_ba;
        QTest::newRow("minus") << u"-2+3"_s << "'-2+3"_ba;
        QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
        QTest::newRow("tab first") << u"\t=1"_s << "\"'\t=1\""_ba;
        QTest::newRow("return first") << u"\r=1"_s << "\"'\r=1\""_ba;
        QTest::newRow("full-width equals") << u"＝1"_s << u"'＝1"_s.toUtf8();
        QTest::newRow("formula further in") << u"a=1+1"_s << "a=1+1"_ba;
    }
    void textsSurvive()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        RecordModel<Client> model(fields<Client>(), nullptr);
        model.put(Client{.id = u"c"_s, .name = text});
        const auto csv = written(model, model.order(), {u"name"_s, u"id"_s}, ExportFormat::Csv);
        QCOMPARE(csv, "name,id\r\n" + cell + ",c\r\n");
        const auto rows = readCsv(csv);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[1][0] == text || rows[1][0] == u'\'' + text);
        for (const auto format : {ExportFormat::Json, ExportFormat::Ndjson}) {
            auto json = written(model, model.order(), {u"name"_s}, format);
            if (format == ExportFormat::Ndjson) {
                QCOMPARE(json.count('\n'), 1);
                json = "[" + json + "]";
            }
            QCOMPARE(QJsonDocument::fromJson(json).array(), (QJsonArray{QJsonObject{{u"name"_s, text}}}));
        }
    }

    void everyKindOfValue()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        model.put(Client{.id = u"c1"_s,
            .redirectUris = {u"https://a/cb"_s, u"=x, \"y\""_s},
            .grantTypes = {u"=2"_s},
            .enabled = true,
            .accessTokenLifetime = seconds(3600),
            .createdAt = QDateTime::fromString(u"2026-03-02T08:15:30+01:00"_s, Qt::ISODate),
            .updatedAt = QDateTime::fromString(u"2026-03-02T07:15:30.250Z"_s, Qt::ISODateWithMs)});
        model.put(Client{.id = u"c2"_s, .enabled = false});
        const QStringList keys{u"id"_s, u"enabled"_s, u"redirectUris"_s, u"grantTypes"_s, u"accessTokenLifetime"_s,
            u"createdAt"_s, u"updatedAt"_s};
        QCOMPARE(written(model, model.order(), keys, ExportFormat::Csv),
            "id,enabled,redirectUris,grantTypes,accessTokenLifetime,createdAt,updatedAt\r\n"
            "c1,true,\"https://a/cb; =x, \"\"y\"\"\",'=2,3600,2026-03-02T07:15:30Z,2026-03-02T07:15:30.250Z\r\n"
            "c2,false,,,0,,\r\n"_ba);
        const QJsonObject first{{u"id"_s, u"c1"_s}, {u"enabled"_s, true},
            {u"redirectUris"_s, QJsonArray{u"https://a/cb"_s, u"=x, \"y\""_s}}, {u"grantTypes"_s, QJsonArray{u"=2"_s}},
            {u"accessTokenLifetime"_s, 3600}, {u"createdAt"_s, u"2026-03-02T07:15:30Z"_s},
            {u"updatedAt"_s, u"2026-03-02T07:15:30.250Z"_s}};
        const QJsonObject second{{u"id"_s, u"c2"_s}, {u"enabled"_s, false}, {u"redirectUris"_s, QJsonArray()},
            {u"grantTypes"_s, QJsonArray()}, {u"accessTokenLifetime"_s, 0}, {u"createdAt"_s, QJsonValue::Null},
            {u"updatedAt"_s, QJsonValue::Null}};
        const auto json = written(model, model.order(), keys, ExportFormat::Json);
        QCOMPARE(QJsonDocument::fromJson(json).array(), (QJsonArray{first, second}));
        const auto lines = written(model, model.order(), keys, ExportFormat::Ndjson).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(lines[1]).object(), second);
    }

    void emptyLists()
    {
        const RecordModel<Client> model(fields<Client>(), nullptr);
        QCOMPARE(written(model, {}, {u"id"_s, u"name"_s}, ExportFormat::Csv), "id,name\r\n"_ba);
        QCOMPARE(
            QJsonDocument::fromJson(written(model, {}, {u"id"_s}, ExportFormat::Json)), QJsonDocument(QJsonArray()));
        QCOMPARE(written(model, {}, {u"id"_s}, ExportFormat::Ndjson), QByteArray());
    }

    void exactlyWhatIsFilteredInItsOrder()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        for (const auto *name : {"b", "x", "a", "c"})
            model.put(Client{.id = QString::fromLatin1(name), .type = *name == 'x' ? u"OTHER"_s : u"STUDIO"_s});
        RecordFilter filter(model);
        QVERIFY(!filter.setFilterText(u"type=STUDIO"_s));
        filter.sort(2, Qt::DescendingOrder); // by id
        const auto records = exportOf(
            model, filter.order(), columnsOf(model, {u"id"_s}), ExportFormat::Ndjson, ExportSecrets::Omitted);
        // What the list becomes later is no concern of an export under way.
        model.put(Client{.id = u"b"_s, .type = u"CHANGED"_s});
        model.remove(u"a"_s);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        ExportProgress progress;
        QVERIFY(writeRecords(records, buffer, progress));
        QCOMPARE(buffer.data(), "{\"id\":\"c\"}\n{\"id\":\"b\"}\n{\"id\":\"a\"}\n"_ba);
    }

    void secretsOnlyWhenAsked()
    {
        RecordModel<Client> model(clientsWithSecret(), nullptr);
        model.put(Client{.id = u"c1"_s, .secret = Secret(u"s3\"cret"_s)});
        model.put(Client{.id = u"c2"_s});
        for (const auto format : {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Ndjson}) {
            QStringList all;
            for (const auto &column : model.allColumns())
                all << column.info.key;
            QVERIFY(!all.contains(u"secret"_s));
            QVERIFY(!written(model, model.order(), all, format).contains("cret"));
        }
        QCOMPARE(written(model, model.order(), {u"id"_s}, ExportFormat::Csv, ExportSecrets::Included),
            "id,secret\r\nc1,\"s3\"\"cret\"\r\nc2,\r\n"_ba);
        QCOMPARE(written(model, model.order(), {u"id"_s}, ExportFormat::Ndjson, ExportSecrets::Included),
            "{\"id\":\"c1\",\"secret\":\"s3\\\"cret\"}\n{\"id\":\"c2\",\"secret\":\"\"}\n"_ba);
        // What its server does not tell is not exported, even if a record has it.
        RecordModel<Client> plain(fields<Client>(), nullptr);
        plain.put(Client{.id = u"c1"_s, .secret = Secret(u"s3cret"_s)});
        QVERIFY(plain.readableSecrets().isEmpty());
        QVERIFY(plain.secretOf(0, u"secret"_s).isEmpty());
        QCOMPARE(
            written(plain, plain.order(), {u"id"_s}, ExportFormat::Csv, ExportSecrets::Included), "id\r\nc1\r\n"_ba);
    }

    void longListsGoInPieces()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        fill(model, 30'000);
        const auto records
            = exportOf(model, model.order(), model.allColumns(), ExportFormat::Json, ExportSecrets::Omitted);
        NarrowDevice device(1'000'000'000);
        ExportProgress progress;
        QVERIFY(writeRecords(records, device, progress));
        QCOMPARE(progress.rows, 30'000);
        QVERIFY(device.taken > 4'000'000);
        QVERIFY(device.largest < 300'000);
    }

    void aFullDiskSaysSo()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        fill(model, 30'000);
        const auto records
            = exportOf(model, model.order(), model.allColumns(), ExportFormat::Csv, ExportSecrets::Omitted);
        NarrowDevice device(1'000'000);
        ExportProgress progress;
        const auto result = writeRecords(records, device, progress);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Storage);
        QVERIFY(result.error().message.contains(u"No space left on device"_s));
        QVERIFY(progress.rows < 30'000);
    }

    void stoppedInTheMiddle()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        fill(model, 30'000);
        const auto records
            = exportOf(model, model.order(), model.allColumns(), ExportFormat::Csv, ExportSecrets::Omitted);
        ExportProgress progress;
        NarrowDevice device(1'000'000'000, [&progress] { progress.stopped = true; });
        const auto result = writeRecords(records, device, progress);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Stopped);
        QVERIFY(progress.rows > 0 && progress.rows < 30'000);
    }

    void aFileIsWholeOrNotThere_data()
    {
        QTest::addColumn<bool>("isThere"); // one with that name, before
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("new") << false << false;
        QTest::newRow("replaced") << true << false;
        QTest::newRow("stopped, new") << false << true;
        QTest::newRow("stopped, was there") << true << true;
    }
    void aFileIsWholeOrNotThere()
    {
        QFETCH(bool, isThere);
        QFETCH(bool, isStopped);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"clients é.csv"_s);
        if (isThere)
            put(path, "before");
        RecordModel<Client> model(fields<Client>(), nullptr);
        fill(model, 5000);
        const auto progress = std::make_shared<ExportProgress>();
        progress->stopped = isStopped;
        const auto result = exported(model, path, progress);
        QVERIFY(result);
        QCOMPARE(result->has_value(), !isStopped);
        const QStringList expected = isStopped && !isThere ? QStringList() : QStringList{u"clients é.csv"_s};
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), expected);
        if (isStopped) {
            QCOMPARE(result->error().kind, Error::Kind::Stopped);
            QCOMPARE(content(path), isThere ? "before"_ba : QByteArray());
            return;
        }
        QCOMPARE(**result, 5000);
        QCOMPARE(readCsv(content(path)).size(), 5001);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }

    void whereNothingCanBeWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such folder") << u"missing/clients.csv"_s;
        QTest::newRow("a folder") << u"folder"_s;
        QTest::newRow("below a file") << u"file/clients.csv"_s;
        QTest::newRow("a folder that refuses") << u"closed/clients.csv"_s;
    }
    void whereNothingCanBeWritten()
    {
        QFETCH(QString, name);
        if (name.startsWith(u"closed"_s) && geteuid() == 0)
            QSKIP("nothing refuses the administrator");
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"folder"_s) && QDir(dir.path()).mkdir(u"closed"_s));
        put(dir.filePath(u"file"_s), "before");
        QVERIFY(QFile::setPermissions(dir.filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner));
        RecordModel<Client> model(fields<Client>(), nullptr);
        fill(model, 10);
        const auto result = exported(model, dir.filePath(name), std::make_shared<ExportProgress>());
        QVERIFY(result && !result->has_value());
        QCOMPARE(result->error().kind, Error::Kind::Storage);
        const QString start = u"The file could not be written: "_s;
        QVERIFY2(result->error().message.startsWith(start), qPrintable(result->error().message));
        QVERIFY(result->error().message.size() > start.size() + 5);
        QCOMPARE(content(dir.filePath(u"file"_s)), "before"_ba);
    }

private:
    static void fill(RecordModel<Client> &model, int count)
    {
        auto records = model.emptyRecords();
        for (int i = 0; i < count; ++i)
            records.append(Client{.id = u"client-%1"_s.arg(i), .name = u"Client %1"_s.arg(i % 100)});
        model.put(records);
    }
    static void put(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Nothing when no answer came.
    std::optional<Result<qint64>> exported(
        const RecordRows &rows, const QString &path, const std::shared_ptr<ExportProgress> &progress)
    {
        std::optional<Result<qint64>> outcome;
        QObject context;
        onResult(&context,
            exportToFile(exportOf(rows, rows.order(), rows.allColumns(), ExportFormat::Csv, ExportSecrets::Omitted),
                path, progress),
            [&outcome](const Result<qint64> &result) { outcome = result; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&outcome] { return outcome.has_value(); });
        return outcome;
    }
};

int tst_recordexport(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordExport>(argc, argv);
}
#include "tst_recordexport.moc"
