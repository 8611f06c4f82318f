// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/batchrevocation.h"

#include "app/server/random.h"
#include "app/server/wyn/pluginerror.h"
#include "core/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace server::wyn {

namespace {

struct Caller {
    bool isAdmin = false;
};

}

static Caller readCaller(const QSqlQuery &query)
{
    return {.isAdmin = query.value(0).toBool()};
}

static QString presentedToken(const Request &request)
{
    if (const QByteArray token = request.header("reference-token"); !token.isEmpty())
        return QString::fromUtf8(token);
    if (QString token = bearerOf(request); !token.isEmpty())
        return token;
    if (request.query.has(u"token"))
        qCInfo(logServer) << "A token came in the query, where logs and browsers keep it (RFC 6750 section 5.3).";
    return request.query.value(u"token");
}

static std::optional<Caller> findCaller(const Call &call)
{
    return call.database.one(uR"(SELECT u.administrator FROM wyn_tokens t JOIN wyn_users u ON u.name = t.user_name
        WHERE t.hash = ? AND t.expires_at > ?)"_s,
        {digest(presentedToken(call.request)), call.now}, readCaller);
}

// ISO 8601, UTC without a zone, midnight without a time.
static std::optional<qint64> readTime(const QString &text)
{
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
        return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime::fromString(text + u'Z', Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

static PluginError invalidArgument(const QString &message, const QString &context)
{
    return {.code = u"InvalidArgument"_s, .message = message, .context = context};
}

static tl::expected<QJsonObject, PluginError> readObject(const Request &request)
{
    PluginError error = invalidArgument(u"The request body is not a batch revocation request"_s, u"body"_s);
    PluginError cause{.code = u"UnsupportedMediaType"_s, .message = u"The content type is not application/json"_s};
    if (request.hasContentType("application/json")) {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
        if (document.isObject())
            return document.object();
        cause = {.code = u"MalformedJson"_s, .message = u"The body is not a JSON object"_s};
        if (problem.error != QJsonParseError::NoError)
            cause.extensions = QJsonObject{{u"offset"_s, problem.offset}};
    }
    error.innerError = toJson(cause);
    return tl::unexpected(error);
}

static tl::expected<qint64, PluginError> readCreationBefore(const Request &request)
{
    const auto object = readObject(request);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue value = object->value("creationBefore"_L1);
    if (value.isUndefined() || value.isNull())
        return tl::unexpected(invalidArgument(u"creationBefore is required"_s, u"creationBefore"_s));
    const auto time = readTime(value.toString());
    if (!time)
        return tl::unexpected(invalidArgument(u"creationBefore is not an ISO 8601 time"_s, u"creationBefore"_s));
    return *time;
}

Response revokeOlderTokens(const Call &call)
{
    const auto caller = findCaller(call);
    if (!caller)
        return {.status = 401, .headers = {{"WWW-Authenticate", "Bearer"}}};
    if (!caller->isAdmin)
        return {.status = 403};
    const auto before = readCreationBefore(call.request);
    if (!before)
        return pluginErrorResponse(400, before.error());
    const qint64 count = call.database.change(
        u"DELETE FROM wyn_tokens WHERE issued_at < ? AND expires_at > ? AND title IS NULL"_s, {*before, call.now});
    return jsonResponse(200, QJsonObject{{u"count"_s, count}});
}

}
