// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QPromise>

#include <functional>
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

namespace detail {

// Calls `handler` on the event loop once the future is finished or canceled, if `context` still lives then.
void whenFinished(QObject *context, const QFuture<void> &future, std::function<void()> handler);

}

// Calls `handler` with the outcome on the event loop while `context` lives; once it has died nothing is called.
// Neither is anything called when the work was dropped because its owner died.
//
// Why not QFuture::then(): on Qt 6.4 it aborts debug builds when its context has died, and a second then() on the
// same pending future silently replaces the first.
//
// What these functions do depends on the types of values only, not on the handler: there are hundreds of those, and
// code of its own for each would be a third of what is compiled.
template <typename T>
void onResult(QObject *context, const QFuture<tl::expected<T, Error>> &future,
    std::type_identity_t<std::function<void(const Result<T> &)>> handler)
{
    detail::whenFinished(context, QFuture<void>(future), [future, handler = std::move(handler)] {
        if (!future.isCanceled() && future.resultCount() > 0)
            handler(future.result());
    });
}

// Calls `handler` when that happens: `future` ended without an outcome, because its owner died.
template <typename T>
void onDropped(QObject *context, const QFuture<tl::expected<T, Error>> &future, std::function<void()> handler)
{
    detail::whenFinished(context, QFuture<void>(future), [future, handler = std::move(handler)] {
        if (future.resultCount() == 0)
            handler();
    });
}

namespace detail {

template <typename Final>
std::function<void(const Final &)> settling(const std::shared_ptr<QPromise<Final>> &promise)
{
    return [promise](const Final &final) {
        promise->addResult(final);
        promise->finish();
    };
}

template <typename T, typename Final>
QFuture<Final> chained(QObject *context, const Future<T> &future, std::function<Final(const Result<T> &)> step)
{
    const auto promise = std::make_shared<QPromise<Final>>();
    promise->start();
    onResult(context, future, [settle = settling(promise), step = std::move(step)](const Result<T> &result) {
        settle(result ? step(result) : Final(tl::unexpected(result.error())));
    });
    return promise->future();
}

template <typename T, typename Final>
QFuture<Final> chained(QObject *context, const Future<T> &future, std::function<QFuture<Final>(const Result<T> &)> step)
{
    const auto promise = std::make_shared<QPromise<Final>>();
    promise->start();
    onResult(context, future, [context, settle = settling(promise), step = std::move(step)](const Result<T> &result) {
        if (result)
            onResult(context, step(result), settle);
        else
            settle(tl::unexpected(result.error()));
    });
    return promise->future();
}

template <typename T, typename Step>
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
    std::function<Outcome(const Result<T> &)> run
        = [step = std::move(step)](const Result<T> &result) mutable { return detail::runStep(step, result); };
    return detail::chained(context, future, std::move(run));
}
