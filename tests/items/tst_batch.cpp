// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Operations that end when the test says so.
class HeldOperations {
public:
    Batch::Operation operation()
    {
        return [this](const QString &id) {
            started << id;
            auto promise = std::make_shared<QPromise<Result<>>>();
            promise->start();
            pending.insert(id, promise);
            return promise->future();
        };
    }
    void end(const QString &id, const Result<> &result = {})
    {
        const auto promise = pending.take(id);
        promise->addResult(result);
        promise->finish();
    }
    QStringList started;
    QHash<QString, std::shared_ptr<QPromise<Result<>>>> pending;
};

QList<Batch::Item> items(int count)
{
    QList<Batch::Item> list;
    for (int i = 0; i < count; ++i)
        list << Batch::Item{QString::number(i), u"Client %1"_s.arg(i)};
    return list;
}

}

class tst_Batch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanAFewAtATime()
    {
        HeldOperations operations;
        Batch batch(items(10), operations.operation());
        QAbstractItemModelTester tester(&batch, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        QCOMPARE(operations.started.size(), Pace::first);
        operations.end(u"0"_s);
        QTRY_COMPARE(operations.started.size(), Pace::first + 1);
        while (!operations.pending.isEmpty()) {
            operations.end(operations.pending.constBegin().key());
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch.count(Batch::Outcome::Done), 10);
        QCOMPARE(operations.started.size(), 10);
    }

    void aResultPerItemAndOnlyTheFailedAgain()
    {
        HeldOperations operations;
        Batch batch(items(3), operations.operation());
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        operations.end(u"0"_s);
        operations.end(u"1"_s, failure(Error::Kind::Forbidden, u"Not yours."_s, u"403"_s));
        operations.end(u"2"_s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch.index(1, Batch::Answer).data().toString(), u"Not yours."_s);
        QCOMPARE(batch.index(1, Batch::Answer).data(Qt::ToolTipRole).toString(), u"403"_s);
        QCOMPARE(batch.index(0, Batch::Name).data().toString(), u"Client 0"_s);

        operations.started.clear();
        batch.retryFailed();
        QCOMPARE(operations.started, QStringList{u"1"_s});
        operations.end(u"1"_s);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(batch.count(Batch::Outcome::Done), 3);
    }

    void stoppingLetsWhatRunsEnd()
    {
        HeldOperations operations;
        Batch batch(items(6), operations.operation());
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        batch.stop();
        QCOMPARE(batch.count(Batch::Outcome::Stopped), 2);
        for (int i = 0; i < 4; ++i)
            operations.end(QString::number(i));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch.count(Batch::Outcome::Done), 4);
        QCOMPARE(operations.started.size(), 4);
    }

    void aServerThatGoesLeavesNothingUndecided()
    {
        HeldOperations operations;
        Batch batch(items(6), operations.operation());
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        operations.end(u"0"_s);
        QTRY_COMPARE(operations.started.size(), 5);
        operations.pending.clear(); // what dies with it: nobody will ever answer
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!batch.isRunning());
        QCOMPARE(batch.count(Batch::Outcome::Done), 1);
        QCOMPARE(batch.count(Batch::Outcome::Failed), 4); // sent, no answer: nobody knows
        QCOMPARE(batch.count(Batch::Outcome::Stopped), 1); // never sent
        QCOMPARE(operations.started.size(), 5);
        QVERIFY(batch.index(1, Batch::Answer).data().toString().contains(u"disconnected"_s));
    }

    void anEmptyBatchIsFinishedAtOnce()
    {
        HeldOperations operations;
        Batch batch({}, operations.operation());
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        QCOMPARE(finished.size(), 1);
    }
};

int tst_batch(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Batch>(argc, argv);
}
#include "tst_batch.moc"
