// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// An access or refresh token as a server lists it, or what a server says of a token it was asked about.
struct Token {
    QString id{};
    QString type{}; // open set
    QString clientId{};
    QString clientName{};
    QString userId{};
    QString userName{}; // empty: a client's own token
    QDateTime issuedAt{};
    QDateTime expiresAt{}; // invalid: never
    QDateTime lastUsedAt{};
    bool admin = false;
    Secret value{}; // where a server lists raw values
    QJsonObject raw{};
    bool operator==(const Token &) const = default;
};

template <>
const QList<Field<Token>> &fields<Token>();
