// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include <QMutex>

#include <utility>

// What lives in the thread: the connection, opened when first needed and again after it failed.
class Journal::Writer final : public QObject {
public:
    struct Waiting {
        NewLine line{};
        std::shared_ptr<QPromise<Result<qint64>>> promise{};
    };

    explicit Writer(const QString &path)
        : m_path(path)
    {
    }

    // From any thread.
    void enqueue(const Waiting &line)
    {
        const QMutexLocker locker(&m_mutex);
        m_waiting << line;
        if (m_waiting.size() == 1)
            post([this] { flush(); });
    }
    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    }
    template <typename T, typename Work>
    Result<T> with(Work work)
    {
        if (!m_store) {
            auto opened = Store::open(m_path, journalMigrations());
            if (!opened)
                return tl::unexpected(opened.error());
            m_store = std::move(*opened);
        }
        JournalChain chain(*m_store);
        return work(chain);
    }

private:
    void flush()
    {
        QList<Waiting> lines;
        {
            const QMutexLocker locker(&m_mutex);
            lines = std::exchange(m_waiting, {});
        }
        QList<NewLine> added;
        for (const Waiting &one : std::as_const(lines))
            added << one.line;
        Result<qint64> number = with<qint64>([&](JournalChain &chain) { return chain.append(added); });
        for (const Waiting &one : std::as_const(lines)) {
            one.promise->addResult(number);
            one.promise->finish();
            if (number)
                ++*number;
        }
    }

    QString m_path;
    std::unique_ptr<Store> m_store;
    QMutex m_mutex;
    QList<Waiting> m_waiting;
};

Journal::Journal(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
}

Journal::~Journal()
{
    if (!m_writer)
        return;
    // Behind everything that was asked for.
    m_writer->post([] { QThread::currentThread()->quit(); });
    m_thread.wait();
}

Journal::Writer &Journal::writer()
{
    if (!m_writer) {
        m_writer = new Writer(m_path);
        m_writer->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
        m_thread.start();
    }
    return *m_writer;
}

template <typename T, typename Work>
static Future<T> asked(auto &writer, Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    writer.post([&writer, promise, work] {
        promise->addResult(writer.template with<T>(work));
        promise->finish();
    });
    return promise->future();
}

Future<qint64> Journal::append(const NewLine &line)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    writer().enqueue({line, promise});
    onResult(this, promise->future(), [this](const Result<qint64> &number) {
        if (number)
            Q_EMIT appended();
    });
    return promise->future();
}

Future<QList<JournalLine>> Journal::lines(qint64 after, int most)
{
    return asked<QList<JournalLine>>(
        writer(), [after, most](const JournalChain &chain) { return chain.lines(after, most); });
}

Future<QList<JournalLine>> Journal::openLines()
{
    return asked<QList<JournalLine>>(writer(), [](const JournalChain &chain) { return chain.openLines(); });
}

Future<JournalCheck> Journal::check()
{
    return asked<JournalCheck>(writer(), [](const JournalChain &chain) { return chain.check(); });
}
