// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// A long-lived token of a user, made by an administrator; its value is shown once.
struct ApiToken {
    QString id{};
    QString name{};
    QString description{};
    QString userId{};
    QString userName{};
    bool enabled = true;
    QDateTime expiresAt{}; // invalid: never
    QDateTime createdAt{};
    QDateTime lastUsedAt{};
    Secret value{}; // only in the answer that made it; never kept
    QJsonObject raw{};
    bool operator==(const ApiToken &) const = default;
};
Q_DECLARE_TYPEINFO(ApiToken, Q_RELOCATABLE_TYPE);

template <>
const QList<Field<ApiToken>> &fields<ApiToken>();
