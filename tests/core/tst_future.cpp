// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/future.h"
#include "tests/testprogram.h"

#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

class tst_Future : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeadContextIsNotCalled()
    {
        QPromise<Result<int>> promise;
        promise.start();
        bool called = false;
        auto page = std::make_unique<QObject>();
        onResult(page.get(), promise.future(), [&](const Result<int> &) { called = true; });
        page.reset();
        promise.addResult(1);
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void aDroppedPromiseCallsNobody()
    {
        bool called = false;
        std::optional<QPromise<Result<int>>> promise(std::in_place);
        promise->start();
        onResult(this, promise->future(), [&](const Result<int> &) { called = true; });
        const auto chained = andThen(this, promise->future(), [](int) -> Result<> { return {}; });
        promise.reset();
        QTRY_VERIFY(chained.isCanceled());
        QVERIFY(!called);
    }

    void whoWantsToKnowOfADroppedPromiseIsTold()
    {
        int dropped = 0;
        const auto count = [&] { ++dropped; };
        std::optional<QPromise<Result<int>>> promise(std::in_place);
        promise->start();
        onDropped(this, promise->future(), count);
        onDropped(this, andThen(this, promise->future(), [](int) -> Result<> { return {}; }), count);
        auto gone = std::make_unique<QObject>();
        onDropped(gone.get(), promise->future(), count);
        gone.reset();
        onDropped(this, ready(Result<>()), count);
        onDropped(this, ready(Result<>(failure(Error::Kind::Conflict, u"taken"_s))), count);
        promise.reset();
        QTRY_COMPARE(dropped, 2);
        QCoreApplication::processEvents();
        QCOMPARE(dropped, 2);
    }

    void anErrorSkipsTheNextStep()
    {
        bool ran = false;
        const auto failed = andThen(this, ready(Result<int>(failure(Error::Kind::Conflict, u"taken"_s))), [&](int) -> Result<int> {
            ran = true;
            return 2;
        });
        QTRY_VERIFY(failed.isFinished());
        QCOMPARE(failed.result().error().message, u"taken"_s);
        QVERIFY(!ran);
    }

    void stepsMayBeNowOrLaterAndVoid()
    {
        const auto later = andThen(this, ready(Result<int>(20)), [](int value) -> Future<int> { return ready(Result<int>(value + 1)); });
        const auto nothing = andThen(this, later, [](int value) -> Result<> {
            if (value != 21)
                return failure(Error::Kind::Protocol, QString::number(value));
            return {};
        });
        const auto text = andThen(this, nothing, []() -> Result<QString> { return u"done"_s; });
        QTRY_VERIFY(text.isFinished());
        QCOMPARE(*text.result(), u"done"_s);
    }

    void waitersShareOneFuture()
    {
        QPromise<Result<int>> promise;
        promise.start();
        int heard = 0;
        onResult(this, promise.future(), [&](const Result<int> &) { ++heard; });
        onResult(this, promise.future(), [&](const Result<int> &) { ++heard; });
        promise.addResult(1);
        promise.finish();
        QTRY_COMPARE(heard, 2);
    }
};

int tst_future(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Future>(argc, argv);
}
#include "tst_future.moc"
