// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QJsonObject>
#include <QList>

// What the console remembers of records their servers do not list, because they were made here: never a secret.
// `kind` is that of a collection. Errors: Storage.
class Ledger {
public:
    explicit Ledger(Store &store); // must outlive this

    Result<QList<QJsonObject>> all(const QString &profileId, const QString &kind) const; // in the order they came
    Result<> put(const QString &profileId, const QString &kind, const QString &id, const QJsonObject &facts);
    Result<> remove(const QString &profileId, const QString &kind, const QString &id);
    // Kinds and ids of everything remembered for this profile.
    Result<QList<std::pair<QString, QString>>> entries(const QString &profileId) const;
    Result<> removeAll(const QString &profileId);

private:
    Store *m_store;
};
