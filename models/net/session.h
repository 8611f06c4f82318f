// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/credential.h"
#include "net/http.h"

class BrowserLogin;

// An authenticated Http: signs in when first needed, renews before expiry and once after a 401 (one renewal serves all
// parallel calls), turns refusals into Errors, and lets no write out while read-only.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State { SignedOut, SigningIn, SignedIn };
    Q_ENUM(State)

    Session(HttpSettings http, SignIn signIn, QObject *parent = nullptr, Clock clock = systemClock);
    ~Session() override;

    State state() const { return m_state; }
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly); // default false; a refused write is Error ReadOnly and nothing is sent
    QDateTime expiresAt() const;     // UTC; invalid when unknown, never or signed out
    // Local clock minus the server's Date header of the last answer, when that had one.
    std::optional<std::chrono::seconds> clockDifference() const { return m_clockDifference; }
    // True if `secret` is the access or refresh token this session uses.
    bool isOwn(const Secret &secret) const;

    Future<> signIn();
    Future<> signOut(); // revokes the credential where the server can; signed out here in any case
    Future<Response> call(const Request &request);
    // The same with somebody else's credential, which is neither kept nor renewed.
    Future<Response> callAs(const Credential &credential, const Request &request);
    void stop(const QString &asker); // as Http::stop(); calls still waiting for a sign-in end with Stopped

Q_SIGNALS:
    void stateChanged(Session::State state);
    void exchanged(const ExchangeSummary &summary);
    void browserRequested(const QUrl &url); // somebody must open it; the session is polling meanwhile

private:
    struct Waiter {
        QString asker;
        std::shared_ptr<QPromise<Result<Credential>>> promise;
    };
    enum class OnRefusal { Renew, Report };

    Future<Response> attempt(const Request &request, OnRefusal onRefusal);
    Future<Credential> credential(const QString &asker);
    void obtain();
    void renewOrSignIn(const Credential &old);
    void settle(const Result<Credential> &outcome);
    void setState(State state);
    Result<Response> checked(const Response &response);

    Http m_http;
    SignIn m_signIn;
    Clock m_clock;
    State m_state = State::SignedOut;
    bool m_readOnly = false;
    std::optional<Credential> m_credential;
    std::optional<Credential> m_refused; // what a 401 made us drop; its refresh token may still work
    std::optional<std::chrono::seconds> m_clockDifference;
    QList<Waiter> m_waiters;
    BrowserLogin *m_browserLogin = nullptr;
};
