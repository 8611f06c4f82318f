// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/cutdocument.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> pathOf(const QByteArray &dotted)
{
    return dotted.isEmpty() ? QList<QByteArray>() : dotted.split('.');
}

// JSON with its quotation marks written as apostrophes: raw string literals are more than moc can read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray tricky
    = json("{ 'a[' : ']{' , 'data' : { 'items\\'' : [1,2], 'items' : [\n"
           " {'s':'a \\'quoted\\' ]}[{, \\\\','n':{'deep':[[],{}]}} , {'u':'Zürich 東京 😀 \\u00fc\\\\\\''}, [ ] ,\r\n"
           "\t'text, \\'with\\' ]', -1.5e3 , null,{'data':{'items':[0]}},true] , 'next' : 'c,u]r' } ,"
           " 'items':[9], 'total':8 } ");

}

// Documents that arrive in pieces, cut into the elements of one array.
class tst_JsonSplitter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theElementsAndTheRest_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("elements"); // joined by '|'
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("bare") << json("[{'a':1},{'b':2}]") << ""_ba << json("{'a':1}|{'b':2}") << "[]"_ba;
        QTest::newRow("empty") << "[ ]"_ba
                               << ""_ba
                               << ""_ba
                               << "[]"_ba;
        QTest::newRow("spaces") << "\r\n[\t{ } ,\n1 ]\n"_ba
                                << ""_ba
                                << "{ }|1"_ba
                                << "\r\n[]\n"_ba;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF[1]"_ba
                                         << ""_ba
                                         << "1"_ba
                                         << "\xEF\xBB\xBF[]"_ba;
        QTest::newRow("named") << json("{'n':1,'list':[1,2],'next':'x'}") << "list"_ba
                               << "1|2"_ba << json("{'n':1,'list':[],'next':'x'}");
        QTest::newRow("the first of two") << json("{'l':[1],'l':[2]}") << "l"_ba
                                          << "1"_ba << json("{'l':[],'l':[2]}");
        QTest::newRow("elsewhere") << json("{'error':'no'}") << "list"_ba
                                   << ""_ba << json("{'error':'no'}");
        QTest::newRow("not an array") << json("{'list':{'a':[1]}}") << "list"_ba
                                      << ""_ba << json("{'list':{'a':[1]}}");
        QTest::newRow("an object for an array") << json("{'a':[1]}") << ""_ba
                                                << ""_ba << json("{'a':[1]}");
        QTest::newRow("not within another array") << json("[{'list':[1]}]") << "list"_ba
                                                  << ""_ba << json("[{'list':[1]}]");
        QTest::newRow("a value like the name") << json("{'a':'list','b':[1]}") << "list"_ba
                                               << ""_ba << json("{'a':'list','b':[1]}");
        QTest::newRow("an escaped quote")
            << json("[{'a':'\\\\\\''},{'b':'\\\\'}]") << ""_ba << json("{'a':'\\\\\\''}|{'b':'\\\\'}") << "[]"_ba;
    }
    void theElementsAndTheRest()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QByteArray, path);
        const Cut whole = cut({document}, pathOf(path));
        QVERIFY(!whole.error);
        QTEST(whole.elements.join('|'), "elements");
        QTEST(whole.rest, "rest");
    }

    void everySplitOfATrickyDocumentIsTheSame()
    {
        const Cut whole = cut({tricky}, {"data", "items"});
        QCOMPARE(whole.elements.size(), 8);
        QVERIFY(!whole.error);
        const QJsonObject original = QJsonDocument::fromJson(tricky).object();
        const QJsonArray items = original[u"data"][u"items"].toArray();
        QCOMPARE(items.size(), 8);
        for (int i = 0; i < items.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson('[' + whole.elements[i] + ']').array().first(), items[i]);
        const QJsonObject rest = QJsonDocument::fromJson(whole.rest).object();
        QCOMPARE(rest[u"data"][u"next"].toString(), u"c,u]r"_s);
        QCOMPARE(rest[u"total"].toInt(), 8);

        QByteArrayList letters;
        for (qsizetype at = 0; at < tricky.size(); ++at) {
            letters << tricky.mid(at, 1);
            QVERIFY2(cut({tricky.first(at), tricky.sliced(at)}, {"data", "items"}) == whole,
                qPrintable(QString::number(at)));
            for (qsizetype second = at; second < tricky.size(); second += 7)
                QVERIFY(
                    cut({tricky.first(at), tricky.sliced(at, second - at), tricky.sliced(second)}, {"data", "items"})
                    == whole);
        }
        QVERIFY(cut(letters, {"data", "items"}) == whole);
    }

    void aTruncatedDocumentIsNeverComplete()
    {
        const QByteArray document = json("{'list':[{'a':'b'},{'c':[1,']']}],'next':'x'}");
        for (qsizetype size = 0; size < document.size(); ++size) {
            const Cut part = cut({document.first(size)}, {"list"});
            QVERIFY(part.error || !QJsonDocument::fromJson(part.rest).isObject());
        }
    }

    void garbageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *document : {"[,]", "[,{}]", "[{},]", "[{}{}]", "[{} 1]", "[1 2]", "[\"a\" \"b\"]", "[{},,{}]",
                 "[}", "[:]", "[{}:", "[{}", "[{\"a\":\"]", "[1", "["})
            QTest::newRow(document) << QByteArray(document);
    }
    void garbageIsRefused()
    {
        QFETCH(const QByteArray, document);
        const Cut whole = cut({document}, {});
        QVERIFY(whole.error);
        QCOMPARE(*whole.error, Error::Kind::Protocol);
    }

    void limitsHold_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("deep enough") << '[' + QByteArray(20, '[') + QByteArray(20, ']') + ']' << true;
        QTest::newRow("too deep") << '[' + QByteArray(21, '[') + QByteArray(21, ']') + ']' << false;
        QTest::newRow("too deep outside") << json("{'a':") + QByteArray(21, '[') << false;
        QTest::newRow("many brackets, none within another") << "[[]" + QByteArray(",[]").repeated(1000) + ']' << true;
        QTest::newRow("a long element") << "[\"" + QByteArray(900, 'x') + "\"]" << true;
        QTest::newRow("too long an element") << "[\"" + QByteArray(2000, 'x') << false;
        QTest::newRow("too much around it") << "{\"a\":\"" + QByteArray(2000, 'x') << false;
    }
    void limitsHold()
    {
        QFETCH(const QByteArray, document);
        QTEST(!cut({document}, {}, {.element = 1000, .rest = 1000, .depth = 20}).error, "isFine");
    }

    void whatTheReaderRefusesEndsIt()
    {
        JsonSplitter splitter({});
        int elements = 0;
        const auto outcome = splitter.feed("[1,2,3]", [&](QByteArrayView) -> Result<> {
            return ++elements == 2 ? Result<>(failure(Error::Kind::TooLarge, u"Enough."_s)) : Result<>();
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().message, u"Enough."_s);
        QCOMPARE(elements, 2);
    }
};

int tst_jsonsplitter(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JsonSplitter>(argc, argv);
}
#include "tst_jsonsplitter.moc"
