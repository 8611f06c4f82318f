// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browserlogin.h"

#include "net/signinflow.h"

using namespace Qt::Literals::StringLiterals;

BrowserLogin::BrowserLogin(Http &http, const SignIn &signIn, Credential context, Clock clock)
    : m_http(http)
    , m_signIn(signIn)
    , m_context(std::move(context))
    , m_clock(std::move(clock))
{
    m_interval.setSingleShot(true);
    m_interval.setInterval(signIn.browser->interval);
    connect(&m_interval, &QTimer::timeout, this, &BrowserLogin::poll);
    m_promise.start();
}

Future<Credential> BrowserLogin::run()
{
    const auto started = andThen(this, send(m_signIn.browser->start(m_context)),
        [this](const Response &response) { return m_signIn.browser->readStart(response); });
    onResult(this, started, [this](const Result<PendingLogin> &pending) { begin(pending); });
    return m_promise.future();
}

Future<Response> BrowserLogin::send(Request request)
{
    if (m_signIn.authorize && !hasAuthorization(request))
        m_signIn.authorize(request, m_context);
    return andThen(this, m_http.send(SignInFlow::prepared(request)),
        [this](const Response &response) { return accepted(response, m_signIn); });
}

void BrowserLogin::begin(const Result<PendingLogin> &started)
{
    if (!started)
        return settle(tl::unexpected(started.error()));
    // Whatever else the desktop would open for an address, a server has no business naming it.
    if (started->url.scheme() != "https"_L1 && started->url.scheme() != "http"_L1)
        return settle(failure(Error::Kind::Protocol, tr("The server gave no web address for signing in.")));
    constexpr int patience = 10 * 60;
    m_pending = *started;
    m_pending.context = m_context;
    if (!m_pending.expiresAt.isValid())
        m_pending.expiresAt = m_clock().addSecs(patience);
    m_interval.start();
    Q_EMIT browserRequested(m_pending.url, m_pending.expiresAt);
}

void BrowserLogin::poll()
{
    if (m_clock() >= m_pending.expiresAt)
        return settle(failure(Error::Kind::Timeout, tr("The sign-in was not completed in the browser in time.")));
    const auto polled = andThen(this, send(m_signIn.browser->poll(m_pending)),
        [this](const Response &response) { return m_signIn.browser->readPoll(response); });
    onResult(this, polled, [this](const Result<std::optional<Credential>> &answer) { judge(answer); });
}

void BrowserLogin::judge(const Result<std::optional<Credential>> &answer)
{
    using enum Error::Kind;
    // A person busy in the browser should not lose the sign-in to a short interruption.
    const bool isInterruption = !answer && (answer.error().kind == Network || answer.error().kind == Timeout);
    if (isInterruption || (answer && !*answer))
        m_interval.start();
    else if (answer)
        settle(**answer);
    else
        settle(tl::unexpected(answer.error()));
}

void BrowserLogin::settle(const Result<Credential> &outcome)
{
    m_promise.addResult(outcome);
    m_promise.finish();
}

#include "moc_browserlogin.cpp"
