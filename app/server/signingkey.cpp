// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/signingkey.h"

#include "app/server/database.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::Literals::StringLiterals;

namespace server {

namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

static std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    // Qt takes padding and more; a token has one spelling only.
    const QByteArray bytes = QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
    return base64Url(bytes) == text ? std::optional(bytes) : std::nullopt;
}

static std::optional<QJsonObject> readPart(const QByteArray &part)
{
    const auto json = fromBase64Url(part);
    const QJsonDocument document = json ? QJsonDocument::fromJson(*json) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

static QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

static const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

static QByteArray derOf(EVP_PKEY *key)
{
    unsigned char *der = nullptr;
    const int size = i2d_PrivateKey(key, &der);
    QByteArray bytes(reinterpret_cast<const char *>(der), size > 0 ? size : 0);
    OPENSSL_clear_free(der, static_cast<std::size_t>(bytes.size()));
    return bytes;
}

static QString number(EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    QByteArray bytes(BN_num_bytes(value), Qt::Uninitialized);
    BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(value);
    return QString::fromLatin1(base64Url(bytes));
}

static QString thumbprint(EVP_PKEY *key)
{
    // QJsonObject orders its members as RFC 7638 §3.3 wants them.
    const QJsonObject required{{u"e"_s, number(key, OSSL_PKEY_PARAM_RSA_E)}, {u"kty"_s, u"RSA"_s},
        {u"n"_s, number(key, OSSL_PKEY_PARAM_RSA_N)}};
    return QString::fromLatin1(base64Url(QCryptographicHash::hash(jsonOf(required), QCryptographicHash::Sha256)));
}

static std::shared_ptr<EVP_PKEY> makeKey()
{
    std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), EVP_PKEY_free);
    if (!key)
        qFatal("OpenSSL cannot make an RSA key.");
    return key;
}

QByteArray newSigningKey()
{
    return derOf(makeKey().get());
}

static void makeTable(Database &database)
{
    database.change(u"CREATE TABLE IF NOT EXISTS signing_keys (name TEXT PRIMARY KEY, private_key BLOB NOT NULL)"_s);
}

void provideSigningKey(Database &database, const QString &name, const QByteArray &key)
{
    makeTable(database);
    database.change(u"INSERT OR IGNORE INTO signing_keys (name, private_key) VALUES (?, ?)"_s, {name, key});
}

static QByteArray readBytes(const QSqlQuery &query)
{
    return query.value(0).toByteArray();
}

SigningKey::SigningKey(Database &database, const QString &name, const QString &id)
    : m_database(database)
    , m_name(name)
    , m_id(id)
{
    makeTable(m_database);
}

bool SigningKey::load()
{
    if (m_key)
        return true;
    const auto der = m_database.one(u"SELECT private_key FROM signing_keys WHERE name = ?"_s, {m_name}, readBytes);
    if (!der)
        return false;
    const unsigned char *cursor = data(*der);
    m_key.reset(d2i_AutoPrivateKey(nullptr, &cursor, static_cast<long>(der->size())), EVP_PKEY_free);
    if (m_key && m_id.isEmpty())
        m_id = thumbprint(m_key.get());
    return m_key != nullptr;
}

void SigningKey::require()
{
    if (load())
        return;
    m_key = makeKey();
    m_database.change(
        u"INSERT OR REPLACE INTO signing_keys (name, private_key) VALUES (?, ?)"_s, {m_name, derOf(m_key.get())});
    if (m_id.isEmpty())
        m_id = thumbprint(m_key.get());
}

QByteArray SigningKey::sign(const QJsonObject &claims, const QJsonObject &extraHeader)
{
    QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"kid"_s, id()}, {u"typ"_s, u"JWT"_s}};
    for (auto member = extraHeader.begin(); member != extraHeader.end(); ++member)
        header[member.key()] = member.value();
    const QByteArray input = base64Url(jsonOf(header)) + '.' + base64Url(jsonOf(claims));
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get()));
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data(input),
               static_cast<std::size_t>(input.size()))
            != 1)
        qFatal("OpenSSL cannot sign.");
    return input + '.' + base64Url(signature);
}

std::optional<QJsonObject> SigningKey::verify(QByteArrayView jwt)
{
    const QList<QByteArray> parts = jwt.toByteArray().split('.');
    if (parts.size() != 3 || !load()) // where there is no key nothing was ever signed
        return std::nullopt;
    const auto header = readPart(parts[0]);
    const auto signature = fromBase64Url(parts[2]);
    if (!header || (*header)["alg"_L1] != "RS256"_L1 || (*header)["kid"_L1] != m_id || !signature)
        return std::nullopt;
    const QByteArray input = parts[0] + '.' + parts[1];
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1
        || EVP_DigestVerify(context.get(), data(*signature), static_cast<std::size_t>(signature->size()), data(input),
               static_cast<std::size_t>(input.size()))
            != 1)
        return std::nullopt;
    return readPart(parts[1]);
}

QString SigningKey::id()
{
    require();
    return m_id;
}

QJsonObject SigningKey::jwk()
{
    require();
    return {{u"kty"_s, u"RSA"_s}, {u"use"_s, u"sig"_s}, {u"alg"_s, u"RS256"_s}, {u"kid"_s, m_id},
        {u"n"_s, number(m_key.get(), OSSL_PKEY_PARAM_RSA_N)}, {u"e"_s, number(m_key.get(), OSSL_PKEY_PARAM_RSA_E)}};
}

}
