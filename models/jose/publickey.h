// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jose/jwks.h"

#include <QJsonObject>

// Makes the key of the public members of one JWK, whose type and curve are in `key` already. The error is of kind
// Protocol; its message is one sentence that calls the key by `name`.
Result<std::shared_ptr<evp_pkey_st>> readPublicKey(const Jwk &key, const QJsonObject &members, const QString &name);

bool isKnownCurve(const QString &type, const QString &curve); // of a key for signatures
