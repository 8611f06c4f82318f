// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestredaction.h"

using namespace Qt::Literals::StringLiterals;

bool isForm(const Request &request)
{
    return request.contentType.startsWith("application/x-www-form-urlencoded");
}

static QString pathWithoutSecrets(const QString &path, const Replacement &replacement)
{
    return textWithoutSecrets(path, [&](const QString &name, const QString &value) {
        return replacement(name, QUrl::fromPercentEncoding(value.toUtf8()));
    });
}

static QUrl urlWithoutSecrets(QUrl url, const Replacement &replacement)
{
    if (url.isEmpty())
        return url;
    const QString path = url.path(QUrl::FullyEncoded);
    if (const QString rest = pathWithoutSecrets(path, replacement); rest != path)
        url.setPath(rest, QUrl::TolerantMode);
    if (url.hasQuery())
        url.setQuery(QString::fromUtf8(formWithoutSecrets(url.query(QUrl::FullyEncoded).toUtf8(), replacement)));
    return url;
}

Request withoutSecrets(const Request &request, const Replacement &replacement)
{
    Request rest = request;
    rest.path = pathWithoutSecrets(request.path, replacement);
    if (!request.query.isEmpty())
        rest.query = QUrlQuery(
            QString::fromUtf8(formWithoutSecrets(request.query.toString(QUrl::FullyEncoded).toUtf8(), replacement)));
    for (auto &[name, value] : rest.headers)
        value = headerWithoutSecrets(name, value, replacement);
    rest.absolute = urlWithoutSecrets(request.absolute, replacement);
    rest.body = isForm(request) ? formWithoutSecrets(request.body, replacement)
                                : jsonWithoutSecrets(request.body, replacement);
    rest.stream.reset();
    return rest;
}
