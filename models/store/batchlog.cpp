// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchlog.h"

// What lives in the thread: the connection, opened when first needed and again after it failed.
class BatchLog::Writer final : public QObject {
public:
    explicit Writer(const QString &path)
        : m_path(path)
    {
    }
    Result<Batches> batches()
    {
        if (!m_store) {
            auto opened = Store::open(m_path);
            if (!opened)
                return tl::unexpected(opened.error());
            m_store = std::move(*opened);
        }
        return Batches(*m_store);
    }

private:
    QString m_path;
    std::unique_ptr<Store> m_store;
};

BatchLog::BatchLog(const QString &path)
    : m_path(path)
{
}

BatchLog::~BatchLog()
{
    if (!m_writer)
        return;
    // Behind everything that was asked for.
    QMetaObject::invokeMethod(
        m_writer, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

template <typename T, typename Work>
Future<T> BatchLog::run(Work work)
{
    if (!m_writer) {
        m_writer = new Writer(m_path);
        m_writer->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
        m_thread.start();
    }
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_writer,
        [writer = m_writer, promise = std::move(promise), work = std::move(work)] {
            auto batches = writer->batches();
            promise->addResult(batches ? work(*batches) : Result<T>(tl::unexpected(batches.error())));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

Future<> BatchLog::insert(const StoredBatch &batch, const QList<StoredItem> &items)
{
    return run<void>([batch, items](Batches &batches) { return batches.insert(batch, items); });
}

Future<> BatchLog::write(qint64 number, const QList<StoredChange> &changes)
{
    return run<void>([number, changes](Batches &batches) { return batches.write(number, changes); });
}

Future<QList<BatchTally>> BatchLog::all(const QString &profile)
{
    return run<QList<BatchTally>>([profile](Batches &batches) { return batches.all(profile); });
}

Future<QList<StoredItem>> BatchLog::items(qint64 number)
{
    return run<QList<StoredItem>>([number](Batches &batches) { return batches.items(number); });
}

Future<> BatchLog::remove(qint64 number)
{
    return run<void>([number](Batches &batches) { return batches.remove(number); });
}

Future<> BatchLog::removeAll(const QString &profile)
{
    return run<void>([profile](Batches &batches) { return batches.removeAll(profile); });
}
