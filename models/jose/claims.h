// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

// What a token says of itself (RFC 7519 §4.1, RFC 9068 §2.2, OIDC Core §2), or an introspection answer of one
// (RFC 7662 §2.2). Times are in UTC; an invalid one was not given or cannot be read. Nothing here is proven.
struct Claims {
    QString id{}; // "jti"
    QString issuer{};
    QString subject{};
    QString clientId{}; // "client_id", else "azp"
    QStringList audience{};
    QStringList scopes{}; // "scope", else "scp": a text with spaces or an array
    QDateTime expiresAt{};
    QDateTime notBefore{};
    QDateTime issuedAt{};
    QDateTime authTime{};
    // Names of times that were given and make no sense: "never expires" would be the wrong reading of them.
    QStringList unreadable{};
    bool operator==(const Claims &) const = default;
};

// Tolerant: a time may be an integer, a fraction or a text of digits, a list may be a single text. A member of another
// type counts as missing; a time before 1970 or after 9999 as unreadable, which milliseconds are, too.
Claims readClaims(const QJsonObject &claims);
