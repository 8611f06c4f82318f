// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "store/batches.h"

#include <QThread>

// Batches, written and read in a thread of their own over a connection of its own, one after the other as asked for: no
// disk keeps the window waiting. What was asked for is written before this is gone. Errors: as Batches.
class BatchLog final {
public:
    explicit BatchLog(const QString &path); // of a store; nothing happens until the first use
    ~BatchLog();
    Q_DISABLE_COPY_MOVE(BatchLog)

    Future<> insert(const StoredBatch &batch, const QList<StoredItem> &items);
    Future<> write(qint64 number, const QList<StoredChange> &changes);
    Future<QList<BatchTally>> all(const QString &profile);
    Future<QList<StoredItem>> items(qint64 number);
    Future<> remove(qint64 number);
    Future<> removeAll(const QString &profile);

private:
    class Writer;
    template <typename T, typename Work>
    Future<T> run(Work work);

    QString m_path;
    QThread m_thread;
    Writer *m_writer = nullptr; // lives in the thread, which deletes it
};
