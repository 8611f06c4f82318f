// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QList>

// The profiles of the console, in its store. Their secrets are the caller's to copy and to remove in the SecretStore.
// Errors: Storage, or NotFound when there is no profile of that id.
class Profiles {
    Q_DECLARE_TR_FUNCTIONS(Profiles)

public:
    explicit Profiles(Store &store); // must outlive this

    Result<QList<Profile>> all() const; // by environment, then by name
    Result<Profile> insert(Profile profile); // answers what was stored, with its id
    Result<> update(const Profile &profile);
    Result<> remove(const QString &id);
    Result<Profile> duplicate(const QString &id); // under a new id and name, never used

private:
    Result<> runOnOne(const QString &sql, const QVariantList &values);

    Store *m_store;
};
