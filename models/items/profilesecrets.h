// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "dialects/dialect.h"
#include "records/profile.h"

class Ledger;
class SecretStore;

// The secrets of profiles in the keychain, one after the other: each may ask the person for something. Errors: those of
// the SecretStore.
class ProfileSecrets final : public QObject {
    Q_OBJECT

public:
    ProfileSecrets(SecretStore &store, const Ledger &ledger); // both must outlive this

    Future<> write(const QString &profileId, QHash<QString, Secret> secrets); // by field key; others stay
    // Every secret field any method of its dialect has, and the keys of what is remembered.
    Future<> remove(const Profile &profile);
    // What signing in needs, as far as it is kept; missing secrets are missing in the answer.
    Future<SignInValues> signInValues(const Profile &profile);

private:
    Future<> removeFields(const QString &profileId, QStringList fields);
    Future<SignInValues> read(const QString &profileId, QStringList fields, SignInValues values);
    QStringList fieldsOf(const Profile &profile) const;

    SecretStore &m_store;
    const Ledger &m_ledger;
};

// Whether its sign-in method opens a browser, and so asks the person.
bool signsInInBrowser(const Profile &profile);

// The fields of the profile's sign-in method that `values` lacks.
QList<SignInField> missingFields(const Profile &profile, const SignInValues &values);
