// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journalchain.h"

#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QThread>

// One database of a journal, used in a thread of its own: opened when first needed, and again after it was lost. What
// was asked for is done before this is gone.
class JournalWriter final : public QObject {
    Q_OBJECT

public:
    using Opening = std::function<Result<std::unique_ptr<Store>>()>;
    struct Waiting {
        NewLine line{};
        std::shared_ptr<QPromise<Result<qint64>>> promise{};
    };

    JournalWriter();
    ~JournalWriter() override;

    // From any thread, all of them. Nothing is opened before it is known how.
    void setOpening(const Opening &opening);
    void enqueue(const Waiting &one);
    void flush(); // in this thread
    void rest(); // closes the database; what is asked for before it is told again how to open it is an error
    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    }

    // In this thread: runs `work` on the database.
    template <typename T, typename Work>
    Result<T> with(Work work)
    {
        if (const auto open = prepare(); !open)
            return tl::unexpected(open.error());
        return work(*m_store);
    }

Q_SIGNALS:
    void othersAppended(); // another console has

private:
    Result<> prepare();
    void write(const QList<Waiting> &lines);

    QThread m_thread;
    Opening m_opening;
    std::unique_ptr<Store> m_store;
    QMutex m_mutex;
    QList<Waiting> m_waiting;
    bool m_isUrgent = false; // a flush is on its way
    bool m_isDue = false; // one will come by itself
};
