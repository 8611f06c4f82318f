// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/errorbody.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// What the server itself said of the refusal.
struct Statement {
    QString code{};
    QString text{};
};

}

static Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 409:
    case 412:
        return Error::Kind::Conflict;
    default:
        return status >= 500 ? Error::Kind::Server : status >= 400 ? Error::Kind::Rejected : Error::Kind::Protocol;
    }
}

static QString scalar(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

// code and message, in Wyn's API with the real cause in a chain of inner errors.
static Statement fromCodeAndMessage(const QJsonObject &object, int depth = 0)
{
    constexpr int deepest = 8;
    Statement statement{.code = scalar(object["code"_L1]), .text = object["message"_L1].toString()};
    if (depth < deepest && object["innerError"_L1].isObject()) {
        const Statement inner = fromCodeAndMessage(object["innerError"_L1].toObject(), depth + 1);
        if (statement.code.isEmpty())
            statement.code = inner.code;
        if (statement.text.isEmpty())
            statement.text = inner.text;
    }
    return statement;
}

static Statement fromObject(const QJsonObject &object)
{
    const auto firstText = [&](std::initializer_list<QLatin1StringView> members) {
        for (const QLatin1StringView member : members) {
            if (QString text = object[member].toString(); !text.isEmpty())
                return text;
        }
        return QString();
    };
    if (object["error"_L1].isString())
        return {.code = object["error"_L1].toString(),
            .text = firstText({"error_description"_L1, "errorMessage"_L1, "message"_L1})};
    if (object["error"_L1].isObject())
        return fromCodeAndMessage(object["error"_L1].toObject());
    if (object.contains("code"_L1) || object["innerError"_L1].isObject())
        return fromCodeAndMessage(object);
    return {.text = firstText({"errorMessage"_L1, "message"_L1, "status"_L1})};
}

static Statement statementOf(const Response &response)
{
    if (const auto value = response.json()) {
        if (value->isObject())
            return fromObject(value->toObject());
        return {.text = value->toString()};
    }
    // A page meant for a browser says nothing to the person here.
    const bool isMarkup = response.header("content-type").contains("html") || response.body.trimmed().startsWith('<');
    return {.text = isMarkup ? QString() : QString::fromUtf8(response.body)};
}

static QString sentence(Error::Kind kind, int status)
{
    using enum Error::Kind;
    switch (kind) {
    case Unauthorized:
        return QCoreApplication::translate("ServerError", "The server does not accept the sign-in.");
    case Forbidden:
        return QCoreApplication::translate("ServerError", "The server does not allow this.");
    case NotFound:
        return QCoreApplication::translate("ServerError", "The server does not have what was asked for.");
    case Conflict:
        return QCoreApplication::translate("ServerError", "The request conflicts with what the server has.");
    case Rejected:
        return QCoreApplication::translate("ServerError", "The server refused the request with status %1.").arg(status);
    case Server:
        return QCoreApplication::translate("ServerError", "The server failed with status %1.").arg(status);
    default:
        return QCoreApplication::translate("ServerError", "The server answered with the unexpected status %1.")
            .arg(status);
    }
}

static QString sentence(Error::Kind kind, const QString &said)
{
    using enum Error::Kind;
    switch (kind) {
    case Unauthorized:
        return QCoreApplication::translate("ServerError", "The server does not accept the sign-in: %1").arg(said);
    case Forbidden:
        return QCoreApplication::translate("ServerError", "The server does not allow this: %1").arg(said);
    case NotFound:
        return QCoreApplication::translate("ServerError", "The server does not have what was asked for: %1").arg(said);
    case Conflict:
        return QCoreApplication::translate("ServerError", "The request conflicts with what the server has: %1")
            .arg(said);
    case Server:
        return QCoreApplication::translate("ServerError", "The server failed: %1").arg(said);
    default:
        return QCoreApplication::translate("ServerError", "The server refused the request: %1").arg(said);
    }
}

Error errorFrom(const Response &response)
{
    constexpr qsizetype longestQuote = 300;
    const Statement statement = statementOf(response);
    const Error::Kind kind = kindOf(response.status);
    const QString said
        = redacted((statement.text.trimmed().isEmpty() ? statement.code : statement.text).toUtf8(), longestQuote)
              .simplified();
    return {
        .kind = kind,
        .message = said.isEmpty() ? sentence(kind, response.status) : sentence(kind, said),
        .detail = redacted(response.body),
        .code = statement.code,
        .status = response.status,
    };
}

static QDateTime httpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return date.isValid() ? QDateTime(date.date(), date.time(), Qt::UTC) : QDateTime();
}

std::optional<std::chrono::seconds> retryAfter(const Response &response)
{
    constexpr qint64 day = qint64(24) * 60 * 60;
    const QByteArray value = response.header("retry-after").trimmed();
    bool isNumber = false;
    qint64 delay = value.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(value);
        if (!until.isValid())
            return {};
        // By the server's own clock, which need not be ours.
        const QDateTime now = httpDate(response.header("date"));
        delay = (now.isValid() ? now : response.receivedAt).secsTo(until);
    }
    return std::chrono::seconds(std::clamp<qint64>(delay, 0, day));
}
