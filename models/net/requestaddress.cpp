// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestaddress.h"

#include "net/http.h"

using namespace Qt::Literals::StringLiterals;

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

static Result<QUrl> absoluteAddressOf(const Request &request, const QUrl &base)
{
    QUrl url = request.absolute;
    const bool isDowngrade = base.scheme() == "https"_L1 && url.scheme() != "https"_L1;
    if (!url.isValid() || !isWebAddress(url) || isDowngrade || !url.userInfo().isEmpty() || url.hasFragment()
        || hasDotSegment(url.path(QUrl::FullyEncoded)))
        return failure(Error::Kind::Rejected,
            Http::tr("The server names an address that is not safe to use, so nothing was sent."),
            url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(200));
    // RFC 6749 §3.2: what the endpoint has of its own stays.
    if (!request.query.isEmpty())
        url.setQuery(
            url.hasQuery() ? url.query(QUrl::FullyEncoded) + u'&' + encodedQueryOf(request) : encodedQueryOf(request));
    return url;
}

Result<QUrl> addressOf(const Request &request, const QUrl &base)
{
    if (!isWebAddress(base))
        return failure(Error::Kind::Network, Http::tr("The server's address is not a complete http or https address."));
    if (!request.absolute.isEmpty())
        return absoluteAddressOf(request, base);
    QUrl url = base;
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setUserInfo({});
    url.setFragment({});
    url.setPath(prefix + request.path, QUrl::StrictMode);
    // Asked before the query is set, which would make an address without its path valid again.
    if (!url.isValid() || hasDotSegment(url.path(QUrl::FullyEncoded)))
        return failure(Error::Kind::Rejected,
            Http::tr("This name cannot be part of a web address, so nothing was sent."), request.path);
    url.setQuery(request.query.isEmpty() ? QString() : encodedQueryOf(request));
    return url;
}
