// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/future.h"

#include <QFutureWatcher>

void detail::whenFinished(QObject *context, const QFuture<void> &future, std::function<void()> handler)
{
    auto *watcher = new QFutureWatcher<void>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)] {
        watcher->deleteLater();
        handler();
    });
    watcher->setFuture(future);
}
