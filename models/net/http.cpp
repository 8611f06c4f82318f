// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include "core/log.h"
#include "net/exchange.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Http::Http(HttpSettings settings, QObject *parent, Clock clock)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_clock(std::move(clock))
    , m_manager(makeNetworkManager(m_settings.proxy))
{
}

Http::~Http()
{
    qDeleteAll(m_exchanges);
}

// A line break in a pasted token would become a header of its own.
static bool areClean(const QList<Header> &headers)
{
    const auto isClean = [](const QByteArray &text) {
        return std::none_of(text.begin(), text.end(), [](char character) {
            return (character >= 0 && character < ' ' && character != '\t') || character == 0x7f;
        });
    };
    return std::all_of(headers.begin(), headers.end(),
        [&](const Header &header) { return isClean(header.first) && isClean(header.second); });
}

// RFC 3986 §5.2.4: servers resolve these to another resource, and QUrl knows no encoding for them.
static bool hasDotSegment(const QString &path)
{
    const QStringList segments = path.split(u'/');
    return segments.contains("."_L1) || segments.contains(".."_L1);
}

static bool isWebAddress(const QUrl &url)
{
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

// QUrlQuery leaves '+' alone, which servers read as a space.
static QString encodedQueryOf(const Request &request)
{
    return request.query.toString(QUrl::FullyEncoded).replace(u'+', "%2B"_L1);
}

Result<QUrl> Http::urlOf(const Request &request) const
{
    if (!isWebAddress(m_settings.base))
        return failure(Error::Kind::Network, tr("The server's address is not a complete http or https address."));
    if (!request.absolute.isEmpty())
        return absoluteUrlOf(request);
    QUrl url = m_settings.base;
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setUserInfo({});
    url.setFragment({});
    url.setPath(prefix + request.path, QUrl::StrictMode);
    // Asked before the query is set, which would make an address without its path valid again.
    if (!url.isValid() || hasDotSegment(url.path(QUrl::FullyEncoded)))
        return failure(
            Error::Kind::Rejected, tr("This name cannot be part of a web address, so nothing was sent."), request.path);
    url.setQuery(request.query.isEmpty() ? QString() : encodedQueryOf(request));
    return url;
}

Result<QUrl> Http::absoluteUrlOf(const Request &request) const
{
    QUrl url = request.absolute;
    const bool isDowngrade = m_settings.base.scheme() == "https"_L1 && url.scheme() != "https"_L1;
    if (!url.isValid() || !isWebAddress(url) || isDowngrade || !url.userInfo().isEmpty() || url.hasFragment()
        || hasDotSegment(url.path(QUrl::FullyEncoded)))
        return failure(Error::Kind::Rejected,
            tr("The server names an address that is not safe to use, so nothing was sent."),
            url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(200));
    // RFC 6749 §3.2: what the endpoint has of its own stays.
    if (!request.query.isEmpty())
        url.setQuery(
            url.hasQuery() ? url.query(QUrl::FullyEncoded) + u'&' + encodedQueryOf(request) : encodedQueryOf(request));
    return url;
}

Future<Response> Http::send(const Request &request)
{
    const Result<QUrl> url = urlOf(request);
    if (!url)
        return ready<Response>(tl::unexpected(url.error()));
    if (!areClean(request.headers + QList<Header>{{"Content-Type", request.contentType}}))
        return ready<Response>(
            failure(Error::Kind::Rejected, tr("The credential contains a line break, so nothing was sent.")));

    auto *exchange = new Exchange(m_manager, m_settings, request, *url, m_clock, this);
    m_exchanges.append(exchange);
    connect(exchange, &Exchange::finished, this,
        [this, exchange](const ExchangeSummary &summary) { conclude(exchange, summary); });
    return exchange->future();
}

void Http::dropConnections()
{
    m_manager = makeNetworkManager(m_settings.proxy);
}

void Http::stop(const QString &asker)
{
    // A copy: each one that ends removes itself.
    const QList<Exchange *> exchanges = m_exchanges;
    for (Exchange *exchange : exchanges) {
        if (exchange->asker() == asker)
            exchange->stop();
    }
}

void Http::conclude(Exchange *exchange, const ExchangeSummary &summary)
{
    m_exchanges.removeOne(exchange);
    exchange->deleteLater();
    // Its HTTP thread may still be busy with a flood, and would let every later exchange starve.
    if (exchange->wasAborted())
        dropConnections();
    if (const auto difference = exchange->clockDifference())
        m_clockDifference = difference;
    if (exchange->tlsFailure() || summary.status != 0)
        m_tlsFailure = exchange->tlsFailure();
    qCDebug(logNet).noquote() << summary.verb << summary.path << summary.status << summary.outcome
                              << summary.duration.count() << "ms";
    Q_EMIT exchanged(summary);
}
