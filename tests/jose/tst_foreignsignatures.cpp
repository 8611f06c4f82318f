// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/jose/verified.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Outcome = Verification::Outcome;

// Signatures nobody here made: the examples of the standards, and what another implementation writes.
class tst_ForeignSignatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(verified(changed, keys).reason, Verification::Reason::Mismatch);
    }

    void tokensOfAnotherImplementationAreValid();
};

void tst_ForeignSignatures::theExamplesOfTheStandardsAreValid_data()
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

// PyJWT writes keys and tokens, as far as it knows the algorithm.
void tst_ForeignSignatures::tokensOfAnotherImplementationAreValid()
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
        const Jwks keys = *readJwks(QJsonDocument(entry[u"jwk"_s].toObject()).toJson());
        const auto verification = verified(entry[u"token"_s].toString().toLatin1(), keys);
        QVERIFY2(
            verification.outcome == Outcome::Valid, qPrintable(entry[u"alg"_s].toString() + explanation(verification)));
    }
}

int tst_foreignsignatures(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ForeignSignatures>(argc, argv);
}
#include "tst_foreignsignatures.moc"
