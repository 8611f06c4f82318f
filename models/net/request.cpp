// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/request.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QByteArray formEncoded(const QString &text)
{
    // RFC 3986 leaves '~' alone, the form encoding of HTML 4 does not.
    return QUrl::toPercentEncoding(text, {}, "~").replace("%20", "+");
}

static QString brokenJson()
{
    return QCoreApplication::translate("Response", "The server's answer is not valid JSON.");
}

QByteArray Response::header(const QByteArray &lowerCaseName) const
{
    const auto found = std::find_if(
        headers.begin(), headers.end(), [&](const Header &header) { return header.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

Result<QJsonValue> Response::json() const
{
    static const QByteArray byteOrderMark("\xEF\xBB\xBF");
    QByteArray text = (body.startsWith(byteOrderMark) ? body.mid(byteOrderMark.size()) : body).trimmed();
    if (text.isEmpty())
        return failure(Error::Kind::Protocol, QCoreApplication::translate("Response", "The server's answer is empty."));

    QJsonParseError error;
    if (text.startsWith('{') || text.startsWith('[')) {
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error == QJsonParseError::NoError)
            return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    } else {
        // QJsonDocument refuses a bare scalar, so it is read as the one element of an array.
        const QJsonArray elements = QJsonDocument::fromJson('[' + text + ']', &error).array();
        if (error.error == QJsonParseError::NoError && elements.size() == 1)
            return elements.first();
    }
    return failure(Error::Kind::Protocol, brokenJson(), error.errorString());
}

Result<QJsonObject> Response::object() const
{
    return json().and_then([](const QJsonValue &value) -> Result<QJsonObject> {
        if (!value.isObject())
            return failure(Error::Kind::Protocol,
                QCoreApplication::translate("Response", "The server's answer is not a JSON object."));
        return value.toObject();
    });
}

Result<QJsonArray> Response::array() const
{
    return json().and_then([](const QJsonValue &value) -> Result<QJsonArray> {
        if (!value.isArray())
            return failure(Error::Kind::Protocol,
                QCoreApplication::translate("Response", "The server's answer is not a JSON array."));
        return value.toArray();
    });
}

QString encodedPath(const QStringList &segments)
{
    QString path;
    for (const QString &segment : segments)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment));
    return path;
}

QUrlQuery encodedQuery(const FormFields &fields)
{
    QUrlQuery query;
    for (const auto &[name, value] : fields)
        query.addQueryItem(
            QString::fromLatin1(QUrl::toPercentEncoding(name)), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return query;
}

Request getRequest(const QString &path, const QUrlQuery &query)
{
    return {.verb = "GET", .path = path, .query = query, .effect = Effect::Read};
}

Request jsonRequest(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return {
        .verb = verb,
        .path = path,
        .contentType = "application/json",
        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
        .effect = Effect::Write,
    };
}

Request emptyRequest(const QByteArray &verb, const QString &path)
{
    return {.verb = verb, .path = path, .effect = Effect::Write};
}

Request formRequest(const QString &path, const FormFields &fields, Effect effect)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields)
        pairs += formEncoded(name) + '=' + formEncoded(value);
    return {
        .verb = "POST",
        .path = path,
        .contentType = "application/x-www-form-urlencoded",
        .body = pairs.join('&'),
        .effect = effect,
    };
}

Header basicAuthorization(const QString &id, const Secret &secret)
{
    const QByteArray pair = formEncoded(id) + ':' + formEncoded(secret.reveal());
    return {"Authorization", "Basic " + pair.toBase64()};
}

bool hasAuthorization(const Request &request)
{
    return std::any_of(request.headers.begin(), request.headers.end(),
        [](const Header &header) { return header.first.compare("authorization", Qt::CaseInsensitive) == 0; });
}
