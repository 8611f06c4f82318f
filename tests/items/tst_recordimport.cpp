// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"
#include "items/changeset.h"
#include "items/draftvalues.h"
#include "items/recordexport.h"
#include "items/recordimport.h"
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// Files of records: what is read of them, what they would do, and that nothing hostile gets through.
class tst_RecordImport : public QObject {
    Q_OBJECT

private:
    using Clients = FakeCollection<Client>;
    using Outcome = RecordImport::Outcome;

    std::unique_ptr<Clients> m_clients;

    std::unique_ptr<RecordImport> imported(const QByteArray &file)
    {
        const auto table = readImport(file);
        if (!QTest::qVerify(
                table.has_value(), "table", table ? "" : qPrintable(table.error().message), __FILE__, __LINE__))
            return nullptr;
        auto made = std::make_unique<RecordImport>(*m_clients, *table);
        new QAbstractItemModelTester(made.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, made.get());
        [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return made->isDone(); }, 20'000);
        return made;
    }
    static QStringList column(const RecordImport &made, int which)
    {
        QStringList texts;
        for (int row = 0; row < made.rowCount(); ++row)
            texts << made.index(row, which).data().toString();
        return texts;
    }
    QByteArray exported(ExportFormat format)
    {
        auto records = exportOf(m_clients->records, m_clients->records.order(), m_clients->records.allColumns(), format,
            ExportSecrets::Omitted);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        ExportProgress progress;
        [[maybe_unused]] const auto written = writeRecords(records, buffer, progress);
        return buffer.data();
    }

private Q_SLOTS:
    void init()
    {
        m_clients = std::make_unique<Clients>(u"clients"_s);
        m_clients->onServer = someClients();
        m_clients->refresh();
    }

