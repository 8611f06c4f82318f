// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QJsonObject>
#include <QStringList>

// What a token is by its looks.
enum class TokenForm {
    Opaque,
    Jws, // signed (RFC 7515), most often a JWT; it may still turn out to be damaged
    Jwe, // encrypted (RFC 7516): only its recipient can read it
};

// A JSON Web Signature in compact form, taken apart (RFC 7515 §7.1). Its parts together are the token and as secret as
// that: they are not logged, and not kept longer than needed.
struct Jws {
    QJsonObject header{};
    QStringList repeatedHeaders{}; // names the header gives more than once, which RFC 7515 §4 forbids
    QByteArray payload{}; // decoded
    QByteArray signingInput{}; // as it was signed: ASCII, both parts encoded
    QByteArray signature{}; // decoded; empty: unsigned

    QString algorithm() const { return header.value(QLatin1String("alg")).toString(); }
    QString keyId() const { return header.value(QLatin1String("kid")).toString(); }
};

// A JSON Web Token (RFC 7519): a JWS whose payload is an object of claims.
struct Jwt {
    Jws jws{};
    QJsonObject claims{};
    QStringList repeatedClaims{}; // names given more than once; `claims` holds the last of each
};

constexpr qsizetype longestToken = 1'048'576; // bytes; nothing longer is read

TokenForm formOf(const Secret &token);

// Both read one token as it was copied, with white space, quotes, "Bearer " or a URL around it (see pastedtokens.h).
// Nothing is verified: a token that can be read can still be anybody's work. The errors are of kind Protocol or
// TooLarge, say what exactly is wrong and never hold a part of the token.
Result<Jws> readJws(const Secret &pasted);
Result<Jwt> readJwt(const Secret &pasted);
