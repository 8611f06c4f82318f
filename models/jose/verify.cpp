// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/verify.h"

#include "jose/algorithm.h"
#include "jose/openssl.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Outcome = Verification::Outcome;
using Reason = Verification::Reason;

namespace {

struct VerificationTexts {
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

constexpr int leastRsaBits = 2048;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

// JOSE writes r and s one after the other (RFC 7518 §3.4), OpenSSL reads them in DER.
QByteArray derOf(const QByteArray &signature)
{
    const int half = int(signature.size() / 2);
    openssl::Number r(BN_bin2bn(bytes(signature), half, nullptr));
    openssl::Number s(BN_bin2bn(bytes(signature) + half, half, nullptr));
    const openssl::EcSignature pair(ECDSA_SIG_new());
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // the pair's now
    (void)s.release();
    QByteArray der(std::max(0, i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    return i2d_ECDSA_SIG(pair.get(), &end) > 0 ? der : QByteArray();
}

bool isSignedBy(const Jwk &key, const SignatureAlgorithm &algorithm, const Jws &jws)
{
    const openssl::ErrorQueue errors;
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr; // the context's
    if (!context
        || EVP_DigestVerifyInit_ex(
               context.get(), &parameters, algorithm.digest, nullptr, nullptr, key.key.get(), nullptr)
            != 1)
        return false;
    // The salt is as long as the digest (RFC 7518 §3.5).
    if (algorithm.isPss
        && (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    const QByteArray signature = key.type == "EC"_L1 ? derOf(jws.signature) : jws.signature;
    return EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(jws.signingInput),
               size_t(jws.signingInput.size()))
        == 1;
}

bool isNone(const QString &algorithm)
{
    return algorithm.compare("none"_L1, Qt::CaseInsensitive) == 0;
}

// Why no key needs to be asked; None when one must.
Reason reasonOfHeader(const Jws &jws)
{
    const QString algorithm = jws.algorithm();
    if (isNone(algorithm))
        return Reason::Unsigned;
    if (!jws.repeatedHeaders.isEmpty())
        return Reason::RepeatedHeader;
    if (jws.header.contains("crit"_L1))
        return Reason::CriticalHeader;
    if (algorithm == "HS256"_L1 || algorithm == "HS384"_L1 || algorithm == "HS512"_L1)
        return Reason::SharedSecret;
    const auto *known = findSignatureAlgorithm(algorithm);
    if (!known)
        return Reason::UnknownAlgorithm;
    if (jws.signature.isEmpty())
        return Reason::Unsigned;
    return known->signatureSize != 0 && known->signatureSize != jws.signature.size() ? Reason::BadLength : Reason::None;
}

Outcome outcomeOf(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return Outcome::Valid;
    case Reason::Mismatch:
    case Reason::Unsigned:
    case Reason::BadLength:
    case Reason::UnfitKey:
        return Outcome::Wrong;
    default:
        return Outcome::NotCheckable;
    }
}

// The reason, and the key that fits when it is None.
std::pair<Reason, Jwk> tried(const Jws &jws, const Jwks &keys)
{
    const QList<Jwk> named = namedKeys(keys, jws.keyId());
    const auto &algorithm = *findSignatureAlgorithm(jws.algorithm());
    bool anyFits = false;
    for (const auto &key : named) {
        if (!fits(key, algorithm))
            continue;
        if (isSignedBy(key, algorithm, jws))
            return {Reason::None, key};
        anyFits = true;
    }
    if (anyFits)
        return {Reason::Mismatch, {}};
    const bool isNamed = !jws.keyId().isEmpty() && !named.isEmpty() && named.first().keyId == jws.keyId();
    return {isNamed ? Reason::UnfitKey : jws.keyId().isEmpty() ? Reason::NoKey : Reason::UnknownKey, {}};
}

}

Verification verify(const Jws &jws, const Jwks &keys)
{
    Verification verification{.reason = reasonOfHeader(jws), .algorithm = jws.algorithm(), .keyId = jws.keyId()};
    if (verification.reason == Reason::None) {
        const auto [reason, key] = tried(jws, keys);
        verification.reason = reason;
        if (reason == Reason::None) {
            verification.keyId = key.keyId;
            verification.isWeak = key.type == "RSA"_L1 && key.bits < leastRsaBits;
        }
    }
    verification.outcome = outcomeOf(verification.reason);
    return verification;
}

QString explanation(const Verification &verification)
{
    switch (verification.reason) {
    case Reason::None:
        return verification.isWeak
            ? VerificationTexts::tr("The signature is right, but the key is weak: less than 2048 bits.")
            : VerificationTexts::tr("The signature is right.");
    case Reason::Mismatch:
        return VerificationTexts::tr(
            "The signature does not fit: the token was changed, cut off, or signed with another key.");
    case Reason::Unsigned:
        return VerificationTexts::tr("The token carries no signature: anybody could have written it.");
    case Reason::BadLength:
        return VerificationTexts::tr("The signature has a length that no %1 signature has.")
            .arg(verification.algorithm);
    case Reason::UnfitKey:
        return VerificationTexts::tr("The key that the token names is not for %1 signatures.")
            .arg(verification.algorithm);
    case Reason::SharedSecret:
        return VerificationTexts::tr("Checking %1 needs the secret that issuer and client share.")
            .arg(verification.algorithm);
    case Reason::UnknownAlgorithm:
        return verification.algorithm.isEmpty()
            ? VerificationTexts::tr("The token does not say how it is signed.")
            : VerificationTexts::tr("The signature algorithm %1 is not known here.").arg(verification.algorithm);
    case Reason::RepeatedHeader:
        return VerificationTexts::tr("The header says something twice, so it can be read in two ways.");
    case Reason::CriticalHeader:
        return VerificationTexts::tr("The header demands an extension that is not known here.");
    case Reason::UnknownKey:
        return VerificationTexts::tr("The issuer has no key named %1.").arg(verification.keyId);
    case Reason::NoKey:
        return VerificationTexts::tr("There is no key to check the signature with.");
    case Reason::KeysUnavailable:
        return VerificationTexts::tr("The keys of the issuer could not be read.");
    case Reason::ForeignIssuer:
        return VerificationTexts::tr("The token is of another issuer, whose keys are not known here.");
    }
    return {};
}
