// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// A server of the test's making, and a clock that only moves when told to.
class PacedBatchServer {
public:
    // Answers what `answer` says at once, after its number in the order of arrival.
    Batch::Operation operation()
    {
        return [this](const QString &id) {
            ++underWay;
            most = std::max(most, underWay);
            started << id;
            auto promise = std::make_shared<QPromise<Result<>>>();
            promise->start();
            QMetaObject::invokeMethod(
                &context,
                [this, id, promise] {
                    --underWay;
                    promise->addResult(answer(id));
                    promise->finish();
                },
                Qt::QueuedConnection);
            return promise->future();
        };
    }
    Clock clock()
    {
        return [this] { return now; };
    }

    std::function<Result<>(const QString &id)> answer = [](const QString &) { return Result<>(); };
    QDateTime now = QDateTime::fromMSecsSinceEpoch(1'772'438'400'000, Qt::UTC);
    QStringList started;
    int underWay = 0;
    int most = 0;
    QObject context;
};

namespace {

using PacedOutcome = Batch::Outcome;

Error pacedError(int status, Error::Kind kind, std::optional<std::chrono::seconds> retryAfter = {})
{
    return {.kind = kind, .message = u"No, %1."_s.arg(status), .status = status, .retryAfter = retryAfter};
}

// Keeps the changes; writes end when the test says so.
class KeptChanges final : public Batch::Log {
public:
    struct Log {
        QList<Batch::Change> changes{};
        int writes = 0;
        bool isHeld = false;
        std::optional<Error> refusal{};
        std::shared_ptr<QPromise<Result<>>> waiting{};
        QList<PacedOutcome> of(int row) const
        {
            QList<PacedOutcome> outcomes;
            for (const auto &change : changes)
                if (change.row == row)
                    outcomes << change.outcome;
            return outcomes;
        }
    };
    explicit KeptChanges(Log &log)
        : m_log(log)
    {
    }
    Future<> write(const QList<Batch::Change> &changes) override
    {
        ++m_log.writes;
        if (m_log.refusal)
            return ready(Result<>(tl::unexpected(*m_log.refusal)));
        m_log.changes += changes;
        if (!m_log.isHeld)
            return ready(Result<>());
        m_log.waiting = std::make_shared<QPromise<Result<>>>();
        m_log.waiting->start();
        return m_log.waiting->future();
    }

private:
    Log &m_log;
};

QList<Batch::Item> pacedItems(int count)
{
    QList<Batch::Item> list;
    for (int i = 0; i < count; ++i)
        list << Batch::Item{QString::number(i), u"Token %1"_s.arg(i)};
    return list;
}

}

// How fast a batch goes, what makes it wait, and what it writes down.
class tst_BatchPace : public QObject {
    Q_OBJECT

private:
    PacedBatchServer m_server;

    std::unique_ptr<Batch> batch(int count)
    {
        auto made = std::make_unique<Batch>(pacedItems(count), m_server.operation(), nullptr, m_server.clock());
        constexpr int fewEnough = 100; // it looks at every row after every change
        if (count <= fewEnough)
            new QAbstractItemModelTester(
                made.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, made.get());
        return made;
    }

private Q_SLOTS:
    void init()
    {
        m_server.answer = [](const QString &) { return Result<>(); };
        m_server.started.clear();
        m_server.most = 0;
    }

    void successesMakeItFasterAndARefusalHalvesIt()
    {
        Pace pace;
        const QDateTime now = m_server.now;
        QCOMPARE(pace.concurrency(), 4);
        for (int i = 0; i < 4; ++i)
            pace.succeeded();
        QCOMPARE(pace.concurrency(), 5);
        for (int i = 0; i < 100; ++i)
            pace.succeeded();
        QCOMPARE(pace.concurrency(), Pace::most);

        const int round = pace.started(now);
        pace.refused(round, {}, now);
        pace.refused(round, {}, now); // of the same burst
        QCOMPARE(pace.concurrency(), 3);
        QCOMPARE(pace.delay(now), 1s);
        pace.refused(pace.started(now), {}, now);
        QCOMPARE(pace.concurrency(), 1);
        QCOMPARE(pace.delay(now), 2s);
        for (int i = 0; i < 20; ++i)
            pace.refused(pace.started(now), {}, now);
        QCOMPARE(pace.concurrency(), 1);
        QCOMPARE(pace.delay(now), 32s); // and not longer
        QCOMPARE(pace.delay(now.addSecs(32)), 0s);
    }

