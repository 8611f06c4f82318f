// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/algorithm.h"
#include "jose/jwks.h"

#include "tests/jose/signer.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static QJsonObject with(QJsonObject jwk, const QJsonObject &members)
{
    for (auto member = members.begin(); member != members.end(); ++member)
        jwk.insert(member.key(), *member);
    return jwk;
}

static QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(base64Url(bytes));
}

static QByteArray bytesOf(const QJsonObject &jwk, const QString &member)
{
    return QByteArray::fromBase64(jwk.value(member).toString().toLatin1(), QByteArray::Base64UrlEncoding);
}

static QStringList idsOf(const QList<Jwk> &keys)
{
    QStringList ids;
    for (const auto &key : keys)
        ids << key.keyId;
    return ids;
}

// Reading key sets as issuers really publish them.
class tst_Jwks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsRead_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("curve");
        QTest::addColumn<int>("bits");
        QTest::newRow("RSA") << "RSA"_qba << u"RSA"_s << QString() << 2048;
        QTest::newRow("P-256") << "P-256"_qba << u"EC"_s << u"P-256"_s << 256;
        QTest::newRow("P-384") << "P-384"_qba << u"EC"_s << u"P-384"_s << 384;
        QTest::newRow("P-521") << "P-521"_qba << u"EC"_s << u"P-521"_s << 521;
        QTest::newRow("Ed25519") << "Ed25519"_qba << u"OKP"_s << u"Ed25519"_s << 256;
        QTest::newRow("Ed448") << "Ed448"_qba << u"OKP"_s << u"Ed448"_s << 456;
    }
    void everyKindIsRead()
    {
        QFETCH(QByteArray, kind);
        const Signer signer(kind, u"k1"_s);
        const auto members = with(signer.publicJwk(),
            {{u"use"_s, u"sig"_s}, {u"alg"_s, u"X"_s}, {u"key_ops"_s, QJsonArray{u"verify"_s}},
                {u"x5t"_s, u"ignored"_s}});
        const auto set = readJwks(publishedKeys({members}));
        QVERIFY(set);
        QCOMPARE(set->keys.size(), 1);
        const Jwk key = set->keys.first();
        QVERIFY(key.key);
        QCOMPARE(key.keyId, u"k1"_s);
        QTEST(key.type, "type");
        QTEST(key.curve, "curve");
        QTEST(key.bits, "bits");
        QCOMPARE(key.use, u"sig"_s);
        QCOMPARE(key.algorithm, u"X"_s);
        QCOMPARE(key.operations, QStringList{u"verify"_s});
        QVERIFY(set->remarks.isEmpty());
    }

    void badKeysAreNamedAndTheGoodStay_data()
    {
        QTest::addColumn<QJsonObject>("bad");
        const QJsonObject rsa = Signer("RSA", u"bad"_s).publicJwk();
        const QJsonObject ec = Signer("P-256", u"bad"_s).publicJwk();
        const QJsonObject okp = Signer("Ed25519", u"bad"_s).publicJwk();
        const QByteArray modulus = bytesOf(rsa, u"n"_s);
        QByteArray even = modulus;
        even.back() = char(even.back() & ~1);
        QTest::newRow("RSA without a modulus") << with(rsa, {{u"n"_s, u""_s}});
        QTest::newRow("RSA without an exponent") << with(rsa, {{u"e"_s, QJsonValue::Null}});
        QTest::newRow("RSA modulus not base64url") << with(rsa, {{u"n"_s, u"a b c"_s}});
        QTest::newRow("RSA modulus a number") << with(rsa, {{u"n"_s, 17}});
        QTest::newRow("RSA modulus even") << with(rsa, {{u"n"_s, text(even)}});
        QTest::newRow("RSA modulus tiny") << with(rsa, {{u"n"_s, text(modulus.last(16))}});
        QTest::newRow("RSA modulus of 16392 bits") << with(rsa, {{u"n"_s, text('\xff' + QByteArray(2048, '\xff'))}});
        QTest::newRow("RSA exponent 1") << with(rsa, {{u"e"_s, text("\x01")}});
        QTest::newRow("RSA exponent even") << with(rsa, {{u"e"_s, text("\x04")}});
        QTest::newRow("RSA exponent enormous") << with(rsa, {{u"e"_s, text(modulus)}});
        QTest::newRow("EC without y") << with(ec, {{u"y"_s, QJsonValue::Null}});
        QTest::newRow("EC beside the curve") << with(ec, {{u"y"_s, ec.value(u"x"_s)}});
        QTest::newRow("EC at zero") << with(
            ec, {{u"x"_s, text(QByteArray(32, '\0'))}, {u"y"_s, text(QByteArray(32, '\0'))}});
        QTest::newRow("EC on another curve") << with(ec, {{u"crv"_s, u"P-384"_s}});
        QTest::newRow("EC too long") << with(ec, {{u"x"_s, text('\x01' + bytesOf(ec, u"x"_s))}});
        QTest::newRow("OKP too short") << with(okp, {{u"x"_s, text(bytesOf(okp, u"x"_s).first(31))}});
        QTest::newRow("OKP of another curve") << with(okp, {{u"crv"_s, u"Ed448"_s}});
        QTest::newRow("no type") << QJsonObject{{u"kid"_s, u"bad"_s}};
    }
    void badKeysAreNamedAndTheGoodStay()
    {
        QFETCH(QJsonObject, bad);
        const Signer good("P-256", u"good"_s);
        const auto set = readJwks(publishedKeys({bad, good.publicJwk()}));
        QVERIFY(set);
        QCOMPARE(idsOf(set->keys), QStringList{u"good"_s});
        QCOMPARE(set->remarks.size(), 1);
        QVERIFY2(set->remarks.first().contains(u" bad "), qPrintable(set->remarks.first()));
    }

    void aNamelessKeyIsCalledByItsNumber()
    {
        const auto set = readJwks(R"({"keys":[{"kty":"RSA"},7,{"kty":"oct","k":"AAAA"}]})");
        QVERIFY(set);
        QCOMPARE(set->remarks.size(), 2);
        QVERIFY(set->remarks.at(0).contains(u"#1"_s));
        QVERIFY(set->remarks.at(1).contains(u"#2"_s));
        QCOMPARE(set->others, 1);
    }

    void otherKindsAreIgnored()
    {
        const auto set = readJwks(
            R"({"keys":[{"kty":"oct","k":"c2VjcmV0"},{"kty":"AKP","alg":"ML-DSA-44","pub":"AA"},)"
            R"({"kty":"OKP","crv":"X25519","x":"AA"},{"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"}],"next":1})");
        QVERIFY(set);
        QVERIFY(set->keys.isEmpty());
        QVERIFY(set->remarks.isEmpty());
        QCOMPARE(set->others, 4);
    }

    void zerosInFrontAndPaddingDoNoHarm()
    {
        const QJsonObject rsa = Signer("RSA", u"rsa"_s).publicJwk();
        const QJsonObject ec = Signer("P-256", u"ec"_s).publicJwk();
        const auto set = readJwks(publishedKeys({
            with(rsa, {{u"n"_s, text('\0' + bytesOf(rsa, u"n"_s))}, {u"e"_s, u"AQAB===="_s}}),
            with(ec, {{u"x"_s, text('\0' + bytesOf(ec, u"x"_s))}, {u"y"_s, ec.value(u"y"_s).toString() + u'='}}),
        }));
        QVERIFY(set);
        QCOMPARE(idsOf(set->keys), (QStringList{u"rsa"_s, u"ec"_s}));
        QCOMPARE(set->keys.first().bits, 2048);
    }

    void aPrivatePartIsToldAndNotKept()
    {
        const QJsonObject jwk = with(Signer("P-256", u"open"_s).publicJwk(), {{u"d"_s, u"c2VjcmV0"_s}});
        const auto set = readJwks(publishedKeys({jwk}));
        QVERIFY(set);
        QCOMPARE(idsOf(set->keys), QStringList{u"open"_s});
        BIGNUM *secret = nullptr;
        QCOMPARE(EVP_PKEY_get_bn_param(set->keys.first().key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &secret), 0);
        QCOMPARE(set->remarks.size(), 1);
        QVERIFY(set->remarks.first().contains(u" open "));
        QVERIFY(!set->remarks.first().contains(u"c2VjcmV0"));
    }

    void otherShapesAreSetsToo()
    {
        const QByteArray key = compactJson(Signer("Ed25519", u"k"_s).publicJwk());
        QCOMPARE(readJwks(key)->keys.size(), 1);
        QCOMPARE(readJwks('[' + key + ']')->keys.size(), 1);
        QCOMPARE(readJwks(R"({"keys":[]})")->keys.size(), 0);
    }

    void whatIsNoSetIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("nothing") << ""_qba << Error::Kind::Protocol;
        QTest::newRow("a page") << "<html></html>"_qba << Error::Kind::Protocol;
        QTest::newRow("another object") << R"({"issuer":"x"})"_qba << Error::Kind::Protocol;
        QTest::newRow("keys is an object") << R"({"keys":{}})"_qba << Error::Kind::Protocol;
        QTest::newRow("deep") << QByteArray(100'000, '[') << Error::Kind::Protocol;
        QTest::newRow("huge") << QByteArray(longestJwks + 1, ' ') << Error::Kind::TooLarge;
    }
    void whatIsNoSetIsSaid()
    {
        QFETCH(QByteArray, json);
        const auto set = readJwks(json);
        QVERIFY(!set);
        QTEST(set.error().kind, "kind");
        QVERIFY(set.error().message.endsWith(u'.'));
    }

    void aFloodOfKeysIsCut()
    {
        const QJsonObject jwk = Signer("Ed25519").publicJwk();
        QList<QJsonObject> keys;
        for (int i = 0; i < mostKeys + 5; ++i)
            keys << with(jwk, {{u"kid"_s, QString::number(i)}});
        const auto set = readJwks(publishedKeys(keys));
        QVERIFY(set);
        QCOMPARE(set->keys.size(), mostKeys);
        QCOMPARE(set->remarks.size(), 1);
    }

    void aKeyIsFoundByItsName()
    {
        const auto published = [](const QStringList &ids) {
            QList<QJsonObject> keys;
            for (const auto &id : ids)
                keys << Signer("Ed25519", id).publicJwk();
            return *readJwks(publishedKeys(keys));
        };
        const Jwks named = published({u"a"_s, u"b"_s, u"a"_s});
        QCOMPARE(idsOf(namedKeys(named, u"a"_s)), (QStringList{u"a"_s, u"a"_s}));
        QCOMPARE(idsOf(namedKeys(named, u"A"_s)), QStringList());
        QCOMPARE(namedKeys(named, {}).size(), 3);
        const Jwks mixed = published({u"a"_s, QString()});
        QCOMPARE(idsOf(namedKeys(mixed, u"a"_s)), QStringList{u"a"_s});
        QCOMPARE(idsOf(namedKeys(mixed, u"b"_s)), QStringList{QString()});
    }

    void aKeyFitsItsAlgorithms_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<QStringList>("algorithms");
        const QStringList rsa{u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s};
        QTest::newRow("RSA") << "RSA"_qba << QJsonObject() << rsa;
        QTest::newRow("RSA for one") << "RSA"_qba << QJsonObject{{u"alg"_s, u"PS256"_s}} << QStringList{u"PS256"_s};
        QTest::newRow("RSA for signatures") << "RSA"_qba << QJsonObject{{u"use"_s, u"sig"_s}} << rsa;
        QTest::newRow("RSA for encryption") << "RSA"_qba << QJsonObject{{u"use"_s, u"enc"_s}} << QStringList();
        QTest::newRow("RSA to verify") << "RSA"_qba << QJsonObject{{u"key_ops"_s, QJsonArray{u"sign"_s, u"verify"_s}}}
                                       << rsa;
        QTest::newRow("RSA to encrypt") << "RSA"_qba << QJsonObject{{u"key_ops"_s, QJsonArray{u"encrypt"_s}}}
                                        << QStringList();
        QTest::newRow("RSA for OAEP") << "RSA"_qba << QJsonObject{{u"alg"_s, u"RSA-OAEP"_s}} << QStringList();
        QTest::newRow("P-256") << "P-256"_qba << QJsonObject() << QStringList{u"ES256"_s};
        QTest::newRow("P-384") << "P-384"_qba << QJsonObject() << QStringList{u"ES384"_s};
        QTest::newRow("P-521") << "P-521"_qba << QJsonObject() << QStringList{u"ES512"_s};
        QTest::newRow("P-256 for ES512") << "P-256"_qba << QJsonObject{{u"alg"_s, u"ES512"_s}} << QStringList();
        QTest::newRow("Ed25519") << "Ed25519"_qba << QJsonObject() << QStringList{u"EdDSA"_s, u"Ed25519"_s};
        QTest::newRow("Ed25519 for EdDSA")
            << "Ed25519"_qba << QJsonObject{{u"alg"_s, u"EdDSA"_s}} << QStringList{u"EdDSA"_s, u"Ed25519"_s};
        QTest::newRow("Ed448 by name") << "Ed448"_qba << QJsonObject{{u"alg"_s, u"Ed448"_s}}
                                       << QStringList{u"EdDSA"_s, u"Ed448"_s};
    }
    void aKeyFitsItsAlgorithms()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QJsonObject, members);
        const auto set = readJwks(publishedKeys({with(Signer(kind).publicJwk(), members)}));
        QCOMPARE(set->keys.size(), 1);
        QStringList fitting;
        for (const auto &name : {u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s, u"ES256"_s,
                 u"ES384"_s, u"ES512"_s, u"EdDSA"_s, u"Ed25519"_s, u"Ed448"_s})
            if (fits(set->keys.first(), *findSignatureAlgorithm(name)))
                fitting << name;
        QTEST(fitting, "algorithms");
    }

    void anUnknownAlgorithmIsNone()
    {
        for (const auto &name : {u"none"_s, u"HS256"_s, u"ES256K"_s, u"rs256"_s, QString()})
            QVERIFY(!findSignatureAlgorithm(name));
    }
};

int tst_jwks(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Jwks>(argc, argv);
}
#include "tst_jwks.moc"
