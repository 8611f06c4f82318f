// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/pastedtokens.h"

#include "tests/jose/signer.h"
#include "tests/jose/verified.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QTest>

using Outcome = Verification::Outcome;
using Reason = Verification::Reason;

static const QByteArrayList algorithms{
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "Ed448"};
static const QJsonObject claims{{u"iss"_s, u"https://as.example"_s}, {u"sub"_s, u"ann"_s}, {u"exp"_s, 1300819380}};

static Jwks keysOf(const QList<QJsonObject> &keys)
{
    return readJwks(publishedKeys(keys)).value();
}

static QByteArray withSignature(const QByteArray &token, const QByteArray &signature)
{
    return token.first(token.lastIndexOf('.') + 1) + base64Url(signature);
}

static QByteArray signatureOf(const QByteArray &token)
{
    return QByteArray::fromBase64(token.sliced(token.lastIndexOf('.') + 1), QByteArray::Base64UrlEncoding);
}

static QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

// Checking signatures of keys made here, and everything that must never be valid.
class tst_Verify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &algorithm : algorithms)
            if (const QByteArray kind = Signer::kindFor(algorithm); !m_signers.contains(kind)) {
                m_signers.insert(kind, Signer(kind, u"k-"_s + QString::fromLatin1(kind)));
                m_others.insert(kind, Signer(kind, u"k-"_s + QString::fromLatin1(kind)));
            }
    }

    void everyAlgorithm_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        for (const auto &algorithm : algorithms)
            QTest::newRow(algorithm.constData()) << algorithm;
    }
    void everyAlgorithm()
    {
        QFETCH(QByteArray, algorithm);
        const Signer signer = issuerFor(algorithm);
        const Jwks keys = keysOf({signer.publicJwk()});
        const QByteArray token = signer.token(algorithm, claims);

        const Verification right = verified(token, keys);
        QCOMPARE(right,
            (Verification{.outcome = Outcome::Valid,
                .reason = Reason::None,
                .algorithm = QString::fromLatin1(algorithm),
                .keyId = signer.keyId()}));

        const Jwks others = keysOf({(*m_others.constFind(Signer::kindFor(algorithm))).publicJwk()});
        QCOMPARE(verified(token, others).reason, Reason::Mismatch);
        QCOMPARE(verified(token, others).outcome, Outcome::Wrong);

        const QByteArray signature = signatureOf(token);
        for (const qsizetype at : {qsizetype(0), signature.size() / 2, signature.size() - 1})
            for (const int bit : {1, 128}) {
                QByteArray flipped = signature;
                flipped[at] = char(flipped[at] ^ bit);
                QCOMPARE(verified(withSignature(token, flipped), keys).outcome, Outcome::Wrong);
            }
        QCOMPARE(verified(withSignature(token, signature.chopped(1)), keys).outcome, Outcome::Wrong);
        QCOMPARE(verified(withSignature(token, signature + '\0'), keys).outcome, Outcome::Wrong);
        QCOMPARE(verified(withSignature(token, '\0' + signature), keys).outcome, Outcome::Wrong);
        QCOMPARE(verified(withSignature(token, QByteArray(signature.size(), '\0')), keys).outcome, Outcome::Wrong);
        QCOMPARE(verified(withSignature(token, {}), keys).reason, Reason::Unsigned);
    }

    void noAlgorithmTakesTheSignatureOfAnother_data() { everyAlgorithm_data(); }
    void noAlgorithmTakesTheSignatureOfAnother()
    {
        QFETCH(QByteArray, algorithm);
        QList<QJsonObject> published;
        for (const auto &signer : std::as_const(m_signers))
            published << signer.publicJwk();
        const Jwks keys = keysOf(published);
        const Signer signer = issuerFor(algorithm);
        for (const auto &other : algorithms) {
            // Signed as one thing, called another: over the very text that names the other.
            const QByteArray head = base64Url(compactJson({{u"alg"_s, QString::fromLatin1(other)}}));
            const QByteArray token = signer.signedText(algorithm, head + '.' + base64Url(compactJson(claims)));
            // "EdDSA" is either curve's.
            const bool isSame = other == algorithm || (algorithm == "EdDSA" && other == "Ed25519")
                || (algorithm.startsWith("Ed") && other == "EdDSA");
            QCOMPARE(verified(token, keys).outcome == Outcome::Valid, isSame);
        }
    }

    void anEcSignatureHasItsLengthAndForm()
    {
        const Signer signer = issuer("P-256");
        const Jwks keys = keysOf({signer.publicJwk()});
        const QByteArray token = signer.token("ES256", claims);
        const QByteArray signature = signatureOf(token);
        const QByteArray wider = QByteArray(1, '\0') + signature.first(32) + QByteArray(1, '\0') + signature.last(32);
        QCOMPARE(verified(withSignature(token, wider), keys).reason, Reason::BadLength);
        QCOMPARE(verified(withSignature(token, signature.first(63)), keys).reason, Reason::BadLength);
        // What OpenSSL itself would read.
        const QByteArray der = "\x30\x44\x02\x20" + signature.first(32) + "\x02\x20" + signature.last(32);
        QCOMPARE(verified(withSignature(token, der), keys).reason, Reason::BadLength);
        QCOMPARE(verified(withSignature(token, QByteArray(64, '\xff')), keys).reason, Reason::Mismatch);
    }

    void thePssSaltIsAsLongAsTheDigest()
    {
        Signer signer = issuer("RSA");
        for (const int length : {0, 20, 64}) {
            signer.saltLength = length;
            QCOMPARE(verified(signer.token("PS256", claims), keysOf({signer.publicJwk()})).reason, Reason::Mismatch);
        }
    }

    void aWeakKeyIsTold()
    {
        for (const size_t bits : {1024U, 2047U, 2048U}) {
            const Signer signer("RSA", u"w"_s, bits);
            const Verification verification = verified(signer.token("RS256", claims), keysOf({signer.publicJwk()}));
            QCOMPARE(verification.outcome, Outcome::Valid);
            QCOMPARE(verification.isWeak, bits < 2048);
            QCOMPARE(explanation(verification).contains(u"2048"_s), bits < 2048);
        }
    }

    void whatIsNeverValid_data()
    {
        QTest::addColumn<QByteArray>("algorithm"); // what the header says
        QTest::addColumn<QJsonObject>("header");
        QTest::addColumn<QJsonObject>("key");
        QTest::addColumn<Reason>("reason");
        const QString crit = u"crit"_s;
        for (const QByteArray none : {"none", "None", "NONE", "nOnE"})
            QTest::newRow(none.constData()) << none << QJsonObject() << QJsonObject() << Reason::Unsigned;
        for (const QByteArray hmac : {"HS256", "HS384", "HS512"})
            QTest::newRow(hmac.constData()) << hmac << QJsonObject() << QJsonObject() << Reason::SharedSecret;
        for (const QByteArray unknown : {"", "rs256", "RS256 ", "ES256K", "RS1", "dir"})
            QTest::newRow(unknown.constData()) << unknown << QJsonObject() << QJsonObject() << Reason::UnknownAlgorithm;
        const auto row = [](const char *name, const QJsonObject &header, const QJsonObject &key, Reason reason) {
            QTest::newRow(name) << "RS256"_qba << header << key << reason;
        };
        row("crit unknown", {{crit, QJsonArray{u"exp2"_s}}, {u"exp2"_s, 1}}, {}, Reason::CriticalHeader);
        row("crit b64", {{crit, QJsonArray{u"b64"_s}}, {u"b64"_s, true}}, {}, Reason::CriticalHeader);
        row("crit empty", {{crit, QJsonArray()}}, {}, Reason::CriticalHeader);
        row("crit no list", {{crit, u"exp"_s}}, {}, Reason::CriticalHeader);
        row("crit null", {{crit, QJsonValue::Null}}, {}, Reason::CriticalHeader);
        row("another key's name", {{u"kid"_s, u"k2"_s}}, {}, Reason::UnknownKey);
        row("for encryption", {}, {{u"use"_s, u"enc"_s}}, Reason::UnfitKey);
        row("for PS256", {}, {{u"alg"_s, u"PS256"_s}}, Reason::UnfitKey);
        row("to encrypt", {}, {{u"key_ops"_s, QJsonArray{u"encrypt"_s}}}, Reason::UnfitKey);
        row("to sign only", {}, {{u"key_ops"_s, QJsonArray{u"sign"_s}}}, Reason::UnfitKey);
        row("nameless and unfit", {{u"kid"_s, QString()}}, {{u"use"_s, u"enc"_s}}, Reason::NoKey);
    }
    void whatIsNeverValid()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(QJsonObject, header);
        QFETCH(QJsonObject, key);
        const Signer signer = issuer("RSA");
        QJsonObject jwk = signer.publicJwk();
        for (auto member = key.begin(); member != key.end(); ++member)
            jwk.insert(member.key(), *member);
        // The signature itself is right.
        header.insert(u"alg"_s, QString::fromLatin1(algorithm));
        if (!header.contains(u"kid"_s))
            header.insert(u"kid"_s, signer.keyId());
        const QByteArray token
            = signer.signedText("RS256", base64Url(compactJson(header)) + '.' + base64Url(compactJson(claims)));
        const Verification verification = verified(token, keysOf({jwk}));
        QVERIFY(verification.outcome != Outcome::Valid);
        QTEST(verification.reason, "reason");
        QVERIFY(explanation(verification).endsWith(u'.'));
    }

    // The published key as the secret of an HMAC (RFC 8725 §2.1).
    void aPublicKeyIsNoSecret()
    {
        const Signer signer = issuer("RSA");
        const QByteArray head = base64Url(R"({"alg":"HS256","kid":"k-RSA"})") + '.' + base64Url(compactJson(claims));
        for (const QByteArray &secret :
            {compactJson(signer.publicJwk()), signer.publicJwk().value(u"n"_s).toString().toLatin1()}) {
            const QByteArray token
                = head + '.' + base64Url(QMessageAuthenticationCode::hash(head, secret, QCryptographicHash::Sha256));
            const Verification verification = verified(token, keysOf({signer.publicJwk()}));
            QCOMPARE(verification.outcome, Outcome::NotCheckable);
            QCOMPARE(verification.reason, Reason::SharedSecret);
        }
    }

    void aKeyInTheHeaderIsNotBelieved()
    {
        const Signer attacker("RSA", u"k-RSA"_s);
        const QByteArray token = attacker.token(
            "RS256", claims, {{u"jwk"_s, attacker.publicJwk()}, {u"jku"_s, u"https://evil.example"_s}});
        QCOMPARE(verified(token, keysOf({issuer("RSA").publicJwk()})).reason, Reason::Mismatch);
        QCOMPARE(verified(token, {}).outcome, Outcome::NotCheckable);
    }

    void aHeaderWithTwoMeaningsIsNotBelieved()
    {
        const Signer signer = issuer("RSA");
        const QByteArray head = base64Url(R"({"alg":"none","alg":"RS256"})");
        const QByteArray token = signer.signedText("RS256", head + '.' + base64Url(compactJson(claims)));
        QCOMPARE(verified(token, keysOf({signer.publicJwk()})).reason, Reason::RepeatedHeader);
    }

    void withoutANameEveryKeyIsTried()
    {
        const Signer signer("P-256");
        const QByteArray token = signer.token("ES256", claims);
        const Jwks keys = keysOf({Signer("P-256", u"a"_s).publicJwk(), with(signer.publicJwk(), u"kid"_s, u"b"_s)});
        QCOMPARE(verified(token, keys).outcome, Outcome::Valid);
        QCOMPARE(verified(token, keys).keyId, u"b"_s);
        QCOMPARE(verified(token, {}).reason, Reason::NoKey);
    }

    void ofTwoKeysWithOneNameEitherWillDo()
    {
        const Signer old("P-256", u"same"_s);
        const Signer current("P-256", u"same"_s);
        const Jwks keys = keysOf({old.publicJwk(), current.publicJwk()});
        QCOMPARE(verified(old.token("ES256", claims), keys).outcome, Outcome::Valid);
        QCOMPARE(verified(current.token("ES256", claims), keys).outcome, Outcome::Valid);
    }

    void noMutationIsValid_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        for (const QByteArray algorithm : {"RS256", "PS256", "ES256", "ES512", "EdDSA"})
            QTest::newRow(algorithm.constData()) << algorithm;
    }
    void noMutationIsValid();

    void theErrorQueueStaysEmpty()
    {
        const Signer signer = issuer("RSA");
        ERR_clear_error();
        QCOMPARE(verified(withSignature(signer.token("RS256", claims), "x"), keysOf({signer.publicJwk()})).reason,
            Reason::Mismatch);
        QCOMPARE(readJwks(R"({"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"})")->keys.size(), 0);
        QCOMPARE(ERR_peek_error(), 0ul);
    }

