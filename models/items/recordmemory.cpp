// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordmemory.h"

FactMemory::FactMemory(
    const MemoryStores &stores, const QString &profileId, const QString &kind, bool isUsed, bool hasKeys)
    : m_stores(stores)
    , m_profileId(profileId)
    , m_kind(kind)
    , m_isThere(isUsed && stores.ledger && !profileId.isEmpty())
    , m_hasKeys(hasKeys)
{
}

QList<QJsonObject> FactMemory::all() const
{
    return m_isThere ? m_stores.ledger->all(m_profileId, m_kind).value_or(QList<QJsonObject>()) : QList<QJsonObject>();
}

Future<Secret> FactMemory::key(const QString &id) const
{
    return m_stores.secrets->read(keyName(id));
}

Future<> FactMemory::keep(const QString &id, const QJsonObject &facts, const Secret &key)
{
    if (!m_isThere)
        return ready(Result<>());
    if (const auto kept = m_stores.ledger->put(m_profileId, m_kind, id, facts); !kept)
        return ready(kept);
    return key.isEmpty() ? ready(Result<>()) : m_stores.secrets->write(keyName(id), key);
}

Future<> FactMemory::forget(QObject *context, const QString &id)
{
    if (!m_isThere)
        return ready(Result<>());
    // The key goes first: an entry that is gone would leave it behind for ever.
    const auto removed = m_hasKeys ? m_stores.secrets->remove(keyName(id)) : ready(Result<>());
    return andThen(context, removed, [ledger = m_stores.ledger, profile = m_profileId, kind = m_kind, id] {
        return ledger->remove(profile, kind, id);
    });
}
