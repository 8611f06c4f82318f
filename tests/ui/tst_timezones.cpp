// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"
#include "tests/testprogram.h"
#include "ui/timeedit.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLabel>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Moment {
    const char *zone; // of the IANA database
    const char *utc; // ISO 8601
    const char *what;
};

constexpr Moment moments[]{
    {"UTC", "1970-01-01T00:00:00Z", "the epoch"},
    {"UTC", "1969-12-31T23:59:59Z", "before the epoch"},
    {"UTC", "2024-02-29T23:59:59Z", "leap day"},
    {"UTC", "2000-02-29T12:00:00Z", "leap day of a century"},
    {"UTC", "2100-02-28T23:59:59Z", "no leap day"},
    {"UTC", "2038-01-19T03:14:07Z", "last of 32 bits"},
    {"UTC", "2038-01-19T03:14:08Z", "beyond 32 bits"},
    {"UTC", "2106-02-07T06:28:16Z", "beyond 32 bits without a sign"},
    {"UTC", "2262-04-11T23:47:17Z", "beyond 64 bits of nanoseconds"},
    {"UTC", "9999-12-31T23:59:59Z", "last of four digits"},
    {"Europe/Berlin", "2026-03-29T00:59:59Z", "before summer time"},
    {"Europe/Berlin", "2026-03-29T01:00:00Z", "summer time begins"},
    {"Europe/Berlin", "2026-10-25T00:30:00Z", "the hour that comes twice, first"},
    {"Europe/Berlin", "2026-10-25T01:30:00Z", "the hour that comes twice, again"},
    {"Europe/Berlin", "2026-10-25T02:00:00Z", "after summer time"},
    {"Europe/Berlin", "2026-12-31T23:00:00Z", "New Year"},
    {"Europe/Berlin", "2024-02-28T23:30:00Z", "leap day there already"},
    {"Europe/Berlin", "2038-01-19T03:14:08Z", "beyond 32 bits"},
    {"Europe/Berlin", "2050-07-01T00:00:00Z", "a summer to come"},
    {"Europe/London", "2026-03-29T00:59:59Z", "before summer time"},
    {"Europe/London", "2026-10-25T00:59:59Z", "the hour that comes twice, first"},
    {"Europe/London", "2026-10-25T01:00:00Z", "the hour that comes twice, again"},
    {"Europe/Dublin", "2026-10-25T01:00:00Z", "whose winter is the exception"},
    {"America/New_York", "2026-03-08T06:59:59Z", "before summer time"},
    {"America/New_York", "2026-03-08T07:00:00Z", "summer time begins"},
    {"America/New_York", "2026-11-01T05:30:00Z", "the hour that comes twice, first"},
    {"America/New_York", "2026-11-01T06:30:00Z", "the hour that comes twice, again"},
    {"America/St_Johns", "2026-07-01T00:15:00Z", "two and a half hours"},
    {"America/Sao_Paulo", "2018-11-04T02:59:59Z", "before a day without midnight"},
    {"America/Sao_Paulo", "2018-11-04T03:00:00Z", "a day without midnight"},
    {"America/Caracas", "2016-05-01T07:00:00Z", "half an hour given up"},
    {"America/Nuuk", "2026-07-01T00:00:00Z", "far north"},
    {"Africa/Casablanca", "2026-02-15T02:00:00Z", "Ramadan begins"},
    {"Africa/Cairo", "2026-04-23T22:00:00Z", "summer time at midnight"},
    {"Asia/Kathmandu", "2026-05-05T18:20:00Z", "three quarters of an hour"},
    {"Asia/Kolkata", "2026-05-05T18:35:00Z", "half an hour"},
    {"Asia/Tehran", "2022-09-21T19:29:59Z", "the last summer time"},
    {"Asia/Pyongyang", "2018-05-04T15:00:00Z", "half an hour given up"},
    {"Asia/Tokyo", "2026-12-31T15:00:00Z", "New Year"},
    {"Asia/Shanghai", "1991-09-14T17:00:00Z", "the last summer time"},
    {"Asia/Gaza", "2026-10-24T00:00:00Z", "a rule that changes often"},
    {"Australia/Lord_Howe", "2026-04-04T14:45:00Z", "half an hour that comes twice, first"},
    {"Australia/Lord_Howe", "2026-04-04T15:15:00Z", "half an hour that comes twice, again"},
    {"Australia/Lord_Howe", "2026-10-03T15:30:00Z", "half an hour left out"},
    {"Australia/Eucla", "2026-06-01T00:00:00Z", "three quarters of an hour"},
    {"Pacific/Apia", "2011-12-30T09:59:59Z", "before the day left out"},
    {"Pacific/Apia", "2011-12-30T10:00:00Z", "after the day left out"},
    {"Pacific/Kiritimati", "2026-12-31T10:00:00Z", "the first New Year"},
    {"Pacific/Pago_Pago", "2027-01-01T11:00:00Z", "the last New Year"},
    {"Pacific/Chatham", "2026-09-26T14:00:00Z", "three quarters of an hour"},
    {"Antarctica/Troll", "2026-03-29T01:00:00Z", "two hours of summer time"},
    {"Atlantic/Azores", "2026-10-25T00:30:00Z", "the hour that comes twice, first"},
    {"Etc/GMT+12", "2026-01-01T00:00:00Z", "the farthest west"},
};

