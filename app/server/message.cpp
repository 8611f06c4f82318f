// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/message.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server {

QByteArray Request::header(QByteArrayView lowerCaseName) const
{
    const auto found = std::find_if(
        headers.begin(), headers.end(), [&](const auto &header) { return header.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

bool Request::hasContentType(QByteArrayView type) const
{
    QByteArray value = header("content-type");
    if (const qsizetype semicolon = value.indexOf(';'); semicolon >= 0)
        value.truncate(semicolon);
    return value.trimmed().compare(type, Qt::CaseInsensitive) == 0;
}

bool readTarget(QByteArrayView target, Request &request)
{
    if (!target.startsWith('/'))
        return false;
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    auto query = Form::parse(question < 0 ? QByteArrayView() : target.sliced(question + 1));
    if (!query)
        return false;
    request.query = *std::move(query);
    request.path = path.toByteArray();
    request.segments.clear();
    const QList<QByteArray> parts = request.path.mid(1).split('/');
    for (const QByteArray &part : parts) {
        const auto segment = percentDecoded(part, false);
        if (!segment)
            return false;
        request.segments.append(*segment);
    }
    return true;
}

tl::unexpected<Refusal> refuse(int status, const QByteArray &code, const QString &description, const Headers &headers)
{
    return tl::unexpected(Refusal{.status = status, .code = code, .description = description, .headers = headers});
}

tl::expected<QJsonObject, Refusal> readJson(const Request &request)
{
    if (!request.hasContentType("application/json"))
        return refuse(400, "invalid_request", u"The body must be application/json."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return refuse(400, "invalid_request", u"The body must be a JSON object."_s);
    return document.object();
}

tl::expected<Form, Refusal> readForm(const Request &request)
{
    if (request.body.isEmpty())
        return Form();
    if (!request.hasContentType("application/x-www-form-urlencoded"))
        return refuse(400, "invalid_request", u"The body must be application/x-www-form-urlencoded."_s);
    auto form = Form::parse(request.body);
    if (!form)
        return refuse(400, "invalid_request", u"The form is malformed."_s);
    return *std::move(form);
}

QString bearerOf(const Request &request)
{
    const QByteArray value = request.header("authorization");
    if (value.left(7).compare("Bearer ", Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromUtf8(value.mid(7).trimmed());
}

Response jsonResponse(int status, const QByteArray &json)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = json};
}

Response jsonResponse(int status, const QJsonObject &object)
{
    return jsonResponse(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response errorResponse(const Refusal &refusal)
{
    Response response = jsonResponse(refusal.status,
        QJsonObject{{u"error"_s, QString::fromLatin1(refusal.code)}, {u"error_description"_s, refusal.description}});
    response.headers.insert(response.headers.end(), refusal.headers.begin(), refusal.headers.end());
    return response;
}

}
