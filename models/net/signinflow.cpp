// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/signinflow.h"

#include "net/browserlogin.h"
#include "net/codelogin.h"
#include "net/errorbody.h"

using namespace Qt::Literals::StringLiterals;

QString SignInFlow::asker()
{
    return u"sign-in"_s;
}

Request SignInFlow::prepared(Request request)
{
    request.effect = Effect::SignIn;
    request.asker = asker();
    return request;
}

Request authorized(Request request, const SignIn &signIn, const Credential &credential)
{
    if (request.asClient && signIn.authenticateClient)
        signIn.authenticateClient(request);
    else if (signIn.authorize && !credential.access.isEmpty() && !hasAuthorization(request))
        signIn.authorize(request, credential);
    return request;
}

Result<Response> accepted(const Response &response, const SignIn &signIn, const QList<int> &accepts)
{
    if (response.status < 400 || accepts.contains(response.status))
        return response;
    Error error = signIn.readError ? signIn.readError(response) : errorFrom(response);
    error.retryAfter = retryAfter(response);
    return tl::unexpected(error);
}

SignInFlow::SignInFlow(Http &http, const SignIn &signIn, Clock clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_signIn(signIn)
    , m_clock(std::move(clock))
{
}

SignInFlow::~SignInFlow() = default;

Future<Credential> SignInFlow::run(const std::optional<Credential> &old)
{
    if (m_signIn.fixed)
        return ready(Result<Credential>(*m_signIn.fixed));
    if (old && m_signIn.renew && !old->refresh.isEmpty())
        return renew(*old);
    // A browser that opens by itself in the middle of some work would startle.
    if (old && needsPerson())
        return ready<Credential>(failure(Error::Kind::Unauthorized, tr("The sign-in has expired. Sign in again.")));
    return signIn();
}

Future<Credential> SignInFlow::renew(const Credential &old)
{
    auto promise = std::make_shared<QPromise<Result<Credential>>>();
    promise->start();
    const auto settle = [promise](const Result<Credential> &outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    onResult(this, ask(m_signIn.renew(old)), [this, old, settle](Result<Credential> renewed) {
        // RFC 6749 §6: without a new refresh token the old one stays in use.
        if (renewed && renewed->refresh.isEmpty())
            renewed->refresh = old.refresh;
        const bool isRefused = !renewed && (renewed.error().status == 400 || renewed.error().status == 401);
        if (!isRefused)
            settle(renewed);
        else if (m_signIn.request && !needsPerson())
            onResult(this, signIn(), settle);
        else
            settle(tl::unexpected(Error{
                .kind = Error::Kind::Unauthorized,
                .message = tr("The sign-in has expired. Sign in again."),
                .detail = renewed.error().message,
                .code = renewed.error().code,
                .status = renewed.error().status,
            }));
    });
    return promise->future();
}

bool SignInFlow::needsPerson() const
{
    return m_signIn.browser || m_signIn.code;
}

void SignInFlow::stop()
{
    if (m_codeLogin)
        m_codeLogin->stop();
}

Future<Credential> SignInFlow::signIn()
{
    if (m_signIn.code)
        return byRedirect();
    if (!m_signIn.request || !m_signIn.read)
        return ready<Credential>(failure(Error::Kind::Unauthorized, tr("This server offers no way to sign in again.")));
    Future<Credential> credential = ask(m_signIn.request());
    if (!m_signIn.browser)
        return credential;
    return andThen(this, credential, [this](const Credential &context) { return inBrowser(context); });
}

Future<Credential> SignInFlow::ask(const Request &request)
{
    return andThen(this, m_http.send(prepared(request)), [this](const Response &response) -> Result<Credential> {
        return accepted(response, m_signIn).and_then(m_signIn.read);
    });
}

Future<Credential> SignInFlow::inBrowser(const Credential &context)
{
    m_browserLogin = std::make_unique<BrowserLogin>(m_http, m_signIn, context, m_clock);
    connect(m_browserLogin.get(), &BrowserLogin::browserRequested, this, &SignInFlow::browserRequested);
    return m_browserLogin->run();
}

Future<Credential> SignInFlow::byRedirect()
{
    m_codeLogin = std::make_unique<CodeLogin>(m_http, m_signIn, m_clock);
    connect(m_codeLogin.get(), &CodeLogin::browserRequested, this, &SignInFlow::browserRequested);
    return m_codeLogin->run();
}

#include "moc_signinflow.cpp"
