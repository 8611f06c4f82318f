// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// A person or account the server knows.
struct User {
    QString id{}; // what the server's paths name it by
    QString name{}; // what is typed at sign-in
    QString displayName{};
    QString email{};
    QStringList scopes{};
    bool enabled = true;
    Secret password{}; // only ever sent
    QDateTime createdAt{};
    QJsonObject raw{};
    bool operator==(const User &) const = default;
};
Q_DECLARE_TYPEINFO(User, Q_RELOCATABLE_TYPE);

template <>
const QList<Field<User>> &fields<User>();
