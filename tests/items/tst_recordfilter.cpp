// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordfilter.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static const QDateTime now = QDateTime::fromString(u"2026-11-07T12:00:00Z"_s, Qt::ISODate);

static void fill(RecordModel<Token> &model)
{
    const auto put = [&](const QString &id, const QString &type, const QString &client, const QString &user, int issuedDaysAgo, int expiresInDays) {
        model.put({.id = id, .type = type, .clientName = client, .userName = user, .issuedAt = now.addDays(-issuedDaysAgo),
                   .expiresAt = expiresInDays < 0 ? QDateTime() : now.addDays(expiresInDays)});
    };
    put(u"1"_s, u"USER"_s, u"Studio EU"_s, u"mia"_s, 40, 2);
    put(u"2"_s, u"CLIENT"_s, u"Studio US"_s, u""_s, 10, 10);
    put(u"3"_s, u"USER"_s, u"Inquire"_s, u"noah"_s, 1, 100);
    put(u"4"_s, u"API"_s, u""_s, u"mia"_s, 400, -1);
}

class tst_RecordFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::newRow("nothing") << u""_s << u"1 2 3 4"_s;
        QTest::newRow("a word") << u"studio"_s << u"1 2"_s;
        QTest::newRow("two words") << u"studio mia"_s << u"1"_s;
        QTest::newRow("quotes") << u"\"studio us\""_s << u"2"_s;
        QTest::newRow("field") << u"user:mia"_s << u"1 4"_s;
        QTest::newRow("field name in any case") << u"USER:mia"_s << u"1 4"_s;
        QTest::newRow("equals") << u"client=studio"_s << u""_s;
        QTest::newRow("equals whole") << u"client=\"studio eu\""_s << u"1"_s;
        QTest::newRow("not") << u"-type:user"_s << u"2 4"_s;
        QTest::newRow("not a word") << u"-studio"_s << u"3 4"_s;
        QTest::newRow("soon") << u"expires<7d"_s << u"1"_s;
        QTest::newRow("later") << u"expires>30d"_s << u"3"_s;
        QTest::newRow("old") << u"issued>30d"_s << u"1 4"_s;
        QTest::newRow("since a date") << u"issued>2026-11-01"_s << u"3"_s;
        QTest::newRow("before a date") << u"issued<2026-01-01"_s << u"4"_s;
        QTest::newRow("all together") << u"type:user -user:noah expires<30d"_s << u"1"_s;
        QTest::newRow("an address is a word") << u"https://x"_s << u""_s;
        QTest::newRow("a lone minus") << u"- studio"_s << u""_s;
    }
    void filters()
    {
        QFETCH(QString, text);
        RecordModel<Token> model(fields<Token>(), nullptr);
        fill(model);
        RecordFilter filter(model.columns(), nullptr, [] { return now; });
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!filter.setFilterText(text));
        QStringList ids;
        for (int row = 0; row < filter.rowCount(); ++row)
            ids << filter.index(row, 0).data(IdRole).toString();
        QTEST(ids.join(u' '), "ids");
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::newRow("unknown field") << u"mia colour:red"_s << 4;
        QTest::newRow("unknown negated field") << u"-colour:red"_s << 1;
        QTest::newRow("open quote") << u"user:\"mia"_s << 5;
        QTest::newRow("no value") << u"user:"_s << 5;
        QTest::newRow("not a time") << u"expires<soon"_s << 8;
    }
    void problems()
    {
        QFETCH(QString, text);
        RecordModel<Token> model(fields<Token>(), nullptr);
        fill(model);
        RecordFilter filter(model.columns());
        filter.setSourceModel(&model);
        QVERIFY(!filter.setFilterText(u"mia"_s));
        const auto problem = filter.setFilterText(text);
        QVERIFY(problem);
        QTEST(problem->position, "position");
        QVERIFY(!problem->message.isEmpty());
        QCOMPARE(filter.rowCount(), 2); // the old filter stays in force
    }

    void timesSortAsTimesAndNeverComesLast()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        fill(model);
        RecordFilter filter(model.columns());
        filter.setSourceModel(&model);
        filter.sort(4); // expires
        QStringList ids;
        for (int row = 0; row < filter.rowCount(); ++row)
            ids << filter.index(row, 0).data(IdRole).toString();
        QCOMPARE(ids.join(u' '), u"1 2 3 4"_s);
    }
};

int tst_recordfilter(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordFilter>(argc, argv);
}
#include "tst_recordfilter.moc"
