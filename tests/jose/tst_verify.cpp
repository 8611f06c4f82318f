// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/pastedtokens.h"
#include "jose/verify.h"

#include "tests/jose/signer.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QProcess>
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

static Verification verified(const QByteArray &token, const Jwks &keys)
{
    const auto jws = readJws(Secret::fromUtf8(token));
    return jws ? verify(*jws, keys) : Verification{.reason = Reason::UnknownAlgorithm};
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

// Checking signatures: against the examples of the standards, keys made here, and everything that must never be valid.
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

    void theExamplesOfTheStandardsAreValid_data();
    void theExamplesOfTheStandardsAreValid()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, jwk);
        const Jwks keys = *readJwks(jwk);
        QCOMPARE(keys.keys.size(), 1);
        QCOMPARE(verified(token, keys).outcome, Outcome::Valid);
        QVERIFY(!verified(token, keys).isWeak);
        // The signing input in another order of bytes is another text.
        QByteArray changed = token;
        changed[token.indexOf('.') + 2] = token[token.indexOf('.') + 2] == 'A' ? 'B' : 'A';
        QCOMPARE(verified(changed, keys).reason, Reason::Mismatch);
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
        for (const size_t bits : {1024, 2047, 2048}) {
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

    void tokensOfAnotherImplementationAreValid();

private:
    Signer issuer(const QByteArray &kind) const { return *m_signers.constFind(kind); }
    Signer issuerFor(const QByteArray &algorithm) const { return issuer(Signer::kindFor(algorithm)); }

    QHash<QByteArray, Signer> m_signers;
    QHash<QByteArray, Signer> m_others; // of the same kinds and names
};

void tst_Verify::theExamplesOfTheStandardsAreValid_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("jwk");
    const QByteArray joe
        = ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";
    QTest::newRow("RFC 7515 A.2, RS256")
        << "eyJhbGciOiJSUzI1NiJ9" + joe
            + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
              "O8W2Fp5jujGbds9uJdbF9CUAr7t1"
              "dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_"
              "dO--xi12jzD"
              "wusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_"
              "IoypGlUPQGe7"
              "7Rw"
        << R"({"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4)"
           R"(QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-)"
           R"(UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91k)"
           R"(zk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"})"_qba;
    QTest::newRow("RFC 7515 A.3, ES256")
        << "eyJhbGciOiJFUzI1NiJ9" + joe
            + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        << R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
           R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})"_qba;
    QTest::newRow("RFC 7515 A.4, ES512")
        << "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA."
           "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_"
           "7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xK"
           "pRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn"_qba
        << R"({"kty":"EC","crv":"P-521","x":"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcW)"
           R"(ceqwQGk","y":"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2"})"_qba;
    QTest::newRow("RFC 8037 A.4, Ed25519")
        << "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
           "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"_qba
        << R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})"_qba;

    const QByteArray bilbo = R"({"kid":"bilbo.baggins@hobbiton.example","use":"sig",)";
    const QByteArray rsa = bilbo
        + R"("kty":"RSA","n":"n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMa)"
          R"(JMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpP)"
          R"(I9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQ)"
          R"(kqgc5gHdrNP5zw","e":"AQAB"})";
    const QByteArray road
        = ".SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUg"
          "cm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJ"
          "lIHN3ZXB0IG9mZiB0by4.";
    const QByteArray kid = "IsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9";
    QTest::newRow("RFC 7520 4.1, RS256") << "eyJhbGciOiJSUzI1Ni" + kid + road
            + "MRjdkly7_-"
              "oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi84wnB-"
              "BDkoBwA78185"
              "hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_"
              "qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3"
              "xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ41Axf_"
              "fcIe8u9ipH84ogoree7vjbU5y18kDquDg"
                                         << rsa;
    QTest::newRow("RFC 7520 4.2, PS384") << "eyJhbGciOiJQUzM4NC" + kid + road
            + "cu22eBqkYDKgIlTpzDXGvaFfz6WGoz7fUDcfT0kkOy42miAh2qyBzk1xEsnk2IpN6-"
              "tPid6VrklHkqsGqDqHCdP6O8TTB5dDDItllVo6_1OLPpcbUrhi"
              "USMxbbXUvdvWXzg-UD8biiReQFlfz28zGWVsdiNAUf8ZnyPEgVFn442ZdNqiVJRmBqrYRXe8P_"
              "ijQ7p8Vdz0TTrxUeT3lm8d9shnr2lfJT8ImUjvAA2Xez"
              "2Mlp8cBE5awDzT0qI0n6uiP1aCN_2_jLAeQTlqRHtfa64QQSUmFAAjVKPbByi7xho0uTOcbH510a6GYmJUAfmWjwZ6oD4ifKo8DYM-"
              "X72Eaw" << rsa;
    QTest::newRow("RFC 7520 4.3, ES512") << "eyJhbGciOiJFUzUxMi" + kid + road
            + "AE_R_YZCChjn4791jSQCrdPZCNYqHXCTZH0-JZGYNlaAjP2kqaluUIIUnC9qvbu9Plon7KRTzoNEuT4Va2cmL1eJAQy3mtPBu_u_"
              "sDDyYjnAMDxXPn7X"
              "rT0lw-kvAD890jl8e2puQens_IEKBpHABlsbEPX6sFY8OcGDqoRuBomu9xQ2"
                                         << bilbo
            + R"("kty":"EC","crv":"P-521","x":"AHKZLLOsCOzz5cY97ewNUajB957y-C-U88c3v13nmGZx6sYl_oJXu9A5RkTKqjqvjyekWF-7ytDyRXYgCF)"
              R"(5cj0Kt","y":"AdymlHvOiLxXkEhayXQnNCvDX4h9htZaCJN34kfmC6pV5OhQHiraVySsUdaQkAgDPrwQrJmbnX9cwlGfP-HqHZR1"})";
}

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

