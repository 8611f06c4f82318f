// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"

class Profiles;
class SecretStore;

// The profiles a person keeps and the servers connected now. Owns the servers.
class Workspace final : public QObject {
    Q_OBJECT

public:
    Workspace(Profiles &profiles, SecretStore &secrets, QObject *parent = nullptr);
    ~Workspace() override;

    const QList<Profile> &profiles() const { return m_profiles; } // by environment (production first), then by name
    const Profile *profile(const QString &id) const;             // null when there is none
    Server *server(const QString &profileId) const;              // null when not connected
    std::optional<Error> storeError() const { return m_storeError; } // why the list could not be read
    SecretStore &secrets() { return m_secrets; }

    // Stores a profile (a new one when its id is empty) and those of its secrets that are given; answers its id.
    Future<QString> save(const Profile &profile, const QHash<QString, Secret> &secrets);
    Future<QString> duplicate(const QString &profileId); // with its secrets
    Future<> remove(const QString &profileId);           // disconnects, forgets its secrets

    // What signing in needs, as far as it is kept; missing secrets are missing in the answer.
    Future<SignInValues> signInValues(const Profile &profile);
    // The fields of the profile's sign-in method that `values` lacks.
    QList<SignInField> missing(const Profile &profile, const SignInValues &values) const;

    // Connects (does not sign in yet). Replaces an existing connection of this profile.
    Result<Server *> open(const Profile &profile, const SignInValues &values);
    void close(const QString &profileId); // does not sign out: see Session::signOut()
    // Signs in with these values without keeping anything; answers one sentence that says who we are there.
    Future<QString> test(const Profile &profile, const SignInValues &values);
    void stopTest(); // its future ends without a result

Q_SIGNALS:
    void profilesChanged();
    void opened(Server *server);
    void closing(Server *server); // about to be deleted
    void serverChanged(const QString &profileId); // signed in, signed out, connected, closed

private:
    Result<std::unique_ptr<Server>> makeServer(const Profile &profile, const SignInValues &values) const;
    void reload();
    Future<> writeSecrets(const QString &profileId, QHash<QString, Secret> secrets);
    Future<> removeSecrets(const QString &profileId, QStringList fields);
    Future<SignInValues> readSecrets(const QString &profileId, QStringList fields, SignInValues values);

    Profiles &m_store;
    SecretStore &m_secrets;
    QList<Profile> m_profiles;
    std::optional<Error> m_storeError;
    QHash<QString, Server *> m_servers;
    std::unique_ptr<Server> m_test;
};
