// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/pastedtokens.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

static const QByteArray jwtA = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJlLW9mLWFubg";
static const QByteArray jwtB = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJlLW9mLWJvYg";

static QStringList texts(const PastedTokens &pasted)
{
    QStringList list;
    for (const auto &token : pasted.tokens)
        list << token.reveal();
    return list;
}

static QStringList list(const QByteArrayList &tokens)
{
    QStringList strings;
    for (const auto &token : tokens)
        strings << QString::fromUtf8(token);
    return strings;
}

// Finding tokens in whatever people paste.
class tst_PastedTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("nothing") << ""_qba << QStringList();
        QTest::newRow("one opaque") << "2YotnFZFEjr1zCsicMWpAA\n"_qba << list({"2YotnFZFEjr1zCsicMWpAA"});
        QTest::newRow("lines") << jwtA + "\r\n\r\nopaque-1\n  Bearer opaque-2  \n" + jwtB
                               << list({jwtA, "opaque-1", "opaque-2", jwtB});
        QTest::newRow("opaque first") << "opaque-1\n" + jwtA << list({"opaque-1", jwtA});
        QTest::newRow("array") << "[\"" + jwtA + "\", \"opaque-1\", 7, null]" << list({jwtA, "opaque-1"});
        QTest::newRow("token answer") << "{\"access_token\":\"at\",\"refresh_token\":\"rt\",\"id_token\":\"" + jwtA
                + "\",\"scope\":\"a b\",\"token_type\":\"Bearer\"}"
                                      << list({"at", jwtA, "rt"});
        QTest::newRow("indented") << "{\n  \"token\": \"opaque-1\"\n}\n"_qba << list({"opaque-1"});
        QTest::newRow("array of objects")
            << "[{\"token\":\"t1\",\"scopes\":[\"x\",\"y\"]},{\"access_token\":\"t2\"},{\"other\":1}]"_qba
            << list({"t1", "t2"});
        QTest::newRow("deep")
            << "{\"data\":{\"items\":[{\"token\":\"t1\"},{\"credentials\":{\"access_token\":\"t2\"}}]}}"_qba
            << list({"t1", "t2"});
        QTest::newRow("a list that is no list of tokens")
            << "{\"scopes\":[\"openid\",\"profile\"],\"token\":5}"_qba << QStringList();
        QTest::newRow("NDJSON")
            << "{\"token\":\"t1\"}\n{\"access_token\":\"t2\",\"refresh_token\":\"t3\"}\n[\"t4\"]\n"_qba
            << list({"t1", "t2", "t3", "t4"});
        QTest::newRow("NDJSON and more") << "{\"token\":\"t1\"}\nopaque-1\n{broken\n"_qba
                                         << list({"t1", "opaque-1", "broken"});
        QTest::newRow("quoted lines") << "\"t1\",\n\"t2\",\n"_qba << list({"t1", "t2"});
        QTest::newRow("two in a URL") << "https://app.example/cb#access_token=t1%2B%2F&id_token=" + jwtA + "&state=s"
                                      << list({"t1+/", jwtA});
        QTest::newRow("a log") << "12:01:02 INFO verified " + jwtA + " for ann\n12:01:03 WARN refused " + jwtB
                + ".\n12:01:04 INFO idle for 5.2.1 s\n"
                               << list({jwtA, jwtB});
        QTest::newRow("a command")
            << "curl -H 'Authorization: Bearer mF_9.B5f-4.1JqM.opaque' https://api.example/v1"_qba
            << list({"mF_9.B5f-4.1JqM.opaque"});
        QTest::newRow("words") << "The Bearer of this\nis no token at all\n"_qba << QStringList();
        QTest::newRow("parameter in a log") << "GET /introspect token=opaque-1 client=c"_qba << list({"opaque-1"});
        QTest::newRow("broken JSON") << "{\"access_token\":\"t1\",\"refresh_token\": \"t2\", "_qba
                                     << list({"t1", "t2"});
        QTest::newRow("wrapped") << jwtA.first(25) + '\n' + jwtA.sliced(25, 25) + '\n' + jwtA.sliced(50)
                                 << list({jwtA});
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\xfd") << QStringList{u"\ufffd\ufffd\ufffd"_s};
    }
    void tokensAreFound()
    {
        QFETCH(QByteArray, text);
        const auto pasted = tokensIn(text, 100);
        QVERIFY(pasted);
        QTEST(texts(*pasted), "tokens");
    }

    void aListOfJwtsStaysAList()
    {
        // Without dots in its first line it could be the beginning of one long token.
        const QByteArray text = "eyJub3RhZG90\n" + jwtA + '\n' + jwtB;
        QCOMPARE(texts(*tokensIn(text, 100)), list({"eyJub3RhZG90", jwtA, jwtB}));
    }

    void eachTokenOnce()
    {
        const auto pasted = tokensIn("t1\nt2\n Bearer t1\n\"t2\"\nt1\n", 100);
        QCOMPARE(texts(*pasted), list({"t1", "t2"}));
        QCOMPARE(pasted->repeated, 3);
    }

    void otherLinesAreCounted()
    {
        const auto pasted = tokensIn("t1\nthis is prose\n\n   \nand this, too\nt2\n", 100);
        QCOMPARE(texts(*pasted), list({"t1", "t2"}));
        QCOMPARE(pasted->otherLines, 2);
    }

    void tooManyAreLeftOut()
    {
        QByteArrayList lines;
        for (int i = 0; i < 12'000; ++i)
            lines << "token-" + QByteArray::number(i);
        const auto pasted = tokensIn(lines.join('\n'), 10'000);
        QCOMPARE(pasted->tokens.size(), 10'000);
        QCOMPARE(pasted->beyond, 2'000);
        QCOMPARE(pasted->tokens.last().reveal(), u"token-9999"_s);
    }

    void tooMuchTextIsRefused()
    {
        const auto pasted = tokensIn(QByteArray(longestPaste + 1, 'x'), 10);
        QVERIFY(!pasted);
        QCOMPARE(pasted.error().kind, Error::Kind::TooLarge);
    }

    void hostileTextComesToAnEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        const int size = 1'000'000;
        QTest::newRow("brackets") << QByteArray(size, '[');
        QTest::newRow("brackets and a letter") << QByteArray(size, '(') + 'x' + QByteArray(size, ')') + 'x';
        QTest::newRow("spaces") << QByteArray(size, ' ') + 'x';
        QTest::newRow("beginnings") << QByteArray("eyJ ").repeated(size / 4);
        QTest::newRow("beginnings in one") << QByteArray("eyJ").repeated(size / 3) + " x";
        QTest::newRow("dots") << QByteArray("eyJ.").repeated(size / 4) + " x";
        QTest::newRow("bearers") << QByteArray("Bearer ").repeated(size / 7);
        QTest::newRow("parameters") << QByteArray("token=&").repeated(size / 7);
        QTest::newRow("many parameters") << QByteArray("token=a&").repeated(size / 8);
        QTest::newRow("many presented") << QByteArray("Bearer 0123456789abcdef ").repeated(size / 24);
        QTest::newRow("many in a line") << QByteArray("eyJa.b.c ").repeated(size / 9);
        QTest::newRow("empty lines") << QByteArray(size, '\n');
    }
    void hostileTextComesToAnEnd()
    {
        QFETCH(QByteArray, text);
        QVERIFY(tokensIn(text, 10));
        QVERIFY(!onlyTokenIn(Secret::fromUtf8(text)).revealUtf8().contains('\n'));
    }

    void onlyOneIsTheOnlyOne()
    {
        QCOMPARE(onlyTokenIn(Secret(u" Bearer t1\n"_s)).reveal(), u"t1"_s);
        QCOMPARE(onlyTokenIn(Secret(u" t1\nt2 "_s)).reveal(), u"t1\nt2"_s);
        QVERIFY(onlyTokenIn(Secret(u"  "_s)).isEmpty());
    }
};

int tst_pastedtokens(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_PastedTokens>(argc, argv);
}
#include "tst_pastedtokens.moc"
