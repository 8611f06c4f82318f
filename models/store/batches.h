// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QDateTime>
#include <QList>

#include <array>

// One operation on many records of a server, as the store keeps it until somebody has seen its end.
struct StoredBatch {
    qint64 number = 0; // given by whoever makes it, at random
    QString profile{}; // its id
    QString kind{}; // of a collection
    QString operation{}; // "delete", "revoke" or "deactivate"
    QString who{}; // as the server calls us
    QDateTime created{}; // UTC
    int perSecond = 0; // the limits it was started with, 0: none
    int wave = 0;
};

// One record of it. Begun: its request may have left. Nothing secret.
struct StoredItem {
    enum class State { Waiting, Begun, Done, Failed };
    QString id{};
    QString name{};
    State state = State::Waiting;
    QString message{}; // why it failed
};

struct StoredChange {
    int position = 0; // from 0
    StoredItem::State state = StoredItem::State::Waiting;
    QString message{};
};

struct BatchTally {
    StoredBatch batch{};
    std::array<int, 4> counts{}; // by state
    int count(StoredItem::State state) const { return counts[size_t(state)]; }
};

// The batches whose end nobody has seen. What returned survives a crash. Errors: Storage; a batch that is not there, or
// not wholly, cannot be written to.
class Batches {
    Q_DECLARE_TR_FUNCTIONS(Batches)

public:
    explicit Batches(Store &store); // must outlive this

    Result<> insert(const StoredBatch &batch, const QList<StoredItem> &items);
    Result<> write(qint64 number, const QList<StoredChange> &changes); // all or none, in this order
    Result<QList<BatchTally>> all(const QString &profile) const; // the latest first
    Result<QList<StoredItem>> items(qint64 number) const; // in their order
    Result<> remove(qint64 number);
    Result<> removeAll(const QString &profile);

private:
    Store *m_store;
};
