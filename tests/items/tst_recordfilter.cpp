// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordfilter.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static const QDateTime filterTime = QDateTime::fromString(u"2026-11-07T12:00:00Z"_s, Qt::ISODate);

static void fill(RecordModel<Token> &model)
{
    const auto put = [&](const QString &id, const QString &type, const QString &client, const QString &user,
                         int issuedDaysAgo, int expiresInDays) {
        model.put({.id = id,
            .type = type,
            .clientName = client,
            .userName = user,
            .issuedAt = filterTime.addDays(-issuedDaysAgo),
            .expiresAt = expiresInDays < 0 ? QDateTime() : filterTime.addDays(expiresInDays)});
    };
    put(u"1"_s, u"USER"_s, u"Studio EU"_s, u"mia"_s, 40, 2);
    put(u"2"_s, u"CLIENT"_s, u"Studio US"_s, u""_s, 10, 10);
    put(u"3"_s, u"USER"_s, u"Inquire"_s, u"noah"_s, 1, 100);
    put(u"4"_s, u"API"_s, u""_s, u"mia"_s, 400, -1);
}

class tst_RecordFilter : public QObject {
    Q_OBJECT

private:
    template <typename User>
    static void putMany(RecordModel<Token> &model, int first, int count, User user)
    {
        Records<Token> records = model.emptyRecords();
        for (int i = first; i < first + count; ++i)
            records.append({.id = QString::number(i * 7919LL % 1'000'003),
                .type = i % 3 ? u"USER"_s : u"API"_s,
                .userName = user(i),
                .expiresAt = i % 5 ? filterTime.addSecs(i * 1000) : QDateTime()});
        model.put(records);
    }
    static void act(RecordModel<Token> &model, RecordFilter &filter, int batch, QRandomGenerator &random)
    {
        const auto someone = [&](int) { return u"user%1"_s.arg(random.bounded(30)); };
        const int start = random.bounded(batch * 4);
        switch (random.bounded(4)) {
        case 0:
            putMany(model, start, batch, someone);
            break;
        case 1:
            model.beginRefresh();
            putMany(model, start, batch, someone);
            putMany(model, start + batch, batch, someone);
            model.endRefresh(random.bounded(3) == 0);
            break;
        case 2:
            for (int i = 0; i < 5 && filter.rowCount() > 0; ++i)
                model.remove(filter.index(random.bounded(filter.rowCount()), 0).data(IdRole).toString());
            break;
        default:
            putMany(model, start, 1, someone);
        }
    }

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
        RecordFilter filter(model, nullptr, [] { return filterTime; });
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
        RecordFilter filter(model);
        QVERIFY(!filter.setFilterText(u"mia"_s));
        const auto problem = filter.setFilterText(text);
        QVERIFY(problem);
        QTEST(problem->position, "position");
        QVERIFY(!problem->message.isEmpty());
        QCOMPARE(filter.rowCount(), 2); // the old filter stays in force
    }

    // Random batches, refreshes, removals, sorts and filters, of short lists and of those another thread works on.
    void whateverHappensItShowsWhatWasAskedFor_data()
    {
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("rounds");
        QTest::newRow("short") << 40 << 60;
        QTest::newRow("long") << 6000 << 10;
    }
    void whateverHappensItShowsWhatWasAskedFor()
    {
        QFETCH(const int, batch);
        QFETCH(const int, rounds);
        QRandomGenerator random{quint32(batch)};
        RecordModel<Token> model(fields<Token>(), nullptr);
        RecordFilter filter(model, nullptr, [] { return filterTime; });
        QAbstractItemModelTester rowsTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList texts{u""_s, u"mia"_s, u"-mia"_s, u"type:user"_s, u"expires<40d"_s, u"user1"_s};
        QHash<QPersistentModelIndex, QString> held;
        for (int round = 0; round < rounds; ++round) {
            act(model, filter, batch, random);
            if (random.bounded(2) == 0)
                filter.sort(random.bounded(-1, filter.columnCount()), Qt::SortOrder(random.bounded(2)));
            if (random.bounded(3) == 0)
                QVERIFY(!filter.setFilterText(texts[random.bounded(int(texts.size()))]));
            if (random.bounded(2) == 0) // sometimes the next thing happens before this one is done
                QTRY_VERIFY(!filter.isUpdating());
            for (auto each = held.cbegin(); each != held.cend(); ++each)
                QVERIFY(!each.key().isValid() || each.key().data(IdRole).toString() == each.value());
            for (int i = 0; i < 5 && filter.rowCount() > 0; ++i) {
                const QModelIndex index = filter.index(random.bounded(filter.rowCount()), 0);
                held.insert(index, index.data(IdRole).toString());
            }
            QTRY_COMPARE(filter.indexOf(filter.index(0, 0).data(IdRole).toString()), filter.index(0, 0));
        }
        filter.sort(3);
        QVERIFY(!filter.setFilterText(u"user1"_s));
        QTRY_VERIFY(!filter.isUpdating());
        const Cancelled never = false;
        const RecordQuery query{.columns = model.listColumns(),
            .filter = *parseFilter(u"user1"_s, model.columns()),
            .sortColumn = 3,
            .now = filterTime};
        QCOMPARE(
            filter.order(), sorted(model.cells(), filtered(model.cells(), model.order(), query, never), query, never));
    }

    void whatArrivesIsShownBeforeItIsSorted()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        RecordFilter filter(model);
        filter.sort(8); // id
        QVERIFY(!filter.setFilterText(u"user:mia"_s));
        model.beginRefresh();
        for (int first = 0; first < 90'000; first += 9000) {
            putMany(model, first, 9000, [](int i) { return i % 2 ? u"mia"_s : u"noah"_s; });
            QVERIFY(filter.rowCount() >= (first + 9000) / 2 - 1);
        }
        model.endRefresh(true);
        QTRY_VERIFY(!filter.isUpdating());
        QCOMPARE(filter.rowCount(), 45'000);
        for (int row = 1; row < filter.rowCount(); ++row)
            QVERIFY(filter.index(row - 1, 8).data().toString() < filter.index(row, 8).data().toString());
    }

    void rowsThatGoOneByOneAreDroppedTogether()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        const auto someone = [](int i) { return u"user%1"_s.arg(i); };
        putMany(model, 0, 2000, someone);
        RecordFilter filter(model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.sort(1);
        QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
        QStringList ids;
        for (int row = 0; row < filter.rowCount(); row += 2)
            ids << filter.index(row, 0).data(IdRole).toString();
        for (const QString &id : std::as_const(ids))
            model.remove(id);
        // The first is gone at once; the others can still be painted until they are.
        QVERIFY(!filter.indexOf(ids.first()).isValid());
        QVERIFY(filter.rowCount() > 1000);
        for (int row = 0; row < filter.rowCount(); ++row)
            QVERIFY(!filter.index(row, 0).data(IdRole).toString().isEmpty());
        QTRY_COMPARE(filter.rowCount(), 1000);
        QVERIFY2(removed.size() < 20, qPrintable(QString::number(removed.size())));
    }

    void rowsThatWaitToBeDroppedAreNotMistakenForOthers()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        const auto someone = [](int i) { return u"user%1"_s.arg(i); };
        putMany(model, 0, 10'000, someone);
        RecordFilter filter(model);
        const auto ids = [](const QAbstractItemModel &rows) {
            QSet<QString> set;
            for (int row = 0; row < rows.rowCount(); ++row)
                set << rows.index(row, 0).data(IdRole).toString();
            return set;
        };
        for (int i = 0; i < 9000; ++i)
            model.remove(model.index(0, 0).data(IdRole).toString());
        model.beginRefresh();
        model.endRefresh(false); // so many are gone that the rest gets other numbers
        QCOMPARE(filter.rowCount(), 1000);
        QCOMPARE(ids(filter), ids(model));
    }

    void aRefreshMarksWhatIsNewAndChanged()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        RecordFilter filter(model);
        const auto refresh = [&](const QList<Token> &tokens, bool isWhole) {
            model.beginRefresh();
            for (const Token &token : tokens)
                model.put(token);
            model.endRefresh(isWhole);
            QStringList marks;
            for (int row = 0; row < filter.rowCount(); ++row)
                marks << filter.index(row, 0).data(IdRole).toString()
                        + QString::number(filter.index(row, 0).data(NoveltyRole).toInt());
            return marks.join(u' ');
        };
        const auto token = [](const QString &id, const QString &type) { return Token{.id = id, .type = type}; };
        QCOMPARE(refresh({token(u"a"_s, u"X"_s), token(u"b"_s, u"X"_s)}, true), u"a0 b0"_s); // the first is no news
        QCOMPARE(refresh({token(u"a"_s, u"X"_s), token(u"b"_s, u"Y"_s), token(u"c"_s, u"X"_s)}, true), u"a0 b2 c1"_s);
        QCOMPARE(refresh({token(u"c"_s, u"X"_s)}, false), u"a0 b0 c0"_s); // broken off: nothing is gone
        QCOMPARE(refresh({token(u"c"_s, u"X"_s)}, true), u"c0"_s);
        QCOMPARE(refresh({token(u"c"_s, u"X"_s), token(u"a"_s, u"X"_s)}, true), u"c0 a1"_s);
    }

    void aListThatIsReplacedAgainAndAgainDoesNotGrow()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        RecordFilter filter(model);
        filter.sort(8); // id
        for (int round = 0; round < 20; ++round) {
            model.beginRefresh();
            putMany(model, round * 900, 1000, [](int) { return u"mia"_s; });
            model.endRefresh(true);
            QCOMPARE(filter.rowCount(), 1000);
            for (int row = 1; row < filter.rowCount(); ++row)
                QVERIFY(filter.index(row - 1, 8).data().toString() < filter.index(row, 8).data().toString());
            QVERIFY(model.find(QString::number(round * 900 * 7919LL % 1'000'003)));
        }
        QVERIFY(model.cells().rows() < 8000);
    }

    void timesSortAsTimesAndNeverComesLast()
    {
        RecordModel<Token> model(fields<Token>(), nullptr);
        fill(model);
        RecordFilter filter(model);
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
