// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/claims.h"
#include "jose/jwt.h"
#include "jose/membernames.h"

#include "tests/jose/signer.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static const QByteArray plainHeader = R"({"typ":"JWT","alg":"RS256","kid":"k1"})";
static const QByteArray plainClaims = R"({"iss":"https://as.example","sub":"ann","exp":1300819380})";

static QByteArray tokenOf(
    const QByteArray &headerText, const QByteArray &claimsText, const QByteArray &signature = "signature")
{
    return base64Url(headerText) + '.' + base64Url(claimsText) + '.' + base64Url(signature);
}

static Secret pasted(const QByteArray &text)
{
    return Secret::fromUtf8(text);
}

// Reading tokens; nothing here verifies one.
class tst_Jwt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsTakenApart()
    {
        const auto jwt = readJwt(pasted(tokenOf(plainHeader, plainClaims)));
        QVERIFY(jwt);
        QCOMPARE(jwt->jws.algorithm(), u"RS256"_s);
        QCOMPARE(jwt->jws.keyId(), u"k1"_s);
        QCOMPARE(jwt->jws.payload, plainClaims);
        QCOMPARE(jwt->jws.signature, "signature"_qba);
        QCOMPARE(jwt->jws.signingInput, base64Url(plainHeader) + '.' + base64Url(plainClaims));
        QCOMPARE(jwt->claims.value(u"sub"_s).toString(), u"ann"_s);
        QVERIFY(jwt->jws.repeatedHeaders.isEmpty());
        QVERIFY(jwt->repeatedClaims.isEmpty());
    }

    void whatStandsAroundItIsNoHindrance_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray token = tokenOf(plainHeader, plainClaims);
        QTest::newRow("white space") << " \t" + token + "\r\n\n";
        QTest::newRow("bearer") << "Bearer " + token;
        QTest::newRow("bearer in capitals") << "BEARER   " + token;
        QTest::newRow("header line") << "Authorization: Bearer " + token + '\n';
        QTest::newRow("double quotes") << '"' + token + "\",";
        QTest::newRow("single quotes") << "' " + token + " '";
        QTest::newRow("angle brackets") << '<' + token + '>';
        QTest::newRow("quoted bearer") << "\"Authorization: Bearer " + token + "\"";
        QTest::newRow("fragment") << "https://app.example/cb#state=x&access_token=" + token + "&token_type=bearer";
        QTest::newRow("query") << "https://app.example/cb?id_token=" + token;
        QTest::newRow("form") << "token=" + token + "&token_type_hint=access_token";
        QTest::newRow("wrapped by a terminal")
            << token.first(30) + '\n' + token.sliced(30, 30) + '\n' + token.sliced(60);
        QTest::newRow("wrapped after a dot")
            << token.first(token.indexOf('.') + 1) + "\r\n  " + token.sliced(token.indexOf('.') + 1);
        QTest::newRow("token answer") << "{\"token_type\":\"Bearer\",\"access_token\":\"" + token
                + "\",\"expires_in\":300}";
    }
    void whatStandsAroundItIsNoHindrance()
    {
        QFETCH(QByteArray, text);
        const auto jwt = readJwt(pasted(text));
        QVERIFY2(jwt, jwt ? "" : qPrintable(jwt.error().message));
        QCOMPARE(jwt->jws.signingInput + '.' + base64Url(jwt->jws.signature), tokenOf(plainHeader, plainClaims));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const QByteArray token = tokenOf(plainHeader, plainClaims);
        const QByteArray head = base64Url(plainHeader);
        const QByteArray body = base64Url(plainClaims);
        QTest::newRow("nothing") << ""_qba << u"no token"_s;
        QTest::newRow("only space") << " \n "_qba << u"no token"_s;
        QTest::newRow("opaque") << "2YotnFZFEjr1zCsicMWpAA"_qba << u"no dots"_s;
        QTest::newRow("two parts") << head + '.' + body << u"three parts"_s;
        QTest::newRow("four parts") << token + ".x" << u"three parts"_s;
        QTest::newRow("only dots") << "...."_qba << u"three parts"_s;
        QTest::newRow("encrypted") << base64Url(R"({"alg":"dir","enc":"A128GCM"})") + "..aXY.Y2lwaGVy.dGFn"
                                   << u"(JWE)"_s;
        QTest::newRow("encrypted, cut off")
            << base64Url(R"({"alg":"RSA-OAEP","enc":"A128GCM"})") + ".a2V5.aXY" << u"(JWE)"_s;
        QTest::newRow("five parts") << head + ".a.b.c.d" << u"(JWE)"_s;
        QTest::newRow("header not base64url") << "e30$." + body + ".c2ln" << u"The first part"_s;
        QTest::newRow("header in base64") << base64Url("{\"alg\":\"\xc3\xbf\xc3\xbf?\"}").replace('_', '/') + '.' + body
                + ".c2ln" << u"The first part"_s;
        QTest::newRow("claims not base64url") << head + ".e30*.c2ln" << u"The second part"_s;
        QTest::newRow("claims padded") << head + ".e30=.c2ln" << u"The second part"_s;
        QTest::newRow("impossible length") << head + ".e30.c2lnc" << u"The third part"_s;
        QTest::newRow("loose bits") << head + ".e30.c2lnbo" << u"The third part"_s;
        QTest::newRow("header not JSON") << base64Url("alg=RS256") + '.' + body + ".c2ln"
                                         << u"The header is not JSON"_s;
        QTest::newRow("header not UTF-8")
            << base64Url("{\"alg\":\"\xff\"}") + '.' + body + ".c2ln" << u"The header is not JSON"_s;
        QTest::newRow("header is a list") << base64Url("[]") + '.' + body + ".c2ln" << u"The header is JSON, but"_s;
        QTest::newRow("no header") << '.' + body + ".c2ln" << u"The header is not JSON"_s;
        QTest::newRow("claims not JSON") << head + '.' + base64Url("Payload") + ".c2ln" << u"The claims are not JSON"_s;
        QTest::newRow("claims are a text")
            << head + '.' + base64Url("[\"a\"]") + ".c2ln" << u"The claims are JSON, but"_s;
        QTest::newRow("JSON after the claims")
            << head + '.' + base64Url("{}{}") + ".c2ln" << u"The claims are not JSON"_s;
        QTest::newRow("deep claims") << head + '.'
                + base64Url("{\"a\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + '}')
                + ".c2ln" << u"The claims are not JSON"_s;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto jwt = readJwt(pasted(text));
        QVERIFY(!jwt);
        QCOMPARE(jwt.error().kind, Error::Kind::Protocol);
        QVERIFY2(jwt.error().message.contains(message), qPrintable(jwt.error().message));
        QVERIFY(jwt.error().message.endsWith(u'.'));
        // An error is shown and logged: no part of the token may be in it.
        const auto parts = text.split('.');
        for (const auto &part : parts)
            if (part.size() > 4)
                QVERIFY(!(jwt.error().message + jwt.error().detail).toUtf8().contains(part));
    }

    void aHugeTokenIsRefused()
    {
        const QByteArray huge = base64Url(plainHeader) + '.' + QByteArray(longestToken, 'A') + ".c2ln";
        const auto jwt = readJwt(pasted(huge));
        QVERIFY(!jwt);
        QCOMPARE(jwt.error().kind, Error::Kind::TooLarge);
        QCOMPARE(formOf(pasted(huge)), TokenForm::Opaque);
        const QByteArray big = tokenOf(plainHeader, R"({"a":")" + QByteArray(500'000, 'x') + R"("})");
        QVERIFY(readJwt(pasted(big)));
    }

    void theFormIsSeenByItsLooks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<TokenForm>("form");
        QTest::newRow("JWT") << tokenOf(plainHeader, plainClaims) << TokenForm::Jws;
        QTest::newRow("not even JSON in it") << tokenOf(plainHeader, "Payload") << TokenForm::Jws;
        QTest::newRow("unsigned") << tokenOf(R"({"alg":"none"})", plainClaims, "") << TokenForm::Jws;
        QTest::newRow("spaced header") << tokenOf("{ \"alg\": \"RS256\" }", plainClaims) << TokenForm::Jws;
        QTest::newRow("damaged header") << "eyJhbGciOiJSUzI1.e30.c2ln"_qba << TokenForm::Jws;
        QTest::newRow("cut off") << tokenOf(plainHeader, plainClaims).first(90) << TokenForm::Jws;
        QTest::newRow("JWE") << base64Url(R"({"alg":"dir","enc":"A128GCM"})") + "..aXY.Y2lwaGVy.dGFn" << TokenForm::Jwe;
        QTest::newRow("opaque") << "2YotnFZFEjr1zCsicMWpAA"_qba << TokenForm::Opaque;
        QTest::newRow("opaque with dots") << "v2.local.YWJj"_qba << TokenForm::Opaque;
        QTest::newRow("nothing") << ""_qba << TokenForm::Opaque;
    }
    void theFormIsSeenByItsLooks()
    {
        QFETCH(QByteArray, text);
        QTEST(formOf(pasted(text)), "form");
    }

    void repeatedMembersAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << R"({"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]})"_qba << QStringList();
        QTest::newRow("one") << R"({"alg":"RS256","typ":"JWT","alg":"none"})"_qba << QStringList{u"alg"_s};
        QTest::newRow("escaped") << R"({"alg":"RS256","\u0061lg":"none"})"_qba << QStringList{u"alg"_s};
        QTest::newRow("thrice") << R"({"a":1,"a":2,"a":3})"_qba << QStringList{u"a"_s};
        QTest::newRow("deep") << R"({"x":[{"y":{"b":1,"b":2}}]})"_qba << QStringList{u"b"_s};
        QTest::newRow("values are no names") << R"({"a":"a","b":"a","c":["a","a"]})"_qba << QStringList();
        QTest::newRow("signs in texts")
            << "{\"a\":\"{\\\"a\\\":,\",\"b\":\"}],\\\"a\\\"\",\"\\\\\":1,\"\\\\\\\"\":2}"_qba << QStringList();
        QTest::newRow("after a list") << R"({"a":[1,{"q":2},3],"b":1,"a":2})"_qba << QStringList{u"a"_s};
        QTest::newRow("spaces") << "{ \"a\" : 1 ,\n\t\"a\" : 2 }"_qba << QStringList{u"a"_s};
        QTest::newRow("empty") << ""_qba << QStringList();
        QTest::newRow("broken off") << "{\"a\":1,\"a"_qba << QStringList();
    }
    void repeatedMembersAreNoticed()
    {
        QFETCH(QByteArray, json);
        QTEST(repeatedNames(json), "names");
    }

    void repeatedMembersOfATokenAreTold()
    {
        const auto jwt = readJwt(pasted(tokenOf(R"({"alg":"RS256","alg":"none"})", R"({"iss":"a","iss":"b"})")));
        QVERIFY(jwt);
        QCOMPARE(jwt->jws.repeatedHeaders, QStringList{u"alg"_s});
        QCOMPARE(jwt->repeatedClaims, QStringList{u"iss"_s});
    }

    void timesAreReadInUtc_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<qint64>("expected"); // -1: unreadable, -2: not given
        QTest::newRow("integer") << QJsonValue(1300819380) << 1300819380ll;
        QTest::newRow("fraction") << QJsonValue(1300819380.75) << 1300819380ll;
        QTest::newRow("text") << QJsonValue(u"1300819380"_s) << 1300819380ll;
        QTest::newRow("text with space") << QJsonValue(u" 1300819380.5 "_s) << 1300819380ll;
        QTest::newRow("the epoch") << QJsonValue(0) << 0ll;
        QTest::newRow("the end of 9999") << QJsonValue(253402300799.0) << 253402300799ll;
        QTest::newRow("milliseconds") << QJsonValue(1300819380000.0) << -1ll;
        QTest::newRow("negative") << QJsonValue(-1) << -1ll;
        QTest::newRow("enormous") << QJsonValue(1e300) << -1ll;
        QTest::newRow("infinite") << QJsonValue(u"inf"_s) << -1ll;
        QTest::newRow("not a number") << QJsonValue(u"nan"_s) << -1ll;
        QTest::newRow("words") << QJsonValue(u"tomorrow"_s) << -1ll;
        QTest::newRow("empty") << QJsonValue(u""_s) << -1ll;
        QTest::newRow("true") << QJsonValue(true) << -1ll;
        QTest::newRow("a list") << QJsonValue(QJsonArray{1300819380}) << -1ll;
        QTest::newRow("null") << QJsonValue(QJsonValue::Null) << -2ll;
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << -2ll;
    }
    void timesAreReadInUtc()
    {
        QFETCH(QJsonValue, value);
        QFETCH(qint64, expected);
        for (const auto &[name, member] : {std::pair{u"exp"_s, &Claims::expiresAt}, {u"nbf"_s, &Claims::notBefore},
                 {u"iat"_s, &Claims::issuedAt}, {u"auth_time"_s, &Claims::authTime}}) {
            QJsonObject object;
            if (!value.isUndefined())
                object.insert(name, value);
            const Claims read = readClaims(object);
            const QDateTime time = read.*member;
            QCOMPARE(time.isValid(), expected >= 0);
            if (expected >= 0) {
                QCOMPARE(time.toSecsSinceEpoch(), expected);
                QCOMPARE(time.offsetFromUtc(), 0);
            }
            QCOMPARE(read.unreadable, expected == -1 ? QStringList{name} : QStringList());
        }
    }

    void claimsAreReadInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("audience");
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QString>("client");
        QTest::newRow("texts") << R"({"aud":"api","scope":"openid  profile","client_id":"c","azp":"z"})"_qba
                               << QStringList{u"api"_s} << QStringList{u"openid"_s, u"profile"_s} << u"c"_s;
        QTest::newRow("lists") << R"({"aud":["a","b"],"scope":["openid","a b"],"azp":"z"})"_qba
                               << QStringList{u"a"_s, u"b"_s} << QStringList{u"openid"_s, u"a"_s, u"b"_s} << u"z"_s;
        QTest::newRow("scp") << R"({"scp":["read"],"client_id":""})"_qba << QStringList() << QStringList{u"read"_s}
                             << QString();
        QTest::newRow("nulls") << R"({"aud":null,"scope":null,"client_id":null})"_qba << QStringList() << QStringList()
                               << QString();
        QTest::newRow("other types") << R"({"aud":[1,{"a":2},"x"],"scope":7,"azp":["c"],"iss":5})"_qba
                                     << QStringList{u"x"_s} << QStringList() << QString();
    }
    void claimsAreReadInEveryShape()
    {
        QFETCH(QByteArray, json);
        const Claims read = readClaims(QJsonDocument::fromJson(json).object());
        QTEST(read.audience, "audience");
        QTEST(read.scopes, "scopes");
        QTEST(read.clientId, "client");
        QVERIFY(read.issuer.isEmpty());
    }
};

int tst_jwt(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Jwt>(argc, argv);
}
#include "tst_jwt.moc"
