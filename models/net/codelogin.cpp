// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/codelogin.h"

#include "net/randomtext.h"
#include "net/redaction.h"
#include "net/signinflow.h"

#include <QCryptographicHash>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static CodeAttempt freshAttempt()
{
    constexpr int size = 32; // bytes
    const QByteArray verifier = randomText(size);
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
    return {
        .state = Secret::fromUtf8(randomText(size)),
        .nonce = Secret::fromUtf8(randomText(size)),
        .verifier = Secret::fromUtf8(verifier),
        .challenge
        = QString::fromLatin1(challenge.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
    };
}

static bool isFitForBrowser(const QUrl &url, const QUrl &base)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    const bool isLocal = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isAsBase = base.scheme() == "http"_L1 && base.host() == url.host();
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && (isLocal || isAsBase));
}

// RFC 6749 §4.1.2.1 says which characters it has; what a stranger made of it is not repeated.
static QString cleanCode(const QString &code)
{
    constexpr qsizetype longest = 64;
    const bool isClean = std::all_of(code.begin(), code.end(), [](QChar character) {
        return character > u' ' && character < u'\x7f' && character != u'"' && character != u'\\';
    });
    return isClean && code.size() <= longest ? code : QString();
}

static Error refusal(const AuthorizationResponse &response)
{
    Error error{.detail = redacted(response.description.toUtf8(), 300), .code = cleanCode(response.error)};
    if (error.code == "access_denied"_L1) {
        error.kind = Error::Kind::Forbidden;
        error.message = CodeLogin::tr("The sign-in was refused in the browser.");
    } else if (error.code == "server_error"_L1 || error.code == "temporarily_unavailable"_L1) {
        error.kind = Error::Kind::Server;
        error.message = CodeLogin::tr("The server was not able to complete the sign-in.");
    } else {
        error.kind = Error::Kind::Rejected;
        error.message = error.code.isEmpty() ? CodeLogin::tr("The server refused the sign-in.")
                                             : CodeLogin::tr("The server refused the sign-in: %1").arg(error.code);
    }
    return error;
}

CodeLogin::CodeLogin(Http &http, const SignIn &signIn, Clock clock)
    : m_http(http)
    , m_signIn(signIn)
    , m_clock(std::move(clock))
    , m_attempt(freshAttempt())
    , m_receiver(m_attempt.state)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(signIn.code->patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_receiver.close();
        settle(failure(Error::Kind::Timeout, tr("The sign-in was not completed in the browser in time.")));
    });
    connect(&m_receiver, &LoopbackReceiver::received, this, &CodeLogin::take);
    m_promise.start();
}

Future<Credential> CodeLogin::run()
{
    const Result<QString> redirectUri = m_receiver.listen(m_signIn.code->redirectPath, m_signIn.code->redirectPort);
    if (!redirectUri) {
        settle(tl::unexpected(redirectUri.error()));
        return m_promise.future();
    }
    m_attempt.redirectUri = *redirectUri;
    const QUrl url = m_signIn.code->authorizationUrl(m_attempt);
    if (!isFitForBrowser(url, m_http.base())) {
        m_receiver.close();
        settle(failure(Error::Kind::Protocol, tr("The server gave no safe web address for signing in.")));
        return m_promise.future();
    }
    m_patience.start();
    const auto request = [this, url, expiresAt = m_clock().addMSecs(m_signIn.code->patience.count())] {
        if (m_patience.isActive())
            Q_EMIT browserRequested(url, expiresAt);
    };
    // Later, so that whoever is told may as well stop or delete all of this.
    QMetaObject::invokeMethod(this, request, Qt::QueuedConnection);
    return m_promise.future();
}

void CodeLogin::stop()
{
    m_patience.stop();
    m_receiver.disconnect(this);
    m_receiver.close();
    m_receiver.answer(failure(Error::Kind::Stopped, tr("It was stopped in Latchkey.")));
}

void CodeLogin::take(const AuthorizationResponse &response)
{
    m_patience.stop();
    if (const Result<> verdict = judged(response))
        exchange(response.code);
    else
        settle(tl::unexpected(verdict.error()));
}

// The issuer comes first: another server's refusal says as little about this sign-in as its code.
Result<> CodeLogin::judged(const AuthorizationResponse &response) const
{
    const QString &expected = m_signIn.code->issuer;
    const bool isForeign = response.issuer && !expected.isEmpty() && *response.issuer != expected;
    if (isForeign)
        return failure(Error::Kind::Protocol,
            tr("Another server than the expected one answered in the browser, so its answer was not used."),
            redacted(response.issuer->toUtf8(), 300));
    if (!response.issuer && m_signIn.code->isIssuerRequired)
        return failure(Error::Kind::Protocol,
            tr("The answer in the browser does not say which server it is from, so it was not used."));
    if (!response.error.isEmpty())
        return tl::unexpected(refusal(response));
    return {};
}

void CodeLogin::exchange(const Secret &code)
{
    const auto answered = andThen(this, m_http.send(SignInFlow::prepared(m_signIn.code->exchange(code, m_attempt))),
        [this](const Response &response) -> Result<Credential> {
            return accepted(response, m_signIn).and_then([this](const Response &answer) {
                return m_signIn.code->read(answer, m_attempt);
            });
        });
    onResult(this, answered, [this](const Result<Credential> &outcome) { settle(outcome); });
}

void CodeLogin::settle(const Result<Credential> &outcome)
{
    m_receiver.answer(outcome.map([](const Credential &) {}));
    m_promise.addResult(outcome);
    m_promise.finish();
}

#include "moc_codelogin.cpp"
