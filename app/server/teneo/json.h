// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <QJsonArray>
#include <QJsonObject>

namespace server::teneo {

// `yyyy-MM-ddTHH:mm:ss.SSSZ`, or null.
QJsonValue timestamp(std::optional<qint64> milliseconds);
QJsonValue textOrNull(const QString &text); // a null string is null
QJsonValue numberOrNull(std::optional<int> number);
void insertIfSet(QJsonObject &object, const QString &name, const QJsonValue &value); // nulls are left out

// A JSON array written row by row, so that a long list never exists as a tree of values.
class JsonList {
public:
    void append(const QJsonObject &object);
    Response response();

private:
    QByteArray m_json = "[";
};

// Reads the members of a JSON object into variables and remembers the first one that is wrong. An absent member leaves
// its variable as it is.
class Fields {
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {
    }

    void text(const QString &name, QString &target, qsizetype longest); // not blank; null counts as absent
    void optionalText(const QString &name, QString &target); // null clears
    void flag(const QString &name, bool &target); // null counts as absent
    void seconds(const QString &name, std::optional<int> &target); // 60 or more; null clears
    void time(const QString &name, std::optional<qint64> &target); // ISO 8601, UTC without a zone; null clears
    void fixed(const QString &name, const QString &current); // may be named, but not changed

    const std::optional<Refusal> &problem() const { return m_problem; }

private:
    void complain(const QString &name, const QString &rule);

    const QJsonObject &m_object;
    std::optional<Refusal> m_problem;
};

}
