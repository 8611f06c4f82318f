// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// A scope the server can grant (RFC 6749 §3.3).
struct Scope {
    QString id{}; // the scope token itself
    QString displayName{};
    QString description{};
    bool passwordRequired = false;
    QJsonObject raw{};
    bool operator==(const Scope &) const = default;
};
Q_DECLARE_TYPEINFO(Scope, Q_RELOCATABLE_TYPE);

template <>
const QList<Field<Scope>> &fields<Scope>();