private:
    Signer issuer(const QByteArray &kind) const { return *m_signers.constFind(kind); }
    Signer issuerFor(const QByteArray &algorithm) const { return issuer(Signer::kindFor(algorithm)); }

    QHash<QByteArray, Signer> m_signers;
    QHash<QByteArray, Signer> m_others; // of the same kinds and names
};

// A thousand each, the same ones every time.
void tst_Verify::noMutationIsValid()
{
    QFETCH(QByteArray, algorithm);
    const Signer signer = issuerFor(algorithm);
    const Jwks keys = keysOf({signer.publicJwk()});
    const QByteArray token = signer.token(algorithm, claims);
    QRandomGenerator random(4711);
    int readable = 0;
    for (int round = 0; round < 1000; ++round) {
        QByteArray mutated = token;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const int at = random.bounded(int(mutated.size()));
            const auto character
                = char(random.bounded(3) == 0 ? random.bounded(256) : "Aa0-_.=eyJ"[random.bounded(10)]);
            switch (random.bounded(4)) {
            case 0:
                mutated[at] = character;
                break;
            case 1:
                mutated.insert(at, character);
                break;
            case 2:
                mutated.remove(at, random.bounded(1, 4));
                break;
            default:
                mutated[at] = char(mutated[at] ^ (1 << random.bounded(8)));
            }
        }
        const auto jws = readJws(Secret::fromUtf8(mutated));
        readable += jws.has_value();
        // What stands around a token is no part of it.
        if (onlyTokenIn(Secret::fromUtf8(mutated)).revealUtf8() == token)
            continue;
        if (jws)
            QVERIFY2(verify(*jws, keys).outcome != Outcome::Valid, mutated.constData());
    }
    QVERIFY2(readable > 50, "Hardly anything got as far as the signature");
}

int tst_verify(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Verify>(argc, argv);
}
#include "tst_verify.moc"
