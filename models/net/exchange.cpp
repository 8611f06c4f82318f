// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "net/bodystream.h"
#include "net/oncebody.h"
#include "net/tlserror.h"

#include <QLocale>
#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

static int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

static int inSeconds(std::chrono::milliseconds time)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

Exchange::Exchange(NetworkManager manager, const HttpSettings &settings, Request request, const QUrl &url,
    const KnownSecrets &secrets, Clock clock, QObject *parent)
    : QObject(parent)
    , m_manager(std::move(manager))
    , m_settings(settings)
    , m_request(std::move(request))
    , m_secrets(secrets)
    , m_clock(std::move(clock))
    , m_sentAt(m_clock())
{
    m_promise.start();
    m_deadline.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        abort(Error::Kind::Timeout,
            tr("The server did not answer within %n second(s).", nullptr, inSeconds(m_settings.deadline)));
    });
    connect(&m_silence, &QTimer::timeout, this, [this] {
        abort(Error::Kind::Timeout,
            tr("The server sent nothing for %n second(s).", nullptr, inSeconds(m_settings.silence)));
    });
    start(url);
}

Exchange::~Exchange()
{
    // At once and here: the HTTP thread speaks to the reply, so it must be gone before its manager changes threads.
    m_reply->disconnect(this);
    delete m_reply;
}

QNetworkRequest Exchange::networkRequest(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Debian's Qt 6.4.2 lacks the fixes of CVE-2023-51714 and CVE-2024-39936.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setSslConfiguration(m_settings.tls);
    // A cut or forged compressed body is not noticed, and a small one can become any size.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_request.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    // Unasked, because a write could not be sent a second time after the proxy's question. Where there is a tunnel, the
    // manager answers that question before the write, and this header would reach the server.
    if (url.scheme() == "http"_L1 && m_settings.proxy.mode == ProxySettings::Mode::Http
        && !m_settings.proxy.user.isEmpty())
        request.setRawHeader("Proxy-Authorization",
            "Basic " + (m_settings.proxy.user.toUtf8() + ':' + m_settings.proxy.password.revealUtf8()).toBase64());
    return request;
}

void Exchange::start(const QUrl &url)
{
    QNetworkRequest request = networkRequest(url);
    const bool isRepeatable
        = (m_request.verb == "GET" || m_request.verb == "HEAD") && m_request.effect != Effect::Write;
    m_elapsed.start();
    if (isRepeatable) {
        m_reply = m_manager->sendCustomRequest(request, m_request.verb);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_body = new OnceBody(m_request.body, this);
        m_reply = m_manager->sendCustomRequest(request, m_request.verb, m_body);
        m_body->setParent(m_reply);
    }
    if (m_request.stream)
        connect(m_request.stream.get(), &BodyStream::drained, this, &Exchange::receive);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::receive);
    connect(m_reply, &QNetworkReply::uploadProgress, &m_silence, qOverload<>(&QTimer::start));
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::judgeCertificate);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::conclude);
    connect(this, &Exchange::abortRequested, m_reply, &QNetworkReply::abort, Qt::QueuedConnection);
    m_deadline.start(m_settings.deadline);
    m_silence.start(m_settings.silence);
}

void Exchange::stop()
{
    abort(Error::Kind::Stopped, tr("The request was stopped."));
}

void Exchange::judgeCertificate(const QList<QSslError> &errors)
{
    m_tlsErrors = errors;
    if (isExcused(errors, m_reply->sslConfiguration().peerCertificate(), m_settings.pins))
        m_reply->ignoreSslErrors(errors);
}

void Exchange::takeHead()
{
    // RFC 9110 §5.6.7, always GMT. A long body may take minutes, so its end is too late to compare.
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(m_reply->rawHeader("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (date.isValid())
        m_clockDifference = std::chrono::seconds(QDateTime(date.date(), date.time(), Qt::UTC).secsTo(m_clock()));
    checkHeaders();
}

void Exchange::checkHeaders()
{
    if (m_aborted)
        return;
    m_silence.start();
    const QByteArray length = m_reply->rawHeader("Content-Length").trimmed();
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!length.isEmpty()) {
        bool isNumber = false;
        const qint64 size = length.toLongLong(&isNumber);
        // Two headers arrive here joined by a comma.
        if (!isNumber || size < 0 || length != QByteArray::number(size))
            return abort(Error::Kind::Protocol, tr("The server declares a length of its answer that is no length."));
        if (m_reply->hasRawHeader("Transfer-Encoding"))
            return abort(Error::Kind::Protocol, tr("The server declares the length of its answer in two ways."));
        if (size > limit())
            return abort(Error::Kind::TooLarge, tr("The server's answer is larger than the limit."));
    }
    if (!encoding.isEmpty() && encoding != "identity")
        return abort(Error::Kind::Protocol, tr("The server encoded its answer in a way that was not asked for."));
    if (isStreaming()) {
        // What is not read stays with the server, instead of piling up here. Not set before: the end of a 401's body
        // would be lost.
        constexpr qint64 most = 1 << 20;
        m_reply->setReadBufferSize(most);
        m_deadline.stop();
    }
}

bool Exchange::isStreaming() const
{
    const int status = statusOf(*m_reply);
    return m_request.stream && status >= 200 && status < 300;
}

qint64 Exchange::limit() const
{
    return isStreaming() ? m_settings.streamLimit : m_settings.bodyLimit;
}

void Exchange::receive()
{
    m_silence.start();
    if (m_aborted || !m_reply->isOpen())
        return;
    if (isStreaming())
        return receivePieces(m_reply->isFinished());
    m_received += m_reply->readAll();
    m_size = m_received.size();
    if (m_size > limit())
        abort(Error::Kind::TooLarge, tr("The server's answer is larger than the limit."));
}

// At the end everything is taken: what is left unread would be lost with the reply.
void Exchange::receivePieces(bool isEnd)
{
    constexpr qint64 most = 256 << 10;
    while (!m_aborted && (isEnd || !m_request.stream->isFull()) && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(most);
        m_size += piece.size();
        if (m_size > limit())
            return abort(
                {.kind = Error::Kind::TooLarge, .message = tr("The server's answer is larger than the limit.")});
        if (const Result<> taken = m_request.stream->take(piece); !taken)
            return abort(taken.error());
    }
    // It is not the server that is silent.
    if (m_request.stream->isFull())
        m_silence.stop();
}

void Exchange::abort(Error::Kind kind, const QString &message)
{
    if (m_reply && !m_reply->isFinished())
        abort({.kind = kind, .message = message});
}

void Exchange::abort(const Error &error)
{
    if (m_aborted)
        return;
    m_aborted = error;
    // Later, because aborting from within its own signals makes the reply report a second error.
    if (!m_reply->isFinished())
        Q_EMIT abortRequested();
}

void Exchange::conclude()
{
    m_deadline.stop();
    receive();
    m_silence.stop();
    const QString said = m_reply->errorString();
    if (!m_aborted && (m_reply->error() == QNetworkReply::SslHandshakeFailedError || refusesClient(said)))
        m_tlsFailure
            = tlsFailureOf(m_reply->url(), m_tlsErrors, m_reply->sslConfiguration().peerCertificateChain(), said);
    const Result<Response> result = outcome();
    m_promise.addResult(result);
    m_promise.finish();
    Q_EMIT finished(summary(result));
}

#include "moc_exchange.cpp"
