// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QThreadPool>

// Not the pool of the whole program: Qt paints large areas with that one, and the window would wait for what runs here.
QThreadPool &backgroundThreads();

// Runs `work`, which returns a Result<T>, in another thread. It must own or share all it uses: whoever asked may be
// gone before it ends.
template <typename Work>
auto inBackground(Work work)
{
    using Outcome = std::invoke_result_t<Work &>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> future = promise->future();
    backgroundThreads().start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}
