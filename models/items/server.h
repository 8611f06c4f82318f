// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/inspectedtoken.h"
#include "items/maintenanceboard.h"
#include "items/recordmemory.h"
#include "net/session.h"
#include "records/profile.h"

class BulkRemoval;
template <typename T>
class RecordCollection;

// A live connection: one profile's session, dialect and collections. Deleting it cancels all its work.
class Server final : public QObject {
    Q_OBJECT

public:
    // `dialect`: made for this very server. Without `stores`, what servers do not list is forgotten at the end.
    Server(Profile profile, Dialect dialect, SignIn signIn, HttpSettings http, const MemoryStores &stores = {},
        QObject *parent = nullptr);

    const Profile &profile() const { return m_profile; }
    void setProfile(const Profile &profile)
    {
        m_profile = profile;
    } // name, environment; a new address needs a new Server
    const Dialect &dialect() const { return m_dialect; }
    Session &session() { return m_session; }
    const Session &session() const { return m_session; }
    // In the order of the tabs. What the one of all tokens holds, others hold, too: so collections() is without it.
    const QList<Collection *> &lists() const { return m_lists; }
    QList<Collection *> collections() const;
    Collection *collection(const QString &kind) const; // null when the server has none
    MaintenanceBoard *maintenance() const { return m_maintenance; } // null when it has none

    BulkRemoval &bulkRemoval() const { return *m_bulkRemoval; }

    bool canInspect() const { return bool(m_dialect.tokens); }
    // Of our own credential; where the server tells nothing of it, what is known here.
    Future<Token> tokenInfo();
    // The same, filled up with what is known here; never fails. Its `id` is the token's fingerprint where the server tells
    // none.
    Future<Token> self();
    // Whether the credential works where nothing tells about it: loads the first list there is.
    Future<QString> tryOut();
    // Of another one, which is sent to this server: asked about where the server has introspection, else as bearer.
    Future<Introspected> introspect(const Secret &token);
    bool canIntrospect() const { return m_dialect.tokens.introspect || m_dialect.tokens.infoTakesOthers; }
    Future<> revoke(const Secret &token, const QString &hint = {});
    std::unique_ptr<Batch> revocationOf(const QList<Secret> &tokens); // not started yet
    // What this server can do for an inspection; must not outlive it.
    Inspector inspector();
    bool canRevoke() const { return bool(m_dialect.tokens.revoke); }
    Future<QByteArray> keys(); // the JWK set as the server publishes it
    // Revokes all tokens made before this time (UTC); answers how many. What is remembered of them is forgotten.
    Future<qint64> revokeBefore(const QDateTime &time);
    // A token for somebody else's use. stopIssuing() ends what is under way, a browser sign-in without a result.
    Future<IssuedToken> issue(const Grant &grant, const SignInValues &values);
    void stopIssuing();
    // What is to be remembered of such a token. `kept`: its access or refresh token, if that is to be kept.
    Token recordOf(const IssuedToken &token, const SignInValues &values, const Secret &kept = {}) const;
    int rememberedBefore(const QDateTime &time) const; // how many tokens this console got before then
    // Takes a token this console got into the list of access tokens, where the server has no such list of its own.
    Future<> remember(const Token &token);
    Collection *keptTokens() const; // the list of tokens got here and kept with their values; null: none are kept
    Future<> keep(const Token &token);
    QStringList documentLabels() const; // translated
    Future<QString> document(int index);

private:
    Future<QStringList> usersOfScopes(const QStringList &ids);
    void rememberOwnToken();
    Token ownToken() const;
    RecordCollection<Token> *rememberedTokens() const; // null: this server lists them itself
    RecordCollection<Token> *keeper() const; // is keptTokens()

    template <typename T>
    void addCollection(const QString &kind, const Endpoint<T> &endpoint, const MemoryStores &stores);

    Profile m_profile;
    Dialect m_dialect;
    Session m_session;
    QList<Collection *> m_lists;
    MaintenanceBoard *m_maintenance = nullptr;
    BulkRemoval *m_bulkRemoval;
};
