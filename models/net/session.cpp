// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"

#include "net/signinflow.h"
#include "net/writelog.h"

#include <QCryptographicHash>

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

QDateTime Session::obtainedAt() const
{
    return m_credential ? m_obtainedAt : QDateTime();
}

std::optional<QStringList> Session::scopes() const
{
    return m_credential ? m_credential->scopes : std::nullopt;
}

QString Session::ownFingerprint() const
{
    // A fingerprint of a password would be something to try passwords against.
    return m_credential && m_signIn.isToken ? fingerprintOf(m_credential->access) : QString();
}

QString fingerprintOf(const Secret &token)
{
    constexpr int digits = 16;
    const QByteArray hash = QCryptographicHash::hash(token.revealUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(digits));
}

bool Session::isOwn(const Secret &secret) const
{
    return m_credential && !secret.isEmpty() && (secret == m_credential->access || secret == m_credential->refresh);
}

Future<> Session::signIn()
{
    if (m_isSuspended)
        return ready<void>(failure(Error::Kind::Unauthorized, tr("The window was locked, so you are signed out.")));
    m_hasLeft = false;
    return andThen(this, credential(SignInFlow::asker()), [](const Credential &) -> Result<> { return {}; });
}

Future<> Session::signInAgain()
{
    m_isRefused = m_credential.has_value();
    return signIn();
}

Future<Credential> Session::obtainFor(const SignIn &other)
{
    stopObtaining();
    m_otherSignIn = other;
    m_otherFlow = new SignInFlow(m_http, *m_otherSignIn, m_clock, this);
    connect(m_otherFlow, &SignInFlow::browserRequested, this, &Session::browserRequested);
    return m_otherFlow->run({});
}

void Session::stopObtaining()
{
    if (!m_otherFlow)
        return;
    m_otherFlow->stop();
    delete std::exchange(m_otherFlow, nullptr);
}

Future<> Session::signOut()
{
    stop(SignInFlow::asker());
    m_hasLeft = true;
    const std::optional<Credential> old = m_credential;
    forget();
    if (!old || !m_signIn.signOut)
        return ready(Result<>());
    return andThen(this, callAs(*old, SignInFlow::prepared(m_signIn.signOut(*old))),
        [](const Response &) -> Result<> { return {}; });
}

void Session::suspend()
{
    stop(SignInFlow::asker());
    stopObtaining();
    m_otherSignIn.reset();
    m_isSuspended = true;
    m_signIn = {};
    forget();
    m_http.forgetSecrets();
}

void Session::resume(SignIn signIn, HttpSettings http)
{
    m_signIn = std::move(signIn);
    m_http.setSettings(std::move(http));
    m_isSuspended = false;
}

Future<Response> Session::call(const Request &request)
{
    return recorded({.request = request});
}

Future<Response> Session::callAs(const Credential &credential, const Request &request)
{
    return recorded({.request = request, .credential = credential});
}

Future<Response> Session::recorded(const Call &call)
{
    if (const Result<> permission = permitted(call.request); !permission) {
        if (m_writeLog)
            m_writeLog->refuse(call.request, permission.error());
        return ready<Response>(tl::unexpected(permission.error()));
    }
    if (!m_writeLog || call.request.effect != Effect::Write)
        return attempt(call);
    return andThen(this, m_writeLog->begin(call.request), [=, this](qint64 number) {
        const auto answer = attempt(call);
        onResult(this, answer, [=, this](const Result<Response> &outcome) {
            m_writeLog->end(number, call.request, outcome);
        });
        return answer;
    });
}

static bool isWithin(const Credential &credential, const Request &request)
{
    return request.scope.isEmpty() || !credential.scopes || credential.scopes->contains(request.scope);
}

// As the server would put it (RFC 6750 §3.1).
static Error insufficientScope()
{
    return {.kind = Error::Kind::Forbidden,
        .message = Session::tr("The token was not granted the scope that this takes."),
        .code = u"insufficient_scope"_s};
}

