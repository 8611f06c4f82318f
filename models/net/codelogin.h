// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/credential.h"
#include "net/http.h"
#include "net/loopbackreceiver.h"

#include <QPromise>
#include <QTimer>

// One sign-in that a person completes in the browser and that comes back to a port of ours (RFC 8252, with PKCE): names
// the address to open, waits for the answer, and has its code exchanged once. Deleting it ends the attempt.
class CodeLogin : public QObject {
    Q_OBJECT

public:
    // `http` and `signIn`, which has a `code`, must outlive this.
    CodeLogin(Http &http, const SignIn &signIn, Clock clock);

    Future<Credential> run();
    void stop(); // nothing that arrives from now on is used; the future does not end by this

Q_SIGNALS:
    void browserRequested(const QUrl &url, const QDateTime &expiresAt); // UTC

private:
    void take(const AuthorizationResponse &response);
    Result<> judged(const AuthorizationResponse &response) const;
    void exchange(const Secret &code);
    void settle(const Result<Credential> &outcome);

    Http &m_http;
    const SignIn &m_signIn;
    Clock m_clock;
    CodeAttempt m_attempt;
    LoopbackReceiver m_receiver;
    QTimer m_patience;
    QPromise<Result<Credential>> m_promise;
};