    void whatWasExportedChangesNothing_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("CSV") << ExportFormat::Csv;
        QTest::newRow("JSON") << ExportFormat::Json;
        QTest::newRow("NDJSON") << ExportFormat::Ndjson;
    }
    void whatWasExportedChangesNothing()
    {
        QFETCH(const ExportFormat, format);
        // Everything a format has a special way of writing.
        Client odd = m_clients->onServer.first();
        odd.id = u"odd"_s;
        odd.name = u"=SUM(1;2), \"quoted\"\r\nsecond line"_s;
        odd.description = u"'=already marked"_s;
        odd.redirectUris = {u"https://a.example/?x=1;y=2"_s, u"+49"_s};
        odd.grantTypes = {};
        odd.updatedAt = {};
        m_clients->onServer << odd;
        m_clients->refresh();
        const auto made = imported(exported(format));
        QVERIFY(made);
        QVERIFY2(
            made->count(Outcome::Unchanged) == 7, qPrintable(column(*made, RecordImport::ProblemColumn).join(u'\n')));
        ChangeSet changes;
        QCOMPARE(made->stage(changes), 0);
    }

    void aFileBecomesCreatesAndEdits()
    {
        const QByteArray id = m_clients->onServer[0].id.toUtf8();
        const auto made = imported("Client ID,Name,type,URL,grant types,unknown\r\n" + id
            + ",Studio EU,STUDIO,https://new.example.test,client_credentials; refresh_token,x\r\n"
              ",Inquire,INQUIRE,https://other.example.test,client_credentials; refresh_token,\r\n"
              ",\"Brand, New\",OTHER,,a;b,\r\n"
              ",Bad,OTHER,no address,,\r\n");
        QVERIFY(made);
        QCOMPARE(column(*made, RecordImport::OutcomeColumn),
            (QStringList{u"Changed"_s, u"Changed"_s, u"New"_s, u"Left out"_s}));
        QVERIFY(column(*made, RecordImport::ProblemColumn)[3].contains(u"https://"));
        QCOMPARE(made->fieldOf(5), -1);
        ChangeSet changes;
        QCOMPARE(made->stage(changes), 3);
        QCOMPARE(changes.counts().edits, 2);
        QCOMPARE(changes.counts().creates, 1);
        QCOMPARE(changes.item(2).name, u"Brand, New"_s);
        const Draft &fresh = *changes.item(2).draft;
        for (int field = 0; field < fresh.fieldCount(); ++field)
            if (fresh.field(field).key == "grantTypes"_L1)
                QCOMPARE(fresh.value(field).toStringList(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(m_clients->saves, 0); // and nothing was sent
        QCOMPARE(made->stage(changes), 0);
    }

    void columnsCanBeChosen()
    {
        const auto made = imported("who,what\r\nFresh,some words\r\n");
        QVERIFY(made);
        QCOMPARE(made->fieldOf(0), -1);
        QCOMPARE(column(*made, RecordImport::OutcomeColumn), QStringList{u"Left out"_s}); // it has no name
        const auto fieldOf = [&](const QString &key) {
            for (int field = 0; field < made->fields().size(); ++field)
                if (made->fields()[field].key == key)
                    return field;
            return -1;
        };
        made->setField(0, fieldOf(u"description"_s));
        made->setField(1, fieldOf(u"description"_s));
        QCOMPARE(made->fieldOf(0), -1); // one field, one column
        made->setField(0, fieldOf(u"name"_s));
        QVERIFY(!made->isDone());
        QTRY_VERIFY(made->isDone());
        QCOMPARE(column(*made, RecordImport::OutcomeColumn), QStringList{u"New"_s});
        QCOMPARE(column(*made, RecordImport::NameColumn), QStringList{u"Fresh"_s});
    }

    void whatIsWrongInARowIsSaid_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("problem");
        const QByteArray id = someClients()[0].id.toUtf8();
        QTest::newRow("a switch") << R"([{"name":"A","enabled":"maybe"}])"_qba << u"true or false"_s;
        QTest::newRow("a number") << R"([{"name":"A","accessTokenLifetime":"long"}])"_qba << u"whole number"_s;
        QTest::newRow("a negative") << R"([{"name":"A","accessTokenLifetime":-1}])"_qba << u"whole number"_s;
        QTest::newRow("a huge number") << R"([{"name":"A","accessTokenLifetime":1e300}])"_qba << u"whole number"_s;
        QTest::newRow("an object") << R"([{"name":{"a":1}}])"_qba << u"is not a text"_s;
        QTest::newRow("no list") << R"([{"name":"A","scopes":{"a":1}}])"_qba << u"a list of texts"_s;
        QTest::newRow("a mixed list") << R"([{"name":"A","scopes":["a",1]}])"_qba << u"a list of texts"_s;
        QTest::newRow("no name") << R"([{"description":"A"}])"_qba << u"required"_s;
        QTest::newRow("a short row") << "name,url,description\r\nA\r\n"_qba << u"1 cell"_s;
        QTest::newRow("one twice") << "id,name\r\n" + id + ",First\r\n" + id + ",Second\r\n" << u"Row 1"_s;
        QTest::newRow("one new name twice") << "name,url\r\nA,\r\nA,\r\n"_qba << u"Row 1"_s;
    }
    void whatIsWrongInARowIsSaid()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, problem);
        const auto made = imported(file);
        QVERIFY(made);
        QCOMPARE(made->count(Outcome::Problem), 1);
        const QString said = column(*made, RecordImport::ProblemColumn).last();
        QVERIFY2(said.contains(problem), qPrintable(said));
    }

    void aNameOfSeveralIsNobody()
    {
        Client twin = m_clients->onServer.first();
        twin.id = u"twin"_s;
        m_clients->onServer << twin;
        m_clients->refresh();
        const auto made = imported("name,description\r\nStudio EU,other\r\n");
        QVERIFY(made && column(*made, RecordImport::ProblemColumn).first().contains(u"Several"));
    }

    // What stands in quotation marks, lines too, does not tell what separates cells.
    void theSeparatorIsFoundOutsideQuotationMarks_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("columns");
        QTest::newRow("comma") << "a,b\n1,2\n"_qba << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("semicolon") << "a;b,c\n1;2\n"_qba << QStringList{u"a;b"_s, u"c"_s};
        QTest::newRow("more semicolons") << "a;b;c,d\n1;2;3\n"_qba << QStringList{u"a"_s, u"b"_s, u"c,d"_s};
        QTest::newRow("semicolons quoted") << "\"a;;;;b\",c\n1,2\n"_qba << QStringList{u"a;;;;b"_s, u"c"_s};
        QTest::newRow("a line quoted") << "\"a\nb;;;;\",c\n1,2\n"_qba << QStringList{u"a\nb;;;;"_s, u"c"_s};
        QTest::newRow("a quote quoted") << "\"a\"\"b;;;\",c\n1,2\n"_qba << QStringList{u"a\"b;;;"_s, u"c"_s};
        QTest::newRow("a quote in a cell") << "a\",b,c\n1,2,3\n"_qba << QStringList{u"a\""_s, u"b"_s, u"c"_s};
        QTest::newRow("tab") << "a\tb,c\td\n1\t2\t3\n"_qba << QStringList{u"a"_s, u"b,c"_s, u"d"_s};
    }
    void theSeparatorIsFoundOutsideQuotationMarks()
    {
        QFETCH(const QByteArray, file);
        const auto table = readImport(file);
        QVERIFY(table);
        QTEST(table->columns, "columns");
    }

    void whatIsNoFileOfRecordsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("problem");
        QByteArray deep(100'000, '[');
        QByteArray wide("[{");
        for (int i = 0; i < 300; ++i)
            wide += (i ? ",\"" : "\"") + QByteArray::number(i) + "\":1";
        QTest::newRow("nothing") << ""_qba << u"no records"_s;
        QTest::newRow("a header") << "name,url\r\n"_qba << u"no records"_s;
        QTest::newRow("bad UTF-8") << "name\r\n\xff\xfe\r\n"_qba << u"UTF-8"_s;
        QTest::newRow("cut UTF-8") << "name\r\n\xc3"_qba << u"UTF-8"_s;
        QTest::newRow("broken JSON") << "[{\"name\":"_qba << u"no JSON array"_s;
        QTest::newRow("deep JSON") << deep << u"no JSON array"_s;
        QTest::newRow("an array of numbers") << "[1,2]"_qba << u"Entry 1"_s;
        QTest::newRow("a broken line") << "{\"name\":\"A\"}\n{\"name\"\n"_qba << u"Line 2"_s;
        QTest::newRow("an open quote") << "name\r\n\"never closed\r\n"_qba << u"quotation mark"_s;
        QTest::newRow("too wide") << wide + "}]" << u"more than 200 column"_s;
        QTest::newRow("too many rows") << "name\r\n" + QByteArray("x\r\n").repeated(100'001) << u"more than"_s;
        QTest::newRow("too large") << QByteArray((16 << 20) + 1, 'x') << u"16 MB"_s;
    }
    void whatIsNoFileOfRecordsIsRefused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, problem);
        const auto table = readImport(file);
        QVERIFY(!table);
        QVERIFY2(table.error().message.contains(problem), qPrintable(table.error().message));
    }

    void manyRowsAreWorkedOutInPieces()
    {
        QByteArray file("name,type\r\n");
        for (int row = 0; row < 5000; ++row)
            file += "Client " + QByteArray::number(row) + ",OTHER\r\n";
        const auto table = readImport(file);
        QVERIFY(table);
        RecordImport made(*m_clients, *table);
        QSignalSpy progressed(&made, &RecordImport::progressed);
        QTRY_VERIFY(made.isDone());
        QVERIFY(progressed.size() > 10);
        QCOMPARE(made.count(Outcome::New), 5000);
        ChangeSet changes;
        QCOMPARE(made.stage(changes), 5000);
    }

    void aFileIsReadAside()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"clients.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xef\xbb\xbfname;url\r\nA;https://a.example\r\n");
        file.close();
        const auto read = readImportFile(file.fileName());
        QTRY_VERIFY(read.isFinished());
        QVERIFY(read.result());
        QCOMPARE(read.result()->columns, (QStringList{u"name"_s, u"url"_s}));
        const auto missing = readImportFile(folder.filePath(u"none"_s));
        QTRY_VERIFY(missing.isFinished());
        QCOMPARE(missing.result().error().kind, Error::Kind::Storage);
    }

    void aCopyHasAllButWhatIsItsOwn()
    {
        const auto source = m_clients->draft(m_clients->onServer[0].id);
        for (const auto &name : {u"Studio EU (copy)"_s, u"Studio EU (copy 2)"_s}) {
            const auto copy = duplicateOf(*m_clients, *source);
            QVERIFY(copy->isNew() && copy->isModified());
            for (int field = 0; field < copy->fieldCount(); ++field) {
                const FieldInfo info = copy->field(field);
                const bool isOwn
                    = info.key == "id"_L1 || info.kind == FieldKind::Password || info.kind == FieldKind::Time;
                if (info.key == "name"_L1)
                    QCOMPARE(copy->value(field).toString(), name);
                else if (isOwn)
                    QCOMPARE(copy->value(field), m_clients->newDraft()->value(field));
                else
                    QCOMPARE(copy->value(field), source->value(field));
            }
            m_clients->records.put(Client{.id = name, .name = name}); // it is taken now
        }
    }

    void aTemplateKeepsNothingOfItsOwn()
    {
        auto source = m_clients->draft(m_clients->onServer[0].id);
        for (int field = 0; field < source->fieldCount(); ++field)
            if (source->field(field).kind == FieldKind::Password)
                source->setValue(field, QVariant::fromValue(Secret(u"hush"_s)));
        const QString text = templateOf(*m_clients, *source);
        QVERIFY(!text.contains(u"hush") && !text.contains(source->id()));
        const auto draft = draftFrom(*m_clients, text);
        for (int field = 0; field < draft->fieldCount(); ++field)
            if (const auto key = draft->field(field).key; key == "grantTypes"_L1 || key == "accessTokenLifetime"_L1)
                QCOMPARE(draft->value(field), source->value(field));
        QVERIFY(!draftFrom(*m_clients, u"{\"name\":7,\"enabled\":[]}"_s)->value(0).toString().contains(u'['));
        QVERIFY(!draftFrom(*m_clients, u"no JSON"_s)->isModified());
    }
};

int tst_recordimport(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordImport>(argc, argv);
}
#include "tst_recordimport.moc"
