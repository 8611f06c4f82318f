// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

#include <algorithm>

// Where one property of a record stands in a server's JSON: in the first of these members that tells it. A switch that
// is not told stays as it is in a new record; times are ISO 8601; durations are seconds, never negative.
template <typename T>
struct Member {
    QList<QByteArray> names{};
    std::variant<QString T::*, bool T::*, seconds T::*, QDateTime T::*, Secret T::*> where{};
};
template <typename T>
using Members = QList<Member<T>>;

// "2026-03-02T08:15:30.000Z" and the like; invalid when it is none.
inline QDateTime isoTimeIn(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

template <typename T>
bool tells(const QJsonValue &value, const Member<T> &member)
{
    const bool isText
        = std::holds_alternative<QString T::*>(member.where) || std::holds_alternative<Secret T::*>(member.where);
    return isText ? !value.toString().isEmpty() : !value.isUndefined() && !value.isNull();
}

// What no member tells is as in a new record; `raw` is the object without its secrets.
template <typename T>
T recordIn(const QJsonObject &json, const Members<T> &members)
{
    T record;
    record.raw = json;
    for (const Member<T> &member : members) {
        const auto told = std::find_if(member.names.begin(), member.names.end(),
            [&](const QByteArray &name) { return tells(json[QLatin1StringView(name)], member); });
        const QJsonValue value = told == member.names.end() ? QJsonValue() : json[QLatin1StringView(*told)];
        std::visit(
            [&](auto where) {
                using Value = std::decay_t<decltype(record.*where)>;
                if constexpr (std::is_same_v<Value, QString>)
                    record.*where = value.toString();
                else if constexpr (std::is_same_v<Value, bool>)
                    record.*where = value.toBool(record.*where);
                else if constexpr (std::is_same_v<Value, seconds>)
                    record.*where = seconds(std::max<qint64>(0, value.toInteger()));
                else if constexpr (std::is_same_v<Value, QDateTime>)
                    record.*where = isoTimeIn(value);
                else
                    record.*where = Secret(value.toString());
            },
            member.where);
        if (std::holds_alternative<Secret T::*>(member.where))
            for (const QByteArray &name : member.names)
                record.raw.remove(QLatin1StringView(name));
    }
    return record;
}
