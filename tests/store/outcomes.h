// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/secretstore.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QStringList>
#include <QTimer>

inline const auto keychainService = QStringLiteral("Latchkey test");
inline const auto key = QStringLiteral("4d7c/client_secret");

// A loop of its own, because QTest's waiting sleeps between the many events of one call.
template <typename T>
Result<T> settled(const Future<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer deadline;
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    deadline.start(60'000);
    loop.exec();
    return future.resultCount() > 0 ? future.result()
                                    : Result<T>(failure(Error::Kind::Stopped, QStringLiteral("never settled")));
}

inline QString outcome(const Result<> &result)
{
    return result ? QStringLiteral("done") : result.error().message;
}

inline QString outcome(const Result<Secret> &result)
{
    return result ? result->reveal() : result.error().message;
}

inline QString outcome(const Result<SecretStore::State> &result)
{
    if (!result)
        return result.error().message;
    return QStringList{QStringLiteral("available"), QStringLiteral("locked"), QStringLiteral("absent")}.at(
        static_cast<int>(*result));
}

inline const auto lockedMessage = QStringLiteral("The keychain is locked.");
inline const auto silentMessage = QStringLiteral("The keychain did not answer.");
inline const auto missingMessage = QStringLiteral("The keychain has no such entry.");
