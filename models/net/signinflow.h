// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/credential.h"
#include "net/http.h"

class BrowserLogin;
class CodeLogin;

// One attempt to get a credential: renews the old one where that is possible, else asks for a new one, alone or with
// the person in the browser. Deleting it ends the attempt without a result.
class SignInFlow : public QObject {
    Q_OBJECT

public:
    // Who asks for everything sent on the way to a credential.
    static QString asker();
    // The request as part of a sign-in, whatever its maker thought: it may leave a read-only connection.
    static Request prepared(Request request);

    // `http` and `signIn` must outlive this.
    SignInFlow(Http &http, const SignIn &signIn, Clock clock, QObject *parent);
    ~SignInFlow() override;

    // `old`: the credential that has expired or was refused, if there was one.
    Future<Credential> run(const std::optional<Credential> &old);
    // Takes back at once what the world outside could still answer to; deleting may have to wait for the event loop.
    void stop();

Q_SIGNALS:
    void browserRequested(const QUrl &url, const QDateTime &expiresAt);

private:
    Future<Credential> renew(const Credential &old);
    Future<Credential> signIn();
    Future<Credential> ask(const Request &request);
    Future<Credential> inBrowser(const Credential &context);
    Future<Credential> byRedirect();
    bool needsPerson() const;

    Http &m_http;
    const SignIn &m_signIn;
    Clock m_clock;
    std::unique_ptr<BrowserLogin> m_browserLogin;
    std::unique_ptr<CodeLogin> m_codeLogin;
};

// The request as it is sent with this credential, or as the client that signs in.
Request authorized(Request request, const SignIn &signIn, const Credential &credential);
// The answer, unless the server refused. `accepts`: as in Request.
Result<Response> accepted(const Response &response, const SignIn &signIn, const QList<int> &accepts = {});
