// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"
#include "items/batch.h"
#include "items/inspectedtoken.h"
#include "net/session.h"
#include "records/token.h"

class Collection;
class Server;
template <typename T>
class RecordCollection;

// What a server tells of tokens and does to them, and which of them this console got there.
class ServerTokens final : public QObject {
    Q_OBJECT

public:
    explicit ServerTokens(Server &server); // its parent

    bool canInspect() const;
    // Of our own credential; where the server tells nothing of it, what is known here.
    Future<Token> info();
    // The same, filled up with what is known here; never fails. Its `id` is the token's fingerprint where the server
    // tells none.
    Future<Token> self();
    // Of another one, which is sent to this server: asked about where the server has introspection, else as bearer.
    Future<Introspected> introspect(const Secret &token);
    bool canIntrospect() const;
    Future<> revoke(const Secret &token, const QString &hint = {});
    std::unique_ptr<Batch> revocationOf(const QList<Secret> &tokens); // not started yet
    bool canRevoke() const;
    // What this server can do for an inspection; must not outlive it.
    Inspector inspector();
    Future<QByteArray> keys(); // the JWK set as the server publishes it
    // Revokes all tokens made before this time (UTC); answers how many. What is remembered of them is forgotten.
    Future<qint64> revokeBefore(const QDateTime &time);
    int rememberedBefore(const QDateTime &time) const; // how many tokens this console got before then

    // A token for somebody else's use. stopIssuing() ends what is under way, a browser sign-in without a result.
    Future<IssuedToken> issue(const Grant &grant, const SignInValues &values);
    void stopIssuing();
    // What is to be remembered of such a token. `value`: its access or refresh token, if that is to be kept.
    Token recordOf(const IssuedToken &token, const SignInValues &values, const Secret &value = {}) const;
    // Takes a token this console got into the list of access tokens, where the server has no such list of its own.
    Future<> remember(const Token &token);
    Collection *kept() const; // the list of tokens got here and kept with their values; null: none are kept
    Future<> keep(const Token &token);

private:
    void rememberOwn();
    Token ownToken() const;
    RecordCollection<Token> *remembered() const; // null: this server lists them itself
    RecordCollection<Token> *keeper() const; // is kept()
    const TokenOperations &operations() const;

    Server &m_server;
};
