// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/credential.h"
#include "net/http.h"

#include <QPromise>
#include <QTimer>

// A sign-in that a person completes in the browser: asks the server for its address, then asks again and again whether
// it is done, until the server says so or its time is over. Deleting it ends the polling without a result.
class BrowserLogin : public QObject {
    Q_OBJECT

public:
    // `http` and `signIn`, which has a `browser`, must outlive this. `context` authorizes every request.
    BrowserLogin(Http &http, const SignIn &signIn, Credential context, Clock clock);

    Future<Credential> run();

Q_SIGNALS:
    void browserRequested(const QUrl &url, const QDateTime &expiresAt); // http or https; UTC

private:
    Future<Response> send(Request request);
    void begin(const Result<PendingLogin> &started);
    void poll();
    void judge(const Result<std::optional<Credential>> &answer);
    void settle(const Result<Credential> &outcome);

    Http &m_http;
    const SignIn &m_signIn;
    Credential m_context;
    Clock m_clock;
    PendingLogin m_pending;
    QTimer m_interval;
    QPromise<Result<Credential>> m_promise;
};
