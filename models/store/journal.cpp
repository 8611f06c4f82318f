// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include <QMutex>
#include <QTimer>

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

    // From any thread. An outcome goes with the next intent that somebody waits for, or a moment later: lost with a
    // crash in between, it is unknown, and reading finds it out.
    void enqueue(const Waiting &one)
    {
        constexpr auto moment = std::chrono::milliseconds(100);
        const QMutexLocker locker(&m_mutex);
        m_waiting << one;
        if (one.line.closes == 0 && !std::exchange(m_isUrgent, true))
            post([this] { flush(); });
        else if (one.line.closes > 0 && !std::exchange(m_isDue, true))
            post([this, moment] { QTimer::singleShot(moment, this, &Writer::flush); });
    }
    void flush()
    {
        QList<Waiting> lines;
        {
            const QMutexLocker locker(&m_mutex);
            lines = std::exchange(m_waiting, {});
            m_isUrgent = false;
            m_isDue = false;
        }
        if (!lines.isEmpty())
            write(lines);
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
    void write(const QList<Waiting> &lines)
    {
        QList<NewLine> added;
        for (const Waiting &one : lines)
            added << one.line;
        Result<qint64> number = with<qint64>([&](JournalChain &chain) { return chain.append(added); });
        for (const Waiting &one : lines) {
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
    bool m_isUrgent = false; // a flush is on its way
    bool m_isDue = false; // one will come by itself
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
    m_writer->post([writer = m_writer] {
        writer->flush();
        QThread::currentThread()->quit();
    });
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
        writer.flush(); // what was asked for before is there to be read
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