Future<Response> Session::attempt(const Call &call)
{
    if (m_isSuspended && !call.credential)
        return ready<Response>(failure(Error::Kind::Unauthorized, tr("The window was locked, so you are signed out.")));
    // What was still going on when the person signed out must not sign in again behind their back.
    if (m_hasLeft && !call.credential)
        return ready<Response>(failure(Error::Kind::Unauthorized, tr("You have signed out.")));
    Request request = call.request;
    request.isOwn = !call.credential && !hasAuthorization(request);
    const bool isForItself = hasAuthorization(request) || (request.asClient && m_signIn.authenticateClient);
    if (call.credential || isForItself)
        return andThen(this, sendAs(call.credential.value_or(Credential()), request),
            [=, this](const Response &response) { return judged(call, response); });
    return andThen(this, credential(call.request.asker), [=, this](const Credential &used) -> Future<Response> {
        if (!isWithin(used, call.request))
            return ready<Response>(tl::unexpected(insufficientScope()));
        return andThen(this, sendAs(used, request), [=, this](const Response &response) -> Future<Response> {
            if (response.status != 401 || call.request.accepts.contains(401) || call.isRenewed)
                return judged(call, response);
            refused(used);
            if (m_signIn.fixed)
                return judged(call, response);
            // A refused request was not carried out, so that even a write may be sent again. Of a second refusal the
            // credential, brand new, is not the cause.
            Call again = call;
            again.isRenewed = true;
            return attempt(again);
        });
    });
}

Future<Response> Session::judged(const Call &call, const Response &response)
{
    constexpr int most = 3;
    const bool isRefusal = response.status >= 400 && response.status != 401;
    if (isRefusal && !call.request.accepts.contains(response.status) && m_signIn.alternative
        && call.alternatives < most) {
        if (std::optional<Request> other = m_signIn.alternative(call.request, response)) {
            Call again = call;
            ++again.alternatives;
            // It is the same call: whoever stops it finds it, and it does not pass for harmless because it looks so.
            other->asker = call.request.asker;
            if (call.request.effect == Effect::Write)
                other->effect = Effect::Write;
            again.request = *other;
            return attempt(again);
        }
    }
    return ready(accepted(response, m_signIn, call.request.accepts));
}

Future<Response> Session::sendAs(const Credential &credential, const Request &request)
{
    // Asked here, at the last moment: the connection may have become read-only while the call waited for a sign-in.
    if (const Result<> permission = permitted(request); !permission)
        return ready<Response>(tl::unexpected(permission.error()));
    return m_http.send(::authorized(request, m_signIn, credential));
}

Request Session::authorized(const Request &request) const
{
    return ::authorized(request, m_signIn, m_credential.value_or(Credential{.access = Secret(u"credential"_s)}));
}

Result<> Session::permitted(const Request &request) const
{
    if (isReadOnly() && request.effect == Effect::Write)
        return failure(Error::Kind::ReadOnly, tr("The connection is read-only, so nothing was sent."));
    return {};
}

Future<Credential> Session::credential(const QString &asker)
{
    if (isUsable())
        return ready(Result<Credential>(*m_credential));
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

void Session::settle(Result<Credential> outcome)
{
    using enum Error::Kind;
    // Where the server names none, they are those asked for, or still the same (RFC 6749 §5.1, §6).
    if (outcome && !outcome->scopes)
        outcome->scopes = m_credential ? m_credential->scopes : m_signIn.asked;
    m_flow->disconnect(this);
    m_flow->stop();
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
    m_http.hide({credential.access, credential.refresh, credential.idToken});
    m_obtainedAt = now;
    m_isRefused = false;
    m_renewAt = {};
    // One that was pasted is used for as long as the server takes it: there is no other.
    if (credential.expiresAt.isValid() && !m_signIn.fixed)
        m_renewAt = credential.expiresAt.addMSecs(-std::min(margin * 1000, now.msecsTo(credential.expiresAt) / 2));
    setState(State::SignedIn);
    if (!m_signIn.fixed)
        Q_EMIT credentialChanged();
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

#include "moc_session.cpp"
