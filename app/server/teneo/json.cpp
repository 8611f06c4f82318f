// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

QJsonValue timestamp(std::optional<qint64> milliseconds)
{
    if (!milliseconds)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

QJsonValue numberOrNull(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

void insertIfSet(QJsonObject &object, const QString &name, const QJsonValue &value)
{
    if (!value.isNull())
        object.insert(name, value);
}

void JsonList::append(const QJsonObject &object)
{
    if (m_json.size() > 1)
        m_json += ',';
    m_json += QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Response JsonList::response()
{
    return jsonResponse(200, std::exchange(m_json, "["_qba) + ']');
}

void Fields::complain(const QString &name, const QString &rule)
{
    if (!m_problem)
        m_problem = Refusal{.status = 400, .code = "invalid_request", .description = u"\"%1\" %2"_s.arg(name, rule)};
}

void Fields::text(const QString &name, QString &target, qsizetype longest)
{
    const QJsonValue value = m_object[name];
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isString() || value.toString().trimmed().isEmpty() || value.toString().size() > longest)
        return complain(name, u"must be a text of 1 to %1 characters."_s.arg(longest));
    target = value.toString();
}

void Fields::optionalText(const QString &name, QString &target)
{
    const QJsonValue value = m_object[name];
    if (value.isUndefined())
        return;
    if (value.isNull())
        target = QString();
    else if (value.isString())
        target = value.toString();
    else
        complain(name, u"must be a text."_s);
}

void Fields::flag(const QString &name, bool &target)
{
    const QJsonValue value = m_object[name];
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isBool())
        return complain(name, u"must be true or false."_s);
    target = value.toBool();
}

void Fields::seconds(const QString &name, std::optional<int> &target)
{
    const QJsonValue value = m_object[name];
    if (value.isUndefined())
        return;
    if (value.isNull()) {
        target.reset();
        return;
    }
    // toInt() answers the default for fractions and for what does not fit.
    const int seconds = value.toInt(0);
    if (seconds < 60)
        return complain(name, u"must be a whole number of seconds, 60 or more."_s);
    target = seconds;
}

void Fields::time(const QString &name, std::optional<qint64> &target)
{
    const QJsonValue value = m_object[name];
    if (value.isUndefined())
        return;
    if (value.isNull()) {
        target.reset();
        return;
    }
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return complain(name, u"must be an ISO 8601 time."_s);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    target = time.toMSecsSinceEpoch();
}

void Fields::fixed(const QString &name, const QString &current)
{
    const QJsonValue value = m_object[name];
    if (!value.isUndefined() && !value.isNull() && value != QJsonValue(current))
        complain(name, u"cannot be changed."_s);
}

}
