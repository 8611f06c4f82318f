// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// An access or refresh token as a server lists it, or what a server says of a token it was asked about.
struct Token {
    QString id{};
    QString type{}; // open set
    QString kind{}; // in a list of several kinds: see alltokens.h; ids are unique within one kind only
    QString name{}; // of an API token in such a list
    QString clientId{};
    QString clientName{};
    QString userId{};
    QString userName{}; // empty: a client's own token
    QDateTime issuedAt{};
    QDateTime expiresAt{}; // invalid: never
    QDateTime lastUsedAt{};
    QStringList scopes{};
    bool admin = false;
    Secret value{}; // where a server lists raw values, or this console got it
    QJsonObject raw{};
    bool operator==(const Token &) const = default;
};
Q_DECLARE_TYPEINFO(Token, Q_RELOCATABLE_TYPE);

// What a server says of a token it was asked about (RFC 7662 §2.2).
struct Introspected {
    bool active = false;
    Token facts{}; // as far as told; empty when inactive
};

template <>
const QList<Field<Token>> &fields<Token>();
