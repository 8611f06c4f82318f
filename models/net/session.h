// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/credential.h"
#include "net/http.h"

class SignInFlow;
class WriteLog;

// An authenticated Http: signs in when first needed, renews before expiry and once after a 401 (one renewal serves all
// parallel calls), turns refusals into Errors, has each write written down before it leaves, and lets none out while
// read-only.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State { SignedOut, SigningIn, SignedIn };
    Q_ENUM(State)

    Session(HttpSettings http, SignIn signIn, QObject *parent = nullptr, Clock clock = systemClock);
    ~Session() override;

    State state() const { return m_state; }
    bool isReadOnly() const { return m_readOnly || (m_refusesWrites && m_refusesWrites()); }
    void setReadOnly(bool readOnly); // default false; a refused write is Error ReadOnly and nothing is sent
    void setWriteLog(WriteLog *log) { m_writeLog = log; } // must outlive this; none: writes leave unrecorded
    // Read-only also while this holds, which is asked anew before each write leaves. Empty: never.
    void refuseWritesWhile(std::function<bool()> holds) { m_refusesWrites = std::move(holds); }
    QDateTime expiresAt() const; // UTC; invalid when unknown, never or signed out
    QDateTime obtainedAt() const; // UTC; when we got the credential in use; invalid when signed out
    std::optional<QStringList> scopes() const; // granted; nothing when unknown or signed out
    bool isFixed() const { return m_signIn.fixed.has_value(); } // pasted: there is no other credential to be had
    QString ownFingerprint() const; // of the access token in use, see fingerprintOf(); empty without one
    // Local clock minus the server's Date header of the last answer, when that had one.
    std::optional<std::chrono::seconds> clockDifference() const { return m_http.clockDifference(); }
    // As Http::tlsFailure(), for offering to trust what the server showed.
    const std::optional<TlsFailure> &tlsFailure() const { return m_http.tlsFailure(); }
    // True if `secret` is the access or refresh token this session uses.
    bool isOwn(const Secret &secret) const;

    Future<> signIn();
    // The same although there is a credential: it is known to be no longer good.
    Future<> signInAgain();
    // A credential for somebody else's use, got on this connection by another way to sign in. One at a time; a later
    // one, or stopObtaining(), ends it without a result.
    Future<Credential> obtainFor(const SignIn &other);
    void stopObtaining();
    // Revokes the credential where the server can; signed out here in any case. Calls then end with Unauthorized until
    // signIn() is asked for again.
    Future<> signOut();
    // Drops the credential and what it is got with, without telling the server, and the secrets of the way there; calls
    // then end with Unauthorized until resume() has brought both again and signIn() was asked for.
    void suspend();
    void resume(SignIn signIn, HttpSettings http);
    bool isSuspended() const { return m_isSuspended; }
    Future<Response> call(const Request &request);
    // The same with somebody else's credential, which is neither kept nor renewed; as nobody without one.
    Future<Response> callAs(const Credential &credential, const Request &request);
    // As it would leave now, with our credential, or where there is none yet one that only looks like it. For being
    // shown, without its secrets.
    Request authorized(const Request &request) const;
    // As Http::stop(); calls still waiting for a sign-in end with Stopped. "sign-in" ends the sign-in itself, and with
    // it every call that waits for it.
    void stop(const QString &asker);

Q_SIGNALS:
    void stateChanged(Session::State state);
    void credentialChanged(); // we got a new one
    void exchanged(const ExchangeSummary &summary);
    // Somebody must open it; the session is polling until then.
    void browserRequested(const QUrl &url, const QDateTime &expiresAt);

private:
    using CredentialPromise = QPromise<Result<Credential>>;
    struct Waiter {
        QString asker;
        std::shared_ptr<CredentialPromise> promise;
    };
    struct Call {
        Request request{}; // as it is sent now
        std::optional<Credential> credential{}; // somebody else's
        bool isRenewed = false; // after a 401
        int alternatives = 0; // tried so far
    };

    Future<Response> recorded(const Call &call);
    Future<Response> attempt(const Call &call);
    Future<Response> judged(const Call &call, const Response &response);
    Future<Response> sendAs(const Credential &credential, const Request &request);
    Result<> permitted(const Request &request) const;
    Future<Credential> credential(const QString &asker);
    bool isUsable() const;
    void refused(const Credential &used);
    void obtain();
    void settle(Result<Credential> outcome);
    void keep(const Credential &credential);
    void forget();
    void setState(State state);

    Http m_http;
    SignIn m_signIn;
    Clock m_clock;
    State m_state = State::SignedOut;
    bool m_readOnly = false;
    WriteLog *m_writeLog = nullptr;
    std::function<bool()> m_refusesWrites;
    std::optional<Credential> m_credential;
    QDateTime m_obtainedAt;
    bool m_hasLeft = false; // by signOut()
    bool m_isSuspended = false;
    bool m_isRefused = false; // by a 401; its refresh token may still work
    QDateTime m_renewAt; // invalid: never
    QList<Waiter> m_waiters;
    std::optional<SignIn> m_otherSignIn;
    SignInFlow *m_otherFlow = nullptr; // a child, as the next
    SignInFlow *m_flow = nullptr; // under way; a child, so that it dies with us and never before its own event is over
};

// What a token is recognised by without knowing it: the first 64 bits of its SHA-256 as hexadecimal digits.
QString fingerprintOf(const Secret &token);