    void aServerThatSaysWhenIsObeyed()
    {
        int refusals = 0;
        m_server.answer = [&](const QString &id) -> Result<> {
            if (id == "2"_L1 && refusals++ == 0)
                return tl::unexpected(pacedError(429, Error::Kind::Rejected, 30s));
            return {};
        };
        const auto batch = this->batch(40);
        const QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        QTRY_VERIFY(batch->isHeldByServer() && !batch->isRunning());
        QCOMPARE(batch->delay(), 30s);
        const auto before = m_server.started.size();
        QVERIFY(before < 40);
        m_server.now = m_server.now.addSecs(29);
        QTest::qWait(0);
        QCOMPARE(m_server.started.size(), before);
        m_server.now = m_server.now.addSecs(1);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch->count(PacedOutcome::Done), 40);
        QCOMPARE(m_server.started.count(u"2"_s), 2); // nobody had to ask for it
        QCOMPARE(m_server.started.size(), 41);
    }

    void whatIsRefusedForHasteAfterAStopStaysStopped()
    {
        m_server.answer
            = [](const QString &) -> Result<> { return tl::unexpected(pacedError(429, Error::Kind::Rejected, 0s)); };
        const auto batch = this->batch(20);
        batch->start();
        QTRY_COMPARE(m_server.underWay, 4);
        batch->stop();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(PacedOutcome::Stopped), 20);
        QCOMPARE(m_server.started.size(), 4);
        m_server.answer = [](const QString &) { return Result<>(); };
        m_server.now = m_server.now.addSecs(60);
        batch->retryFailed();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(PacedOutcome::Done), 20);
    }

    void aServerThatNeverTakesItIsGivenUp()
    {
        m_server.answer
            = [](const QString &) -> Result<> { return tl::unexpected(pacedError(503, Error::Kind::Server, 0s)); };
        const auto batch = this->batch(1);
        batch->start();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(PacedOutcome::Failed), 1);
        QCOMPARE(m_server.started.size(), 8);
    }

    void aRateLimitHoldsBySecond()
    {
        const auto batch = this->batch(100);
        batch->setLimits({.perSecond = 10});
        batch->start();
        for (int second = 0; second < 3; ++second)
            for (int step = 1; step <= 10; ++step) {
                QTRY_COMPARE(m_server.started.size(), second * 10 + step);
                m_server.now = m_server.now.addMSecs(100);
            }
        QTRY_COMPARE(batch->count(PacedOutcome::Done), 31);
        QVERIFY(qAbs(batch->rate() - 10) < 1);
        QVERIFY(batch->timeLeft() >= 6s && batch->timeLeft() <= 9s);
    }

    void afterAWaveItWaitsForAWord()
    {
        const auto batch = this->batch(25);
        batch->setLimits({.wave = 10});
        batch->start();
        QTRY_VERIFY(batch->pauseState());
        QCOMPARE(int(batch->pauseState()->cause), int(Batch::Pause::Cause::Wave));
        QCOMPARE(batch->count(PacedOutcome::Done), 10);
        QCOMPARE(m_server.started.size(), 10);
        batch->resume();
        QTRY_VERIFY(batch->pauseState());
        QCOMPARE(batch->count(PacedOutcome::Done), 20);
        batch->resume();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(PacedOutcome::Done), 25);
    }

    void aLostConnectionPausesInsteadOfFailingEach()
    {
        bool isLost = false;
        m_server.answer = [&](const QString &) -> Result<> {
            if (m_server.started.size() >= 20)
                isLost = true;
            return isLost ? Result<>(tl::unexpected(pacedError(0, Error::Kind::Network))) : Result<>();
        };
        const auto batch = this->batch(10'000);
        batch->start();
        QTRY_VERIFY(batch->pauseState() && !batch->isRunning());
        QCOMPARE(int(batch->pauseState()->cause), int(Batch::Pause::Cause::Trouble));
        QCOMPARE(batch->pauseState()->message, u"No, 0."_s);
        QCOMPARE(batch->count(PacedOutcome::Failed), 0);
        QVERIFY(m_server.started.size() <= 20 + Pace::most);
        m_server.answer = [](const QString &) { return Result<>(); };
        batch->resume();
        QTRY_VERIFY_WITH_TIMEOUT(batch->isOver(), 20'000);
        QCOMPARE(batch->count(PacedOutcome::Done), 10'000);
        QVERIFY(m_server.most <= Pace::most);
    }

    void aServerThatKeepsFailingIsLeftAlone()
    {
        m_server.answer
            = [](const QString &) -> Result<> { return tl::unexpected(pacedError(500, Error::Kind::Server)); };
        const auto batch = this->batch(1'000);
        batch->start();
        QTRY_VERIFY(batch->pauseState() && !batch->isRunning());
        QVERIFY(batch->count(PacedOutcome::Failed) <= 10 + Pace::most);
        QCOMPARE(batch->reasons().size(), 1);
        QCOMPARE(batch->reasons().first().count, batch->count(PacedOutcome::Failed));
        batch->stop();
        QVERIFY(batch->isOver());
    }

    void resultsAreGroupedByReason()
    {
        m_server.answer = [](const QString &id) -> Result<> {
            if (id.toInt() % 10 == 0)
                return tl::unexpected(pacedError(403, Error::Kind::Forbidden));
            return id.toInt() % 25 == 1 ? Result<>(tl::unexpected(pacedError(404, Error::Kind::NotFound))) : Result<>();
        };
        const auto batch = this->batch(100);
        batch->start();
        QTRY_VERIFY(batch->isOver());
        QStringList told;
        for (const auto &reason : batch->reasons())
            told << u"%1 × %2"_s.arg(reason.count).arg(reason.message);
        QCOMPARE(told, (QStringList{u"86 × Done"_s, u"10 × No, 403."_s, u"4 × No, 404."_s}));
        m_server.answer = [](const QString &) { return Result<>(); };
        batch->retryFailed();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->reasons().size(), 1);
        QCOMPARE(m_server.started.size(), 114);
    }

    void nothingLeavesBeforeItsIntentIsWritten()
    {
        KeptChanges::Log log{.isHeld = true};
        const auto batch = this->batch(100);
        batch->setLog(std::make_unique<KeptChanges>(log));
        batch->start();
        QTest::qWait(0);
        QVERIFY(m_server.started.isEmpty());
        QVERIFY(log.changes.size() > 10); // many at once
        log.isHeld = false;
        log.waiting->addResult(Result<>());
        log.waiting->finish();
        QTRY_VERIFY(batch->isOver());
        for (int row = 0; row < 100; ++row)
            QCOMPARE(log.of(row), (QList{PacedOutcome::Running, PacedOutcome::Done}));
        QVERIFY2(log.writes < 40, qPrintable(QString::number(log.writes)));
    }

    void whatCannotBeWrittenIsNotSent()
    {
        KeptChanges::Log log{.refusal = pacedError(0, Error::Kind::Storage)};
        const auto batch = this->batch(100);
        batch->setLog(std::make_unique<KeptChanges>(log));
        batch->start();
        QTRY_VERIFY(batch->pauseState());
        QVERIFY(m_server.started.isEmpty());
        log.refusal.reset();
        batch->resume();
        QTRY_VERIFY(batch->isOver());
        QCOMPARE(batch->count(PacedOutcome::Done), 100);
    }

    void whatIsStoppedBeforeItLeftIsWrittenBack()
    {
        KeptChanges::Log log;
        auto batch = this->batch(100);
        batch->setLog(std::make_unique<KeptChanges>(log));
        batch->start();
        QTRY_VERIFY(!m_server.started.isEmpty());
        batch->stop();
        QTRY_VERIFY(batch->isOver());
        const int stopped = batch->count(PacedOutcome::Stopped);
        QVERIFY(stopped > 0);
        batch.reset();
        for (int row = 0; row < 100; ++row) {
            const auto last = log.of(row).isEmpty() ? PacedOutcome::Waiting : log.of(row).last();
            QVERIFY(
                last == (m_server.started.contains(QString::number(row)) ? PacedOutcome::Done : PacedOutcome::Waiting));
        }
    }

    void aMillionItemsAreCountedWithoutLookingAtThem()
    {
        Batch batch(pacedItems(1'000'000), m_server.operation(), nullptr, m_server.clock());
        QSignalSpy progressed(&batch, &Batch::progressed);
        batch.setLimits({.wave = 5'000});
        batch.start();
        QTRY_VERIFY_WITH_TIMEOUT(batch.pauseState(), 20'000);
        QCOMPARE(batch.count(PacedOutcome::Done), 5'000);
        QCOMPARE(batch.count(PacedOutcome::Waiting), 995'000);
        QVERIFY2(progressed.size() < 2'500, qPrintable(QString::number(progressed.size()))); // once for many
    }
};

int tst_batchpace(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_BatchPace>(argc, argv);
}
#include "tst_batchpace.moc"
