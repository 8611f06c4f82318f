// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"

#include "net/signinflow.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Session::Session(HttpSettings http, SignIn signIn, QObject *parent, Clock clock)
    : QObject(parent)
    , m_http(std::move(http), nullptr, clock)
    , m_signIn(std::move(signIn))
    , m_clock(std::move(clock))
{
    connect(&m_http, &Http::exchanged, this, &Session::exchanged);
}

Session::~Session() = default;

void Session::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

QDateTime Session::expiresAt() const
{
    return m_credential ? m_credential->expiresAt : QDateTime();
}

bool Session::isOwn(const Secret &secret) const
{
    return m_credential && !secret.isEmpty() && (secret == m_credential->access || secret == m_credential->refresh);
}

Future<> Session::signIn()
{
    m_hasLeft = false;
    return andThen(this, credential(SignInFlow::asker()), [](const Credential &) -> Result<> { return {}; });
}

Future<> Session::signOut()
{
    stop(SignInFlow::asker());
    m_hasLeft = true;
    const std::optional<Credential> old = m_credential;
    forget();
    if (!old || !m_signIn.signOut)
        return ready(Result<>());
    return andThen(
        this, sendAs(*old, SignInFlow::prepared(m_signIn.signOut(*old))), [this](const Response &response) -> Result<> {
            return accepted(response, m_signIn).map([](const Response &) {});
        });
}

Future<Response> Session::call(const Request &request)
{
    if (const Result<> permission = permitted(request); !permission)
        return ready<Response>(tl::unexpected(permission.error()));
    return attempt(request, OnRefusal::Renew);
}

Future<Response> Session::callAs(const Credential &credential, const Request &request)
{
    return andThen(
        this, sendAs(credential, request), [this](const Response &response) { return accepted(response, m_signIn); });
}

Future<Response> Session::attempt(const Request &request, OnRefusal onRefusal)
{
    return andThen(this, credential(request.asker), [=, this](const Credential &used) {
        return andThen(this, sendAs(used, request), [=, this](const Response &response) -> Future<Response> {
            // Of a second refusal the credential, brand new, is not the cause.
            if (response.status != 401 || onRefusal == OnRefusal::Fail)
                return ready(accepted(response, m_signIn));
            refused(used);
            if (m_signIn.fixed)
                return ready(accepted(response, m_signIn));
            // A refused request was not carried out, so that even a write may be sent again.
            return attempt(request, OnRefusal::Fail);
        });
    });
}

Future<Response> Session::sendAs(const Credential &credential, Request request)
{
    // Asked here, at the last moment: the connection may have become read-only while the call waited for a sign-in.
    if (const Result<> permission = permitted(request); !permission)
        return ready<Response>(tl::unexpected(permission.error()));
    if (m_signIn.authorize && !credential.access.isEmpty())
        m_signIn.authorize(request, credential);
    return m_http.send(request);
}

Result<> Session::permitted(const Request &request) const
{
    if (m_readOnly && request.effect == Effect::Write)
        return failure(Error::Kind::ReadOnly, tr("The connection is read-only, so nothing was sent."));
    return {};
}

Future<Credential> Session::credential(const QString &asker)
{
    if (isUsable())
        return ready(Result<Credential>(*m_credential));
    // What was still going on when the person signed out must not sign in again behind their back.
    if (m_hasLeft)
        return ready<Credential>(failure(Error::Kind::Unauthorized, tr("You have signed out.")));
    const auto promise = std::make_shared<CredentialPromise>();
    promise->start();
    m_waiters.append({asker, promise});
    if (!m_flow)
        obtain();
    return promise->future();
}

bool Session::isUsable() const
{
    return m_credential && !m_isRefused && !(m_renewAt.isValid() && m_clock() >= m_renewAt);
}

// Only the credential in use: a parallel call may already have brought a new one.
void Session::refused(const Credential &used)
{
    if (m_credential != used)
        return;
    if (m_signIn.fixed)
        forget();
    else
        m_isRefused = true;
}

void Session::obtain()
{
    if (!m_credential)
        setState(State::SigningIn);
    m_flow = new SignInFlow(m_http, m_signIn, m_clock, this);
    connect(m_flow, &SignInFlow::browserRequested, this, &Session::browserRequested);
    onResult(m_flow, m_flow->run(m_credential), [this, flow = m_flow](const Result<Credential> &outcome) {
        if (flow == m_flow) // not stopped meanwhile
            settle(outcome);
    });
}

void Session::settle(const Result<Credential> &outcome)
{
    using enum Error::Kind;
    m_flow->disconnect(this);
    std::exchange(m_flow, nullptr)->deleteLater();
    if (outcome)
        keep(*outcome);
    else if (!m_credential || outcome.error().kind == Unauthorized || outcome.error().kind == Rejected
        || outcome.error().kind == Forbidden)
        forget();
    for (const Waiter &waiter : std::exchange(m_waiters, {})) {
        waiter.promise->addResult(outcome);
        waiter.promise->finish();
    }
}

void Session::keep(const Credential &credential)
{
    constexpr qint64 margin = 30;
    const QDateTime now = m_clock();
    m_credential = credential;
    m_isRefused = false;
    m_renewAt = {};
    // One that was pasted is used for as long as the server takes it: there is no other.
    if (credential.expiresAt.isValid() && !m_signIn.fixed)
        m_renewAt = credential.expiresAt.addMSecs(-std::min(margin * 1000, now.msecsTo(credential.expiresAt) / 2));
    setState(State::SignedIn);
}

void Session::forget()
{
    m_credential.reset();
    setState(State::SignedOut);
}

void Session::stop(const QString &asker)
{
    const Result<Credential> stopped = failure(Error::Kind::Stopped, tr("The request was stopped."));
    m_http.stop(asker);
    if (m_flow && asker == SignInFlow::asker())
        return settle(stopped);
    const auto others = std::stable_partition(
        m_waiters.begin(), m_waiters.end(), [&](const Waiter &waiter) { return waiter.asker != asker; });
    for (auto waiter = others; waiter != m_waiters.end(); ++waiter) {
        waiter->promise->addResult(stopped);
        waiter->promise->finish();
    }
    m_waiters.erase(others, m_waiters.end());
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}
