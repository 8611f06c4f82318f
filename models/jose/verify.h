// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jose/jwks.h"
#include "jose/jwt.h"

// What became of checking a signature, and why.
struct Verification {
    enum class Outcome { Valid, Wrong, NotCheckable };
    enum class Reason {
        None, // valid
        Mismatch, // wrong: the key says so
        Unsigned, // wrong: "alg" is "none", or there is an algorithm and no signature
        BadLength, // wrong: no signature of this algorithm is of that length
        UnfitKey, // wrong: the key it names is not for this algorithm
        SharedSecret, // not checkable: HS256 and its like need the client's secret
        UnknownAlgorithm, // not checkable: none of ours, or none named
        RepeatedHeader, // not checkable: readers would differ in what the header says
        CriticalHeader, // not checkable: it demands what is not understood here (RFC 7515 §4.1.11)
        UnknownKey, // not checkable: the set has no key of that name
        NoKey, // not checkable: no key in the set fits
        KeysUnavailable, // not checkable: set by who asked for the keys and got none
        ForeignIssuer, // not checkable: set by who knows that the keys are another issuer's
    };
    Outcome outcome = Outcome::NotCheckable;
    Reason reason = Reason::NoKey;
    QString algorithm{};
    QString keyId{}; // of the key that fits the signature when valid; else the one the token names
    bool isWeak = false; // valid, by an RSA key of less than 2048 bits (RFC 7518 §3.3 requires that many)
    bool operator==(const Verification &) const = default;
};

// Checks the signature and nothing else: not the times, not the issuer. Never valid: "none", a key of another type than
// the algorithm's, a key whose "alg", "use" or "key_ops" is against it, a header that demands more than we understand.
Verification verify(const Jws &jws, const Jwks &keys);

QString explanation(const Verification &verification); // one translated sentence
