// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "store/journalchain.h"

#include <QObject>
#include <QThread>

// The journal, written and read in a thread of its own, so that no disk keeps the window waiting. What is appended at
// the same time is made durable together. What was asked for is written before this is gone. Errors: as JournalChain.
class Journal final : public QObject {
    Q_OBJECT

public:
    explicit Journal(const QString &path, QObject *parent = nullptr); // nothing happens until the first use
    ~Journal() override;

    QString path() const { return m_path; }
    // Answers the number of its line once that survives a crash.
    Future<qint64> append(const NewLine &line);
    Future<QList<JournalLine>> lines(qint64 after, int most);
    Future<QList<JournalLine>> openLines();
    Future<JournalCheck> check();

Q_SIGNALS:
    void appended();

private:
    class Writer;
    Writer &writer();

    QString m_path;
    QThread m_thread;
    Writer *m_writer = nullptr; // lives in the thread, which deletes it
};
