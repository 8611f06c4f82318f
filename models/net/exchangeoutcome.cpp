// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an Exchange: its decisions, apart from its conduct in exchange.cpp.
#include "net/exchange.h"

#include "net/oncebody.h"
#include "net/redaction.h"
#include "net/tlserror.h"

#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

static Error brokenOff()
{
    return {
        .kind = Error::Kind::Network,
        .message = Exchange::tr("The connection broke before the answer was complete."),
    };
}

// What the server said before it broke off still counts, if it was a refusal; a success counts only when complete.
Result<Response> Exchange::outcome() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_aborted)
        return failed(*m_aborted);
    if (status == 0)
        return transportFailure();
    if (status == 407 && m_settings.proxy.mode != ProxySettings::Mode::None)
        return proxyRefusal();
    if (status < 200 || status > 599)
        return failed({.kind = Error::Kind::Protocol,
            .message = tr("The server answered with the status %1, which HTTP does not have.").arg(status),
            .status = status});
    // Before ContentReSendError, which QNetworkAccessManager also reports for a 307 that it would have to repeat.
    if (status < 400 && status >= 300) {
        const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"));
        return tl::unexpected(Error{
            .kind = Error::Kind::Redirect,
            .message
            = tr("The server wants the request to go elsewhere, which is not done. Check the server's address."),
            .detail = target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(200),
            .status = status,
        });
    }
    if (status >= 400)
        return response();
    if (error != QNetworkReply::NoError)
        return transportFailure();

    // After a reset QNetworkAccessManager now and then reports no error.
    const QByteArray length = m_reply->rawHeader("Content-Length").trimmed();
    const bool hasBody = status != 204 && m_request.verb != "HEAD";
    if (hasBody && !length.isEmpty() && length.toLongLong() != m_size)
        return failed(brokenOff());
    return response();
}

Result<Response> Exchange::transportFailure() const
{
    // QNetworkReply::errorString() is of no use here: once there is a status it quotes the whole URL.
    const bool isForwarded = m_reply->url().scheme() == "http"_L1 && m_settings.proxy.mode == ProxySettings::Mode::Http;
    if (m_tlsFailure)
        return tl::unexpected(tlsError(*m_tlsFailure));
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return failure(Error::Kind::Network,
            isForwarded ? tr("The proxy refused the connection.")
                        : tr("The server at %1 refused the connection.").arg(m_reply->url().authority()));
    case QNetworkReply::HostNotFoundError:
        return failure(Error::Kind::Network,
            isForwarded ? tr("The name of the proxy is not known.")
                        : tr("The server name %1 is not known.").arg(m_reply->url().host()));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxyRefusal();
    default:
        return failed(m_reply->error() == QNetworkReply::UnknownNetworkError ? notConnected() : brokenOff());
    }
}

Result<Response> Exchange::proxyRefusal() const
{
    return failure(Error::Kind::Network, tr("The proxy does not accept the user name and the password."));
}

// What has no code of its own: a network that is down, and all that SOCKS and a tunnel complain of.
Error Exchange::notConnected() const
{
    return {
        .kind = Error::Kind::Network,
        .message = m_settings.proxy.mode == ProxySettings::Mode::None
            ? tr("No connection to the server could be made.")
            : tr("The proxy made no connection to the server."),
        .detail = redacted(m_reply->errorString().toUtf8(), 300),
    };
}

tl::unexpected<Error> Exchange::failed(const Error &error) const
{
    if (m_request.effect != Effect::Write || !mayHaveArrived())
        return tl::unexpected(error);
    return tl::unexpected(Error{
        .kind = Error::Kind::Unknown,
        .message = tr("The change was sent, but no complete answer came: it may or may not have been made."),
        .detail = error.message,
        .status = error.status,
    });
}

// A server that was not given the first byte of a body cannot have acted on it. Of an empty one nothing is known.
bool Exchange::mayHaveArrived() const
{
    return !m_body || m_request.body.isEmpty() || m_body->taken() > 0;
}

Response Exchange::response() const
{
    Response response{
        .status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .body = m_received,
        .receivedAt = m_clock(),
        .duration = std::chrono::milliseconds(m_elapsed.elapsed()),
    };
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.append({name.toLower(), value});
    return response;
}

ExchangeSummary Exchange::summary(const Result<Response> &result) const
{
    Response answer = response();
    if (m_aborted)
        answer.body.clear(); // what came of it was for nobody
    ExchangeSummary summary = summaryOf(m_request, m_settings.base, answer, m_secrets);
    summary.outcome = result ? QString() : result.error().message;
    summary.size = m_size;
    summary.sentAt = m_sentAt;
    return summary;
}
