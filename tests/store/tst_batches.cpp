// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchlog.h"
#include "tests/testprogram.h"

#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = StoredItem::State;

const StoredBatch storedBatch{.number = 7,
    .profile = u"p1"_s,
    .kind = u"accessTokens"_s,
    .operation = u"revoke"_s,
    .who = u"admin"_s,
    .created = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC),
    .perSecond = 20,
    .wave = 100};

QList<StoredItem> storedItems(int count)
{
    QList<StoredItem> items;
    for (int i = 0; i < count; ++i)
        items << StoredItem{.id = u"id \"%1\""_s.arg(i), .name = u"Träger <b>%1\n"_s.arg(i)};
    return items;
}

QString stateText(const QList<StoredItem> &items)
{
    QString text;
    for (const auto &item : items)
        text += u"wbdf"_s.at(int(item.state));
    return text;
}

}

// Batches in the store, by themselves and in their thread.
class tst_Batches : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"console.db"_s);
        m_store = Store::open(m_path).value();
    }
    void cleanup() { m_store.reset(); }

    void whatIsWrittenIsReadAsItWas()
    {
        Batches batches(*m_store);
        QVERIFY(batches.insert(storedBatch, storedItems(5)));
        QVERIFY(batches.write(
            7, {{0, State::Begun, {}}, {1, State::Begun, {}}, {0, State::Done, {}}, {2, State::Failed, u"No “x”."_s}}));
        const auto items = batches.items(7).value();
        QCOMPARE(stateText(items), u"dbfww"_s);
        QCOMPARE(items.at(3).id, u"id \"3\""_s);
        QCOMPARE(items.at(3).name, u"Träger <b>3\n"_s);
        QCOMPARE(items.at(2).message, u"No “x”."_s);
        const auto all = batches.all(u"p1"_s).value();
        QCOMPARE(all.size(), 1);
        const auto &tally = all.first();
        QCOMPARE(tally.count(State::Waiting), 2);
        QCOMPARE(tally.count(State::Begun), 1);
        QCOMPARE(tally.count(State::Done), 1);
        QCOMPARE(tally.count(State::Failed), 1);
        QCOMPARE(tally.batch.kind, storedBatch.kind);
        QCOMPARE(tally.batch.operation, storedBatch.operation);
        QCOMPARE(tally.batch.who, storedBatch.who);
        QCOMPARE(tally.batch.created, storedBatch.created);
        QCOMPARE(tally.batch.perSecond, 20);
        QCOMPARE(tally.batch.wave, 100);
        QVERIFY(batches.all(u"p2"_s).value().isEmpty());
    }

    void whatIsNotThereCannotBeWrittenTo()
    {
        Batches batches(*m_store);
        QVERIFY(batches.insert(storedBatch, storedItems(2)));
        const auto other = batches.write(8, {{0, State::Begun, {}}});
        QVERIFY(!other);
        QCOMPARE(int(other.error().kind), int(Error::Kind::Storage));
        QVERIFY(!batches.write(7, {{2, State::Begun, {}}}));
        QVERIFY(!batches.insert(storedBatch, storedItems(2))); // its number is taken
        QVERIFY(m_store->run(u"UPDATE batch SET is_whole = 0"_s)); // as if it had been cut off
        QVERIFY(!batches.write(7, {{0, State::Begun, {}}}));
        QVERIFY(batches.all(u"p1"_s).value().isEmpty());
    }

    void removingTakesEverything()
    {
        Batches batches(*m_store);
        StoredBatch second = storedBatch;
        second.number = 8;
        second.profile = u"p2"_s;
        QVERIFY(batches.insert(storedBatch, storedItems(2)));
        QVERIFY(batches.insert(second, storedItems(3)));
        QVERIFY(batches.remove(7));
        QVERIFY(batches.items(7).value().isEmpty());
        QCOMPARE(batches.items(8).value().size(), 3);
        QVERIFY(batches.removeAll(u"p2"_s));
        QVERIFY(batches.items(8).value().isEmpty());
        QVERIFY(batches.all(u"p2"_s).value().isEmpty());
    }

    void theThreadWritesInOrderAndEverythingBeforeItEnds()
    {
        {
            BatchLog log(m_path);
            (void)log.insert(storedBatch, storedItems(10'000));
            for (int first = 0; first < 10'000; first += 100) {
                QList<StoredChange> changes;
                for (int row = first; row < first + 100; ++row)
                    changes << StoredChange{row, State::Begun, {}};
                (void)log.write(7, changes);
            }
            (void)log.write(7, {{9'999, State::Done, {}}});
        }
        const QString text = stateText(Batches(*m_store).items(7).value());
        QCOMPARE(text.size(), 10'000);
        QCOMPARE(text.count(u'b'), 9'999);
        QVERIFY(text.endsWith(u'd'));
    }

    void outcomesComeBackToWhoAsked()
    {
        BatchLog log(m_path);
        const auto refused = log.write(1, {{0, State::Begun, {}}});
        const auto none = log.all(u"p1"_s);
        QTRY_VERIFY(refused.isFinished() && none.isFinished());
        QVERIFY(!refused.result());
        QVERIFY(none.result() && none.result()->isEmpty());
    }

    void aStoreThatCannotBeOpenedIsSaid()
    {
        BatchLog log(m_folder->filePath(u"console.db/none/x.db"_s));
        const auto all = log.all(u"p1"_s);
        QTRY_VERIFY(all.isFinished());
        QCOMPARE(int(all.result().error().kind), int(Error::Kind::Storage));
    }
};

int tst_batches(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Batches>(argc, argv);
}
#include "tst_batches.moc"
