// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jose/verify.h"

inline Verification verified(const QByteArray &token, const Jwks &keys)
{
    const auto jws = readJws(Secret::fromUtf8(token));
    return jws ? verify(*jws, keys) : Verification{.reason = Verification::Reason::UnknownAlgorithm};
}