// PyJWT writes keys and tokens, as far as it knows the algorithm.
void tst_Verify::tokensOfAnotherImplementationAreValid()
{
    const QByteArray script = R"(
import json, jwt
from jwt import algorithms as a
from cryptography.hazmat.primitives.asymmetric import rsa, ec, ed25519, ed448
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
def number(n, size): return a.base64url_encode(n.to_bytes(size, 'big')).decode()
def jwk(key):
    public = key.public_key()
    if isinstance(key, rsa.RSAPrivateKey): return json.loads(a.RSAAlgorithm.to_jwk(public))
    if isinstance(key, ec.EllipticCurvePrivateKey):
        n, size = public.public_numbers(), (key.key_size + 7) // 8
        return {'kty': 'EC', 'crv': 'P-%d' % key.key_size, 'x': number(n.x, size), 'y': number(n.y, size)}
    return json.loads(a.OKPAlgorithm.to_jwk(public))
r = rsa.generate_private_key(65537, 2048)
keys = {n: r for n in ('RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512')}
keys.update({'ES256': ec.generate_private_key(ec.SECP256R1()), 'ES384': ec.generate_private_key(ec.SECP384R1()),
             'ES512': ec.generate_private_key(ec.SECP521R1()), 'EdDSA': ed25519.Ed25519PrivateKey.generate()})
print(json.dumps([{'alg': n, 'jwk': jwk(k), 'token': jwt.encode({'sub': 'ann', 'n': n}, k, n)} for n, k in keys.items()]
    + [{'alg': 'EdDSA', 'jwk': jwk(k), 'token': jwt.encode({'sub': 'bob'}, k, 'EdDSA')} for k in [ed448.Ed448PrivateKey.generate()]]))
)";
    const QString python = u"/usr/bin/python3"_s; // Debian's, which has Debian's packages
    if (QProcess::execute(python, {u"-c"_s, u"import jwt, cryptography"_s}) != 0)
        QSKIP("python3-jwt and python3-cryptography are not installed");
    QProcess process;
    process.start(python, {u"-c"_s, QString::fromUtf8(script)});
    QVERIFY(process.waitForFinished());
    const QJsonArray tokens = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QVERIFY2(tokens.size() == 11, process.readAllStandardError().constData());
    for (const auto &entry : tokens) {
        const Jwks keys = keysOf({entry[u"jwk"_s].toObject()});
        const auto verification = verified(entry[u"token"_s].toString().toLatin1(), keys);
        QVERIFY2(
            verification.outcome == Outcome::Valid, qPrintable(entry[u"alg"_s].toString() + explanation(verification)));
    }
}

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_verify.moc"
