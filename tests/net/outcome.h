// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/request.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

// An outcome as test tables write it: the status of an answer, or the name of the Error's kind.
inline QByteArray kindName(Error::Kind kind)
{
    using enum Error::Kind;
    switch (kind) {
    case Network:
        return "Network";
    case Timeout:
        return "Timeout";
    case Tls:
        return "Tls";
    case Redirect:
        return "Redirect";
    case TooLarge:
        return "TooLarge";
    case Protocol:
        return "Protocol";
    case Unauthorized:
        return "Unauthorized";
    case Forbidden:
        return "Forbidden";
    case NotFound:
        return "NotFound";
    case Conflict:
        return "Conflict";
    case Rejected:
        return "Rejected";
    case Server:
        return "Server";
    case Unknown:
        return "Unknown";
    case ReadOnly:
        return "ReadOnly";
    case Stopped:
        return "Stopped";
    case Storage:
        return "Storage";
    case Keychain:
        return "Keychain";
    }
    return "?";
}

template <typename T>
QByteArray outcomeOf(const Future<T> &future)
{
    if (!future.isFinished())
        return "pending";
    if (future.isCanceled() || future.resultCount() == 0)
        return "dropped";
    const Result<T> result = future.result();
    if (!result)
        return kindName(result.error().kind);
    if constexpr (std::is_same_v<T, Response>)
        return QByteArray::number(result->status);
    else
        return "ok";
}

// Waits until there is an outcome and gives it; "pending" after far too long.
template <typename T>
QByteArray awaited(const Future<T> &future)
{
    // An event loop, not QTest::qWaitFor(), whose ten milliseconds a step add up over thousands of requests.
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
    return outcomeOf(future);
}
