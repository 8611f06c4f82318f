// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foreigntext.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

class tst_ForeignText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tame");
        QTest::addColumn<QString>("line");
        QTest::newRow("ordinary") << u"Billing – Büro 東京"_s << u"Billing – Büro 東京"_s << u"Billing – Büro 東京"_s;
        QTest::newRow("escape") << u"a\x1b[2Jb"_s << u"a\uFFFD[2Jb"_s << u"a\uFFFD[2Jb"_s;
        QTest::newRow("C1") << u"a\u009b31m"_s << u"a\uFFFD31m"_s << u"a\uFFFD31m"_s;
        QTest::newRow("turned") << u"\u202Egnp.exe\u202C"_s << u"\uFFFDgnp.exe\uFFFD"_s << u"\uFFFDgnp.exe\uFFFD"_s;
        QTest::newRow("isolated") << u"\u2067abc\u2069"_s << u"\uFFFDabc\uFFFD"_s << u"\uFFFDabc\uFFFD"_s;
        QTest::newRow("lines") << u"one\ntwo"_s << u"one\ntwo"_s << u"one two"_s;
        QTest::newRow("other lines") << u"one\u2028two\rthree"_s << u"one\u2028two\uFFFDthree"_s
                                     << u"one two\uFFFDthree"_s;
        QTest::newRow("Hebrew") << u"\u05D0\u05D1"_s << u"\u05D0\u05D1"_s << u"\u05D0\u05D1"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void itIsTamed()
    {
        QFETCH(const QString, text);
        QTEST(tamed(text), "tame");
        QTEST(oneLine(text), "line");
    }

    void longWordsMayBreak_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("breaks");
        QTest::newRow("short words") << u"the quick brown fox jumps over the lazy dog, as it always did"_s << 0;
        QTest::newRow("an identifier") << u"3f2504e0-4f89-11d3-9a0c-0305e82c3301"_s << 0;
        QTest::newRow("just as long") << QString(40, u'W') << 0;
        QTest::newRow("longer by one") << QString(41, u'W') << 1;
        QTest::newRow("three times") << QString(120, u'W') << 2;
        QTest::newRow("outside the plane") << u"\U0001F469"_s.repeated(50) << 2;
    }
    void longWordsMayBreak()
    {
        QFETCH(const QString, text);
        QString broken = breakable(text);
        QTEST(int(broken.count(QChar(0x200b))), "breaks");
        QVERIFY(broken.isValidUtf16());
        QCOMPARE(broken.remove(QChar(0x200b)), text);
    }
};

int tst_foreigntext(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ForeignText>(argc, argv);
}
#include "tst_foreigntext.moc"