void useZone(const char *zone)
{
    qputenv("TZ", zone);
    tzset();
}

QString wallClock(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

}

// What a person sees of a time is the time that is sent, wherever and whenever they are.
class tst_TimeZones : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_zone = qgetenv("TZ");
    }
    void cleanupTestCase()
    {
        if (m_zone.isEmpty())
            qunsetenv("TZ");
        else
            useZone(m_zone.constData());
    }

    void whatIsShownIsWhatIsSent_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("moment");
        for (const Moment &one : moments)
            QTest::addRow("%s, %s", one.zone, one.what)
                << QByteArray(one.zone) << QDateTime::fromString(QString::fromLatin1(one.utc), Qt::ISODate);
    }
    void whatIsShownIsWhatIsSent()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, moment);
        useZone(zone.constData());
        TimeEdit edit;
        auto *clock = edit.findChild<QDateTimeEdit *>();
        edit.setTime(moment);
        QCOMPARE(edit.time(), moment); // to the second, though none is shown
        QCOMPARE(clock->dateTime().toString(u"yyyy-MM-dd HH:mm"_s), wallClock(moment));
        QCOMPARE(clock->text(), moment.toLocalTime().toString(clock->displayFormat()));

        // "2 March 2026, 09:15:30 UTC+01:00" says the very moment.
        const QString text = absoluteTime(moment);
        const qsizetype space = text.lastIndexOf(u' ');
        const QDateTime said = QLocale::c().toDateTime(text.first(space), u"d MMMM yyyy, HH:mm:ss"_s);
        const QString offset = text.sliced(space + 1);
        const QTimeZone place(offset == "UTC"_L1 ? QByteArray("UTC+00:00") : offset.toLatin1());
        QVERIFY2(said.isValid() && place.isValid(), qPrintable(text));
        QCOMPARE(QDateTime(said.date(), said.time(), place).toUTC(), moment);
    }

    void whatIsTypedIsWhatIsSent_data() { whatIsShownIsWhatIsSent_data(); }
    void whatIsTypedIsWhatIsSent()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, moment);
        useZone(zone.constData());
        TimeEdit edit;
        auto *clock = edit.findChild<QDateTimeEdit *>();
        // An hour earlier or later, step by step, over whatever the clocks do there.
        for (const int hours : {-3, 3}) {
            if (moment.date().year() > 9000 && hours > 0)
                continue; // no clock goes on there
            edit.setTime(moment);
            for (int step = 0; step != hours; step += hours / 3) {
                clock->setCurrentSection(QDateTimeEdit::HourSection);
                clock->stepBy(hours / 3);
                QCOMPARE(wallClock(edit.time()), clock->dateTime().toString(u"yyyy-MM-dd HH:mm"_s));
                QCOMPARE(clock->text(), edit.time().toLocalTime().toString(clock->displayFormat()));
            }
        }
    }

    // Clocks jump over it: what is sent must be what is then shown.
    void aTimeThatIsLeftOutIsNotSentUnseen_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("typed");
        QTest::newRow("Berlin") << "Europe/Berlin"_qba << QDateTime(QDate(2026, 3, 29), QTime(2, 30));
        QTest::newRow("New York") << "America/New_York"_qba << QDateTime(QDate(2026, 3, 8), QTime(2, 30));
        QTest::newRow("Lord Howe") << "Australia/Lord_Howe"_qba << QDateTime(QDate(2026, 10, 4), QTime(2, 15));
        QTest::newRow("midnight in São Paulo")
            << "America/Sao_Paulo"_qba << QDateTime(QDate(2018, 11, 4), QTime(0, 30));
    }
    void aTimeThatIsLeftOutIsNotSentUnseen()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, typed);
        useZone(zone.constData());
        TimeEdit edit;
        auto *clock = edit.findChild<QDateTimeEdit *>();
        clock->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s); // what keys are easily pressed for
        edit.setTime(QDateTime(QDate(typed.date().year(), 1, 1), QTime(12, 0)).toUTC());
        clock->selectAll();
        QTest::keyClicks(clock, typed.toString(u"yyyy-MM-dd HH:mm"_s));
        QTest::keyClick(clock, Qt::Key_Tab);
        QVERIFY(edit.time().isValid());
        QCOMPARE(clock->text(), wallClock(edit.time()));
    }

    void timesBeyondTheCalendarAreNotChangedBySeeingThem()
    {
        useZone("UTC");
        TimeEdit edit;
        auto *clock = edit.findChild<QDateTimeEdit *>();
        const QDateTime far(QDate(12026, 1, 1), QTime(0, 0), Qt::UTC);
        edit.setTime(far);
        QCOMPARE(edit.time(), far);
        QVERIFY2(!clock->isVisibleTo(&edit), "another time is shown than is sent");
        const auto *caption = edit.findChild<QLabel *>();
        QVERIFY2(caption->text().contains(u"12026"_s), qPrintable(caption->text()));
    }

private:
    QByteArray m_zone;
};

int tst_timezones(int argc, char *argv[])
{
    return runTest<QApplication, tst_TimeZones>(argc, argv);
}
#include "tst_timezones.moc"
