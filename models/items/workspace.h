// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/httplog.h"
#include "items/journalhome.h"
#include "items/profilesecrets.h"
#include "items/server.h"
#include "store/ledger.h"
#include "store/profiles.h"

#include <memory>
#include <unordered_map>

// The profiles a person keeps and the servers connected now. Owns the servers.
class Workspace final : public QObject {
    Q_OBJECT

public:
    // Without a person before it, it stands beside the console of the same data: in the journal it is another one, so
    // that neither takes the other's writes for its own, and that it connects is not noted in the profiles.
    enum class Attendance { Attended, Unattended };

    Workspace(Store &store, SecretStore &secrets, QObject *parent = nullptr,
        Attendance attendance = Attendance::Attended);
    ~Workspace() override;

    const QList<Profile> &profiles() const { return m_profiles; } // by environment (production first), then by name
    const Profile *profile(const QString &id) const;             // null when there is none
    Server *server(const QString &profileId) const;              // null when not connected
    std::optional<Error> storeError() const { return m_storeError; } // why the list could not be read
    SecretStore &secrets() { return m_secrets; }
    JournalTools journal() { return {&m_journalHome.journal(), &m_fingerprintKey, m_run, m_consoleId}; }
    JournalHome &journalHome() { return m_journalHome; }
    HttpLog &httpLog() { return m_httpLog; } // of all connections, those closed meanwhile too

    // Stores a profile (a new one when its id is empty) and those of its secrets that are given; answers its id.
    Future<QString> save(const Profile &profile, const QHash<QString, Secret> &secrets);
    Future<QString> duplicate(const QString &profileId); // with its secrets
    Future<> remove(const QString &profileId);           // disconnects, forgets its secrets

    // What signing in needs, as far as it is kept; missing secrets are missing in the answer.
    Future<SignInValues> signInValues(const Profile &profile);

    // Asks the server what it can do, where its product tells, and connects; does not sign in yet. Replaces an existing
    // connection of this profile, and an attempt to make one, whose future ends without a result.
    Future<Server *> open(const Profile &profile, const SignInValues &values);
    // Drops the credentials of every connection, and what they are got with: see Session::suspend().
    void suspend();
    // Gives a suspended connection what it signs in and is reached with again; does not sign in yet.
    Result<Server *> resume(const Profile &profile, const SignInValues &values);
    // Secrets of this profile that everybody knows, so that the keychain need not have them.
    void setPublished(const QString &profileId, const QHash<QString, Secret> &secrets);
    void close(const QString &profileId); // does not sign out: see Session::signOut()
    // Why the last connection that was opened, tested or refused came to no secure end, and what the server showed.
    std::optional<TlsFailure> tlsFailure(const QString &profileId) const;
    // Trusts the server certificate of this SHA-256 for this profile from now on.
    Future<QString> trust(const QString &profileId, const QByteArray &sha256);
    // Signs in with these values without keeping anything; answers one sentence that says who we are there.
    Future<QString> test(const Profile &profile, const SignInValues &values);
    void stopTest(); // its future ends without a result

Q_SIGNALS:
    void profilesChanged();
    void opened(Server *server);
    void closing(Server *server); // about to be deleted
    void serverChanged(const QString &profileId); // signed in, signed out, connected, closed

private:
    Future<Setup> setupOf(const Profile &profile, const SignInValues &values, QObject *scope);
    Result<std::unique_ptr<Server>> makeServer(const Profile &profile, const SignInValues &values, const Setup &setup);
    Result<Server *> take(std::unique_ptr<Server> made);
    Future<QString> signInForTest();
    void reload();

    Attendance m_attendance;
    Profiles m_store;
    Ledger m_ledger;
    BatchLog m_batches;
    JournalHome m_journalHome;
    FingerprintKey m_fingerprintKey;
    QString m_run; // of the program, in the journal
    QString m_consoleId; // likewise
    SecretStore &m_secrets;
    ProfileSecrets m_profileSecrets;
    QList<Profile> m_profiles;
    std::optional<Error> m_storeError;
    HttpLog m_httpLog;
    QHash<QString, Server *> m_servers;
    QHash<QString, QHash<QString, Secret>> m_published; // by profile id
    QHash<QString, TlsFailure> m_tlsFailures; // of attempts that came to no server, by profile id
    std::unordered_map<QString, std::unique_ptr<QObject>> m_opening; // what an attempt lives in, by profile id
    std::unique_ptr<QObject> m_testing; // likewise of a test, until there is a server
    std::unique_ptr<Server> m_test;
};
