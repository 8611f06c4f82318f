// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

inline QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

inline QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// An issuer's key, made when the test runs; it signs whatever it is told to, right or wrong.
class Signer {
public:
    // "RSA" with a number of bits, or "P-256", "P-384", "P-521", "Ed25519", "Ed448".
    explicit Signer(const QByteArray &kind, const QString &keyId = {}, size_t bits = 2048)
        : m_keyId(keyId)
        , m_kind(kind)
    {
        if (kind == "RSA")
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits), EVP_PKEY_free);
        else if (kind.startsWith("P-"))
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", kind.constData()), EVP_PKEY_free);
        else
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, kind.constData()), EVP_PKEY_free);
    }
    // The kind of key an algorithm needs.
    static QByteArray kindFor(const QByteArray &algorithm)
    {
        return algorithm == "ES256"      ? "P-256"
            : algorithm == "ES384"       ? "P-384"
            : algorithm == "ES512"       ? "P-521"
            : algorithm == "EdDSA"       ? "Ed25519"
            : algorithm.startsWith("Ed") ? algorithm
                                         : "RSA";
    }

    QString keyId() const { return m_keyId; }
    QJsonObject publicJwk() const
    {
        QJsonObject jwk;
        if (m_kind == "RSA") {
            jwk = {
                {u"kty"_s, u"RSA"_s}, {u"n"_s, number(OSSL_PKEY_PARAM_RSA_N)}, {u"e"_s, number(OSSL_PKEY_PARAM_RSA_E)}};
        } else if (m_kind.startsWith("P-")) {
            jwk = {{u"kty"_s, u"EC"_s}, {u"crv"_s, QString::fromLatin1(m_kind)},
                {u"x"_s, number(OSSL_PKEY_PARAM_EC_PUB_X)}, {u"y"_s, number(OSSL_PKEY_PARAM_EC_PUB_Y)}};
        } else {
            size_t size = 0;
            EVP_PKEY_get_raw_public_key(m_key.get(), nullptr, &size);
            QByteArray raw(qsizetype(size), '\0');
            EVP_PKEY_get_raw_public_key(m_key.get(), bytes(raw), &size);
            jwk = {{u"kty"_s, u"OKP"_s}, {u"crv"_s, QString::fromLatin1(m_kind)},
                {u"x"_s, QString::fromLatin1(base64Url(raw))}};
        }
        if (!m_keyId.isEmpty())
            jwk.insert(u"kid"_s, m_keyId);
        return jwk;
    }

    QByteArray token(const QByteArray &algorithm, const QJsonObject &claims, QJsonObject header = {}) const
    {
        header.insert(u"alg"_s, QString::fromLatin1(algorithm));
        if (!m_keyId.isEmpty() && !header.contains(u"kid"_s))
            header.insert(u"kid"_s, m_keyId);
        return signedText(algorithm, base64Url(compactJson(header)) + '.' + base64Url(compactJson(claims)));
    }
    QByteArray signedText(const QByteArray &algorithm, const QByteArray &text) const
    {
        return text + '.' + base64Url(signature(algorithm, text));
    }

    QByteArray signature(const QByteArray &algorithm, const QByteArray &text) const
    {
        const QByteArray digest = algorithm.startsWith("Ed") ? QByteArray() : "SHA" + algorithm.last(3);
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_PKEY_CTX *parameters = nullptr;
        EVP_DigestSignInit_ex(context.get(), &parameters, digest.isEmpty() ? nullptr : digest.constData(), nullptr,
            nullptr, m_key.get(), nullptr);
        if (algorithm.startsWith("PS")) {
            EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, saltLength.value_or(RSA_PSS_SALTLEN_DIGEST));
        }
        size_t size = 0;
        const auto *input = reinterpret_cast<const unsigned char *>(text.constData());
        EVP_DigestSign(context.get(), nullptr, &size, input, size_t(text.size()));
        QByteArray signature(qsizetype(size), '\0');
        EVP_DigestSign(context.get(), bytes(signature), &size, input, size_t(text.size()));
        signature.resize(qsizetype(size));
        return m_kind.startsWith("P-") ? rawOf(signature) : signature;
    }

    std::optional<int> saltLength{}; // of PSS; none: as RFC 7518 has it

private:
    static unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
    QString number(const char *name) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        const std::unique_ptr<BIGNUM, decltype(&BN_free)> owner(value, BN_free);
        const int size = m_kind == "RSA" ? BN_num_bytes(value) : (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
        QByteArray number(size, '\0');
        BN_bn2binpad(value, bytes(number), size);
        return QString::fromLatin1(base64Url(number));
    }
    QByteArray rawOf(const QByteArray &der) const
    {
        const auto *start = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
            d2i_ECDSA_SIG(nullptr, &start, long(der.size())), ECDSA_SIG_free);
        const int size = (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
        QByteArray raw(2 * size, '\0');
        BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), bytes(raw), size);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), bytes(raw) + size, size);
        return raw;
    }

    QString m_keyId;
    QByteArray m_kind;
    std::shared_ptr<EVP_PKEY> m_key;
};

// The key set an issuer of these keys would publish.
inline QByteArray publishedKeys(const QList<QJsonObject> &keys)
{
    QByteArrayList list;
    for (const auto &key : keys)
        list << compactJson(key);
    return R"({"keys":[)" + list.join(',') + "]}";
}
