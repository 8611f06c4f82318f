// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/algorithm.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

const SignatureAlgorithm *findSignatureAlgorithm(const QString &name)
{
    static constexpr std::array algorithms{
        SignatureAlgorithm{.name = "RS256"_L1, .keyType = "RSA"_L1, .digest = "SHA256"},
        SignatureAlgorithm{.name = "RS384"_L1, .keyType = "RSA"_L1, .digest = "SHA384"},
        SignatureAlgorithm{.name = "RS512"_L1, .keyType = "RSA"_L1, .digest = "SHA512"},
        SignatureAlgorithm{.name = "PS256"_L1, .keyType = "RSA"_L1, .digest = "SHA256", .isPss = true},
        SignatureAlgorithm{.name = "PS384"_L1, .keyType = "RSA"_L1, .digest = "SHA384", .isPss = true},
        SignatureAlgorithm{.name = "PS512"_L1, .keyType = "RSA"_L1, .digest = "SHA512", .isPss = true},
        SignatureAlgorithm{
            .name = "ES256"_L1, .keyType = "EC"_L1, .curve = "P-256"_L1, .digest = "SHA256", .signatureSize = 64},
        SignatureAlgorithm{
            .name = "ES384"_L1, .keyType = "EC"_L1, .curve = "P-384"_L1, .digest = "SHA384", .signatureSize = 96},
        SignatureAlgorithm{
            .name = "ES512"_L1, .keyType = "EC"_L1, .curve = "P-521"_L1, .digest = "SHA512", .signatureSize = 132},
        SignatureAlgorithm{.name = "EdDSA"_L1, .keyType = "OKP"_L1},
        SignatureAlgorithm{.name = "Ed25519"_L1, .keyType = "OKP"_L1, .curve = "Ed25519"_L1, .signatureSize = 64},
        SignatureAlgorithm{.name = "Ed448"_L1, .keyType = "OKP"_L1, .curve = "Ed448"_L1, .signatureSize = 114},
    };
    const auto found = std::find_if(algorithms.begin(), algorithms.end(),
        [&](const SignatureAlgorithm &algorithm) { return algorithm.name == name; });
    return found == algorithms.end() ? nullptr : &*found;
}
