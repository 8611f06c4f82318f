// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>

// What every asynchronous function returns: a value or an Error, later.
// It is consumed only through onResult() and andThen(), which take the asking object first.
template <typename T = void>
using Future = QFuture<Result<T>>;

template <typename T>
Future<T> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

// Calls `handler` with the outcome on the event loop while `context` lives; once it has died nothing is called.
// Neither is anything called when the work was dropped because its owner died.
//
// Why not QFuture::then(): on Qt 6.4 it aborts debug builds when its context has died, and a second then() on the
// same pending future silently replaces the first.
template <typename T, typename Handler>
void onResult(QObject *context, const QFuture<tl::expected<T, Error>> &future, Handler handler)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            handler(watcher->result());
    });
    watcher->setFuture(future);
}

// Calls `handler` when that happens: `future` ended without an outcome, because its owner died.
template <typename T, typename Handler>
void onDropped(QObject *context, const QFuture<tl::expected<T, Error>> &future, Handler handler)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0)
            handler();
    });
    watcher->setFuture(future);
}

namespace detail {

template <typename Outcome>
struct Settled {
    using Type = Outcome;
    static constexpr bool isLater = false;
};
template <typename R>
struct Settled<QFuture<R>> {
    using Type = R;
    static constexpr bool isLater = true;
};

template <typename Step, typename T>
decltype(auto) runStep(Step &step, const Result<T> &result)
{
    if constexpr (std::is_void_v<T>)
        return step();
    else
        return step(*result);
}

}

// Chains a step that needs the previous value: `T -> Result<U>` or `T -> Future<U>` (no argument when T is void).
// An error skips the step; a dead `context` cancels what follows.
template <typename T, typename Step>
auto andThen(QObject *context, const QFuture<tl::expected<T, Error>> &future, Step step)
{
    using Outcome = decltype(detail::runStep(step, std::declval<const Result<T> &>()));
    using Final = typename detail::Settled<Outcome>::Type;

    auto promise = std::make_shared<QPromise<Final>>();
    promise->start();
    const auto settle = [promise](const Final &final) {
        promise->addResult(final);
        promise->finish();
    };
    if constexpr (detail::Settled<Outcome>::isLater)
        onResult(context, future, [context, settle, step = std::move(step)](const Result<T> &result) mutable {
            if (result)
                onResult(context, detail::runStep(step, result), settle);
            else
                settle(tl::unexpected(result.error()));
        });
    else
        onResult(context, future, [settle, step = std::move(step)](const Result<T> &result) mutable {
            settle(result ? detail::runStep(step, result) : Final(tl::unexpected(result.error())));
        });
    return promise->future();
}
