// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/publickey.h"

#include "jose/base64url.h"
#include "jose/openssl.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using SharedKey = std::shared_ptr<evp_pkey_st>;

namespace {

struct PublicKeyTexts {
    Q_DECLARE_TR_FUNCTIONS(PublicKey)
};

struct Curve {
    QLatin1String type{};
    QLatin1String name{};
    const char *openssl = nullptr;
    qsizetype size = 0; // bytes of a coordinate, or of the whole key
};
constexpr std::array curves{
    Curve{"EC"_L1, "P-256"_L1, "prime256v1", 32},
    Curve{"EC"_L1, "P-384"_L1, "secp384r1", 48},
    Curve{"EC"_L1, "P-521"_L1, "secp521r1", 66},
    Curve{"OKP"_L1, "Ed25519"_L1, "ED25519", 32},
    Curve{"OKP"_L1, "Ed448"_L1, "ED448", 57},
};

const Curve *findCurve(const QString &type, const QString &name)
{
    const auto found = std::find_if(
        curves.begin(), curves.end(), [&](const Curve &curve) { return curve.type == type && curve.name == name; });
    return found == curves.end() ? nullptr : &*found;
}

tl::unexpected<Error> unusable(const QString &message)
{
    return failure(Error::Kind::Protocol, message);
}

// Some issuers pad; in a key that does no harm.
QByteArray bytesOf(const QJsonObject &members, QLatin1String name)
{
    QByteArray text = members.value(name).toString().toLatin1();
    while (text.endsWith('='))
        text.chop(1);
    return fromBase64Url(text).value_or(QByteArray());
}

// A coordinate in its full size, whatever zeros the issuer left out or added in front; empty when it is larger.
QByteArray sized(QByteArray bytes, qsizetype size)
{
    while (bytes.size() > size && bytes.front() == '\0')
        bytes.remove(0, 1);
    return bytes.isEmpty() || bytes.size() > size ? QByteArray() : bytes.rightJustified(size, '\0');
}

openssl::Number numberOf(const QByteArray &bytes)
{
    return openssl::Number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr));
}

SharedKey keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const openssl::Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return openssl::Key(key);
}

Result<SharedKey> readRsa(const QJsonObject &members, const QString &name)
{
    const QByteArray modulus = bytesOf(members, "n"_L1);
    const QByteArray exponent = bytesOf(members, "e"_L1);
    if (modulus.isEmpty() || exponent.isEmpty())
        return unusable(PublicKeyTexts::tr("The key %1 has no readable modulus and exponent.").arg(name));
    // An even number or an exponent of 1 makes no key, and OpenSSL would take it for one; nor does it use longer ones.
    const openssl::Number n = numberOf(modulus);
    const openssl::Number e = numberOf(exponent);
    const bool isSound = n && e && BN_is_odd(n.get()) && BN_is_odd(e.get()) && !BN_is_one(e.get())
        && BN_num_bits(n.get()) >= 512 && BN_num_bits(n.get()) <= OPENSSL_RSA_MAX_MODULUS_BITS
        && BN_num_bits(e.get()) <= OPENSSL_RSA_MAX_PUBEXP_BITS;
    const openssl::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    SharedKey key;
    if (isSound && builder && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1
        && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1)
        key = keyFrom("RSA", builder.get());
    if (!key)
        return unusable(PublicKeyTexts::tr("The numbers of the key %1 make no RSA key.").arg(name));
    return key;
}

Result<SharedKey> readEc(const Curve &curve, const QJsonObject &members, const QString &name)
{
    const QByteArray x = sized(bytesOf(members, "x"_L1), curve.size);
    const QByteArray y = sized(bytesOf(members, "y"_L1), curve.size);
    const QByteArray point = '\x04' + x + y; // uncompressed (SEC 1 §2.3.3)
    const openssl::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    SharedKey key;
    // OpenSSL refuses a point that is not on the curve.
    if (!x.isEmpty() && !y.isEmpty() && builder
        && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.openssl, 0) == 1
        && OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()))
            == 1)
        key = keyFrom("EC", builder.get());
    if (!key)
        return unusable(PublicKeyTexts::tr("The key %1 is not a point on its curve %2.").arg(name, curve.name));
    return key;
}

Result<SharedKey> readEdwards(const Curve &curve, const QJsonObject &members, const QString &name)
{
    const QByteArray x = bytesOf(members, "x"_L1);
    SharedKey key;
    if (x.size() == curve.size)
        key = openssl::Key(EVP_PKEY_new_raw_public_key_ex(
            nullptr, curve.openssl, nullptr, reinterpret_cast<const unsigned char *>(x.constData()), size_t(x.size())));
    if (!key)
        return unusable(PublicKeyTexts::tr("The key %1 is not a key of its curve %2.").arg(name, curve.name));
    return key;
}

}

bool isKnownCurve(const QString &type, const QString &curve)
{
    return findCurve(type, curve) != nullptr;
}

Result<SharedKey> readPublicKey(const Jwk &key, const QJsonObject &members, const QString &name)
{
    const openssl::ErrorQueue errors;
    if (key.type == "RSA"_L1)
        return readRsa(members, name);
    const Curve *curve = findCurve(key.type, key.curve);
    if (!curve)
        return unusable(PublicKeyTexts::tr("The key %1 is of an unknown kind.").arg(name));
    return key.type == "EC"_L1 ? readEc(*curve, members, name) : readEdwards(*curve, members, name);
}
