// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using std::chrono::seconds;

class tst_TimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void relative_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("minutes ago") << qint64(-190) << u"3 min ago"_s;
        QTest::newRow("hours ago") << qint64(-7200) << u"2 h ago"_s;
        QTest::newRow("seconds ahead") << qint64(42) << u"in 42 s"_s;
        QTest::newRow("minutes ahead") << qint64(52 * 60) << u"in 52 min"_s;
        QTest::newRow("hours ahead") << qint64(47 * 3600) << u"in 47 h"_s;
        QTest::newRow("days ahead") << qint64(10 * 86400) << u"in 10 day(s)"_s;
        QTest::newRow("long ago") << qint64(-100 * 86400) << u"30 Jul 2026"_s;
        QTest::newRow("far ahead") << qint64(100 * 86400) << u"15 Feb 2027"_s;
    }
    void relative()
    {
        QFETCH(qint64, distance);
        QLocale::setDefault(QLocale::c());
        const QDateTime now = QDateTime::fromString(u"2026-11-07T12:00:00Z"_s, Qt::ISODate);
        QTEST(relativeTime(now.addSecs(distance), now), "text");
    }
    void yesterdayIsTheDayBeforeInLocalTime()
    {
        // 23:30 UTC is already the next day in Berlin
        const QDateTime now = QDateTime::fromString(u"2026-11-07T23:30:00Z"_s, Qt::ISODate);
        QCOMPARE(relativeTime(QDateTime::fromString(u"2026-11-06T23:10:00Z"_s, Qt::ISODate), now), u"yesterday"_s);
    }
    void nothingForAMissingTime()
    {
        QVERIFY(relativeTime({}, QDateTime::currentDateTimeUtc()).isEmpty());
        QVERIFY(absoluteTime({}).isEmpty());
    }
    void absoluteNamesItsZone()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(absoluteTime(QDateTime::fromString(u"2026-03-02T08:15:30Z"_s, Qt::ISODate)), u"2 March 2026, 09:15:30 UTC+01:00"_s);
        qputenv("TZ", "UTC");
        QCOMPARE(absoluteTime(QDateTime::fromString(u"2026-03-02T08:15:30Z"_s, Qt::ISODate)), u"2 March 2026, 08:15:30 UTC"_s);
        qputenv("TZ", "Europe/Berlin");
    }

    void durations_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("expected"); // -1: not a duration
        QTest::addColumn<QString>("shown");
        QTest::newRow("empty") << u""_s << 0 << u""_s;
        QTest::newRow("seconds") << u"3600"_s << 3600 << u"1 h"_s;
        QTest::newRow("with unit") << u"90 min"_s << 5400 << u"1 h 30 min"_s;
        QTest::newRow("short units") << u"1h30m"_s << 5400 << u"1 h 30 min"_s;
        QTest::newRow("days") << u"2 d 5 s"_s << 172805 << u"2 d 5 s"_s;
        QTest::newRow("ten years") << u"315360000"_s << 315360000 << u"3650 d"_s;
        QTest::newRow("german") << u"1 Std 5 Min"_s << 3900 << u"1 h 5 min"_s;
        QTest::newRow("words") << u"soon"_s << -1 << u""_s;
        QTest::newRow("unknown unit") << u"3 weeks"_s << -1 << u""_s;
        QTest::newRow("negative") << u"-5 s"_s << -1 << u""_s;
        QTest::newRow("rest") << u"5 s!"_s << -1 << u""_s;
        QTest::newRow("more digits than are read") << u"12345678901 d"_s << -1 << u""_s;
        QTest::newRow("longer than can be written") << u"9999999999 d 9999999999 d"_s << -1 << u""_s;
    }
    void durations()
    {
        QFETCH(QString, typed);
        QFETCH(int, expected);
        const auto parsed = parsedDuration(typed);
        QCOMPARE(parsed ? int(parsed->count()) : -1, expected);
        if (parsed)
            QTEST(durationText(*parsed), "shown");
    }
};

int tst_timetext(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TimeText>(argc, argv);
}
#include "tst_timetext.moc"
