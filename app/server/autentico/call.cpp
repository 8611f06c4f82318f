// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/call.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

tl::unexpected<Refusal> badRequest(const QString &description)
{
    return refuse(400, "invalid_request", description);
}

tl::expected<QJsonObject, Refusal> readObject(const Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return badRequest(u"The body must be a JSON object."_s);
    return document.object();
}

QString timestamp(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODate);
}

Response plainText(int status, const QByteArray &text)
{
    return {.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = text};
}

Response wrapped(const QJsonValue &value, int status)
{
    return jsonResponse(status, QJsonObject{{u"data"_s, value}});
}

}
