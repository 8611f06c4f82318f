// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A signature algorithm with a public key (RFC 7518 §3, RFC 8037 §3.1, RFC 9864 §2.2).
struct SignatureAlgorithm {
    QLatin1String name{};
    QLatin1String keyType{}; // "kty"
    QLatin1String curve{}; // "crv"; empty: any
    const char *digest = nullptr; // as OpenSSL calls it; null: part of the algorithm
    bool isPss = false;
    int signatureSize = 0; // bytes; 0: as long as the key
};

const SignatureAlgorithm *findSignatureAlgorithm(const QString &name); // null: unknown here, or no public key is in it
