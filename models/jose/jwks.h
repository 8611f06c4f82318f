// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY
struct SignatureAlgorithm;

// The public half of a key for signatures (RFC 7517, RFC 7518 §6, RFC 8037).
struct Jwk {
    QString keyId{};
    QString type{}; // "RSA", "EC", "OKP"
    QString curve{}; // "P-256", "Ed25519"; empty for RSA
    QString algorithm{}; // the only one it is for; empty: any that fits the type
    QString use{}; // "sig", "enc"; empty: not said
    QStringList operations{}; // "key_ops"; empty: not said
    int bits = 0;
    std::shared_ptr<evp_pkey_st> key{}; // never null
};

// The keys of an issuer. What can be used is here, whatever else the set holds.
struct Jwks {
    QList<Jwk> keys{};
    QStringList remarks{}; // one translated sentence per key that is broken or should not be as it is
    int others = 0; // keys of kinds that check no signature here: symmetric ones, unknown curves
};

constexpr qsizetype longestJwks = 1'048'576; // bytes
constexpr int mostKeys = 100; // what comes after them is not read: each may cost a check per token

// Tolerant: a single key and a bare array are sets, too; unknown members and kinds are ignored. Private and symmetric
// parts are never read. The errors are Protocol (no key set) and TooLarge.
Result<Jwks> readJwks(const QByteArray &json);

// Whether the key may check this algorithm's signatures by its type, curve, "alg", "use" and "key_ops".
bool fits(const Jwk &key, const SignatureAlgorithm &algorithm);

// The keys a token may mean: those with its key ID; failing that, or when it names none, those it cannot tell apart.
QList<Jwk> namedKeys(const Jwks &set, const QString &keyId);
