// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/secret.h"
#include "items/batch.h"
#include "items/batchreport.h"
#include "items/blastradius.h"
#include "store/batches.h"

#include <QPointer>
#include <QSet>

class BatchLog;
class Collection;
class Server;
class Session;

// The removal of many records of one server at once: says first what it would hit, keeps in the store what it is about
// to do, and takes up again what an earlier run of the program left undone.
class BulkRemoval final : public QObject {
    Q_OBJECT

public:
    // A batch on its way, and what goes with it.
    struct Run {
        std::unique_ptr<Batch> batch{};
        StoredBatch facts{};
        QHash<QString, Secret> values{}; // of tokens whose value is kept here, by id; for proof()
    };

    BulkRemoval(Server &server, BatchLog *log); // without one, nothing outlasts the program

    bool needsTypedNumber() const; // on this server, a mistake concerns everybody
    // Who we are is asked of the server first, where it tells.
    Future<BlastRadius> radius(Collection &collection, const QStringList &ids);
    // Not started yet; `ids` in this order. It is in the store until settle().
    Run begin(Collection &collection, const QStringList &ids, const Pace::Limits &limits);
    // What an earlier run of the program, or of a batch that was closed, left in the store; the latest first.
    Future<QList<BatchTally>> unsettled();
    // With its items, as they are in the store; for a look at it.
    Future<QList<StoredItem>> items(const StoredBatch &batch);
    Run report(const StoredBatch &batch, const QList<StoredItem> &items) const;
    // The list is loaded anew first: what is gone from it is done.
    Future<QList<StoredItem>> itemsToResume(const StoredBatch &batch);
    Run resume(const StoredBatch &batch, const QList<StoredItem> &items);
    Collection *collectionOf(const StoredBatch &batch) const; // null when the server no longer has it
    // Somebody has seen its end: it leaves the store, unless something of it is left to do.
    void settle(const StoredBatch &batch, bool isDone);
    void discard(const StoredBatch &batch);
    // Of those that are under way, nothing more is started until the person says so.
    void pauseAll(const QString &why);
    bool canProve() const; // the server can be asked of tokens by their values
    // Asks it of each of these whether it is inactive now; null where no value is known.
    std::unique_ptr<Batch> proof(const QHash<QString, Secret> &values, QList<Batch::Item> items) const;
    ReportHead reportHead(const StoredBatch &batch) const;

Q_SIGNALS:
    void unsettledChanged();

private:
    std::unique_ptr<Batch::Log> logOf(const StoredBatch &batch) const;

    Server &m_server;
    BatchLog *m_log;
    QSet<qint64> m_running; // numbers
    QList<QPointer<Batch>> m_begun; // since the program began
    QString m_who; // as the server calls us, once it was asked
};
