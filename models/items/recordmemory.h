// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "dialects/dialect.h"
#include "items/serverjournal.h"
#include "store/batchlog.h"
#include "store/ledger.h"
#include "store/secretstore.h"

// Where a server's collections remember things. Null: nothing outlasts the connection.
struct MemoryStores {
    Ledger *ledger = nullptr;
    SecretStore *secrets = nullptr;
    BatchLog *batches = nullptr;
    JournalTools journal{};
};

// The key of a remembered record in the SecretStore.
inline QString rememberedKey(const QString &profileId, const QString &kind, const QString &id)
{
    return profileId + u'/' + kind + u'/' + id;
}

// What is remembered of one kind of record on one server, whatever the kind: facts in the ledger, each record's key in
// the keychain. Where it is not there, nothing is remembered and all succeeds.
class FactMemory {
public:
    FactMemory() = default;
    FactMemory(const MemoryStores &stores, const QString &profileId, const QString &kind, bool isUsed, bool hasKeys);

    bool isThere() const { return m_isThere; }
    QList<QJsonObject> all() const;
    Future<Secret> key(const QString &id) const; // Error NotFound where there is none
    Future<> keep(const QString &id, const QJsonObject &facts, const Secret &key); // an empty key stays as it was
    Future<> forget(QObject *context, const QString &id);

private:
    QString keyName(const QString &id) const { return rememberedKey(m_profileId, m_kind, id); }

    MemoryStores m_stores;
    QString m_profileId;
    QString m_kind;
    bool m_isThere = false;
    bool m_hasKeys = false;
};

// The same as records.
template <typename T>
class RecordMemory {
public:
    RecordMemory() = default;
    RecordMemory(const MemoryStores &stores, const QString &profileId, const QString &kind, const Memory<T> &how)
        : m_facts(stores, profileId, kind, bool(how), how.key != nullptr)
        , m_how(how)
    {
    }

    bool isThere() const { return m_facts.isThere(); }
    // Without their keys; what is over is forgotten on the way.
    QList<T> all(QObject *context)
    {
        QList<T> records;
        for (const QJsonObject &one : m_facts.all()) {
            const T record = m_how.read(one);
            if (m_how.isOver && m_how.isOver(record, systemClock()))
                (void)forget(context, record.id);
            else
                records << record;
        }
        return records;
    }
    // The record with its key, as far as the keychain has it.
    Future<T> withKey(QObject *context, const T &record)
    {
        if (!isThere() || !m_how.key)
            return ready(Result<T>(record));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        onResult(context, m_facts.key(record.id),
            [promise, record = T(record), member = m_how.key](const Result<Secret> &secret) mutable {
                if (secret)
                    record.*member = *secret;
                promise->addResult(record);
                promise->finish();
            });
        return promise->future();
    }
    Future<> keep(const T &record)
    {
        if (!isThere())
            return ready(Result<>());
        return m_facts.keep(record.id, m_how.write(record), m_how.key ? record.*m_how.key : Secret());
    }
    Future<> forget(QObject *context, const QString &id) { return m_facts.forget(context, id); }
    // False when the record needs a key to be managed and there is none.
    bool hasKey(const T &record) const { return !m_how.key || !(record.*m_how.key).isEmpty(); }
    // The latest key there is, which may be younger than what `to` was made of.
    void renewKey(const T &from, T &to) const
    {
        if (m_how.key && !(from.*m_how.key).isEmpty())
            to.*m_how.key = from.*m_how.key;
    }
    bool hasOtherKey(const T &known, const T &now) const { return m_how.key && now.*m_how.key != known.*m_how.key; }
    // What `stored` leaves out, because only the answer that made the record tells it.
    void carryKey(const T &from, T &to) const
    {
        if (m_how.key && (to.*m_how.key).isEmpty())
            to.*m_how.key = from.*m_how.key;
    }

private:
    FactMemory m_facts;
    Memory<T> m_how;
};
