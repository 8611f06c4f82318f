// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/requesttext.h"

#include "net/redaction.h"

using namespace Qt::Literals::StringLiterals;

static QString addressOf(const Request &request, const QUrl &base)
{
    QUrl url = request.absolute.isValid() ? request.absolute : base;
    if (!request.absolute.isValid())
        url.setPath(base.path(QUrl::FullyEncoded) + request.path, QUrl::StrictMode);
    if (!request.query.isEmpty())
        url.setQuery(redacted(request.query.toString(QUrl::FullyEncoded).toUtf8()));
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

QString requestText(const Request &request, const QUrl &base)
{
    QStringList lines{QString::fromLatin1(request.verb) + u' ' + addressOf(request, base)};
    for (const auto &[name, value] : request.headers)
        lines << redacted(name + ": " + value);
    if (!request.contentType.isEmpty())
        lines << u"Content-Type: "_s + QString::fromLatin1(request.contentType);
    if (request.body.isEmpty())
        return lines.join(u'\n');
    lines << QString();
    const QString body = redacted(request.body);
    if (request.contentType.startsWith("application/x-www-form-urlencoded"))
        lines << body.split(u'&');
    else
        lines << body;
    return lines.join(u'\n');
}
