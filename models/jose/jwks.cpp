// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/jwks.h"

#include "jose/algorithm.h"
#include "jose/openssl.h"
#include "jose/publickey.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct JwksTexts {
    Q_DECLARE_TR_FUNCTIONS(Jwks)
};

Jwk readMembers(const QJsonObject &members)
{
    Jwk key{.keyId = members.value("kid"_L1).toString(),
        .type = members.value("kty"_L1).toString(),
        .curve = members.value("crv"_L1).toString(),
        .algorithm = members.value("alg"_L1).toString(),
        .use = members.value("use"_L1).toString()};
    const auto operations = members.value("key_ops"_L1).toArray();
    for (const auto &operation : operations)
        key.operations << operation.toString();
    return key;
}

bool isForSignatures(const Jwk &key)
{
    return key.type == "RSA"_L1 || isKnownCurve(key.type, key.curve);
}

void addKey(Jwks &set, const QJsonValue &value, int number)
{
    Jwk key = readMembers(value.toObject());
    const QString name = key.keyId.isEmpty() ? u"#%1"_s.arg(number) : key.keyId;
    if (!value.isObject() || key.type.isEmpty()) {
        set.remarks << JwksTexts::tr("The entry %1 is no key.").arg(name);
    } else if (!isForSignatures(key)) {
        ++set.others;
    } else if (auto made = readPublicKey(key, value.toObject(), name)) {
        key.key = *made;
        key.bits = EVP_PKEY_get_bits(key.key.get());
        if (value.toObject().contains("d"_L1))
            set.remarks << JwksTexts::tr("The key %1 is published with its private part: everybody can sign with it.")
                               .arg(name);
        set.keys << key;
    } else {
        set.remarks << made.error().message;
    }
}

std::optional<QJsonArray> keysIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    if (document.object().value("keys"_L1).isArray())
        return document.object().value("keys"_L1).toArray();
    if (document.object().contains("kty"_L1))
        return QJsonArray{document.object()};
    return std::nullopt;
}

}

Result<Jwks> readJwks(const QByteArray &json)
{
    if (json.size() > longestJwks)
        return failure(Error::Kind::TooLarge, JwksTexts::tr("A key set of more than 1 MB is not read."));
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Kind::Protocol, JwksTexts::tr("The key set is not JSON."), problem.errorString());
    const auto keys = keysIn(document);
    if (!keys)
        return failure(Error::Kind::Protocol, JwksTexts::tr("This is no key set: it has no list of keys."));
    Jwks set;
    const int count = int(std::min<qsizetype>(keys->size(), mostKeys));
    for (int i = 0; i < count; ++i)
        addKey(set, keys->at(i), i + 1);
    if (keys->size() > mostKeys)
        set.remarks << JwksTexts::tr("Only the first %n key(s) of the set were read.", nullptr, mostKeys);
    return set;
}

bool fits(const Jwk &key, const SignatureAlgorithm &algorithm)
{
    // RFC 9864 replaces "EdDSA" by the name of the curve; issuers use either for key and token.
    const bool isSame = key.algorithm == algorithm.name
        || (key.type == "OKP"_L1 && (key.algorithm == "EdDSA"_L1 || key.algorithm == key.curve));
    return key.type == algorithm.keyType && (algorithm.curve.isEmpty() || key.curve == algorithm.curve)
        && (key.algorithm.isEmpty() || isSame) && (key.use.isEmpty() || key.use == "sig"_L1)
        && (key.operations.isEmpty() || key.operations.contains("verify"_L1));
}

QList<Jwk> namedKeys(const Jwks &set, const QString &keyId)
{
    if (keyId.isEmpty())
        return set.keys;
    QList<Jwk> same;
    QList<Jwk> nameless;
    for (const auto &key : set.keys) {
        if (key.keyId == keyId)
            same << key;
        else if (key.keyId.isEmpty())
            nameless << key;
    }
    return same.isEmpty() ? nameless : same;
}
