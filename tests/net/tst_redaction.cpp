// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Redaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every row hides the word S3CRET, in some row followed by more of it.
    void aSecretDoesNotStay_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *name : {"client_secret", "secret", "token", "access_token", "refresh_token", "id_token",
                 "password", "code", "assertion", "client_assertion", "code_verifier", "apiToken", "api_key", "apiKey",
                 "X-Api-Key", "clientSecret", "CLIENT_SECRET", "Set-Cookie", "session", "cookies",
                 "registration_access_token", "newPassword", "SAMLResponse", "device_code"}) {
            const QByteArray member(name);
            QTest::addRow("%s: member", name) << "{\"a\":1,\"" + member + "\":\"S3CRET\"}";
            QTest::addRow("%s: nested member", name) << "[{\"a\":[{\"" + member + "\":\"S3CRET\"}]}]";
            QTest::addRow("%s: list", name) << "{\"" + member + "\":[\"S3CRET\",{\"x\":\"S3CRET\"}]}";
            QTest::addRow("%s: parameter", name) << "a=1&" + member + "=S3CRET&b=2";
            QTest::addRow("%s: header", name) << "Accept: x\r\n" + member + ": S3CRET; S3CRET\r\n\r\n";
            QTest::addRow("%s: cut JSON", name) << "{\"a\":1,\"" + member + "\":\"S3CRET";
            QTest::addRow("%s: text", name) << "because " + member + "=S3CRET was wrong";
            QTest::addRow("%s: address", name) << "GET https://h.example/x?" + member + "=S3CRET HTTP/1.1";
            QTest::addRow("%s: address in JSON", name) << "{\"url\":\"https://h.example/x?a=1&" + member + "=S3CRET\"}";
        }
        QTest::newRow("bearer") << "Authorization: Bearer S3CRET"_ba;
        QTest::newRow("bearer amid a line") << "curl -H 'Authorization: Bearer S3CRET' x"_ba;
        QTest::newRow("basic in JSON") << R"({"headers":"Authorization: Basic S3CRET"})"_ba;
        QTest::newRow("scheme as a value") << "wrong client_secret: Bearer S3CRET"_ba;
        QTest::newRow("scheme as a parameter") << "access_token=basic S3CRET"_ba;
        QTest::newRow("name as a value") << "bad password: access_token: S3CRET"_ba;
        QTest::newRow("quoted name as a value") << "client_secret:\"client_secret\": \"S3CRET\""_ba;
        QTest::newRow("reference token") << "Reference-Token: S3CRET"_ba;
        QTest::newRow("proxy") << "Proxy-Authorization: Basic S3CRET"_ba;
        QTest::newRow("lower case header") << "authorization: bearer S3CRET"_ba;
        QTest::newRow("scheme in a sentence") << "Bearer S3CRETS3CRET is unknown"_ba;
        QTest::newRow("encoded name") << "client%5Fsecret=S3CRET"_ba;
        QTest::newRow("quoted with escapes") << "x \"password\":\"a\\\"S3CRET\" y"_ba;
        QTest::newRow("long word") << "the value S3CRETabcdefghijklmnop1234567 failed"_ba;
        QTest::newRow("JWT") << "eyJhbGciOiJub25lIn0.eyJzdWIiOiJTM0NSRVQifQ.S3CRET"_ba;
        QTest::newRow("JWT in JSON") << R"({"hint":"eyJhbGciOiJub25lIn0.eyJzdWIiOiJTM0NSRVQifQ.S3CRET"})"_ba;
        QTest::newRow("bare string") << "\"S3CRETabcdefghijklmnop1234567\""_ba;
        QTest::newRow("number beside") << R"({"password":123,"token":"S3CRET"})"_ba;
    }

    void aSecretDoesNotStay()
    {
        QFETCH(const QByteArray, text);
        const QString result = redacted(text);
        QVERIFY2(!result.contains("S3CRET"_L1), qPrintable(result));
        QVERIFY(result.contains("***"_L1));
    }

    void theRestStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("members")
            << R"({"expires_in":3600,"hasSecret":true,"secret":null,"token":"x","token_type":"bearer"})"_ba
            << R"({"expires_in":3600,"hasSecret":true,"secret":null,"token":"***","token_type":"bearer"})"_ba;
        QTest::newRow("ids and addresses")
            << R"({"id":"8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35","url":"https://a.example/cb?x=1"})"_ba
            << R"({"id":"8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35","url":"https://a.example/cb?x=1"})"_ba;
        QTest::newRow("code of an error") << R"({"code":"InvalidArgument","message":"no"})"_ba
                                          << R"({"code":"InvalidArgument","message":"no"})"_ba;
        QTest::newRow("number of an error") << R"({"code":404})"_ba
                                            << R"({"code":404})"_ba;
        QTest::newRow("form") << "grant_type=password&username=ann&password=x"_ba
                              << "grant_type=password&username=ann&password=***"_ba;
        QTest::newRow("header") << "Accept: text/plain\nCookie: a=b; c=d"_ba
                                << "Accept: text/plain\nCookie: ***"_ba;
        QTest::newRow("text") << "The client web-frontend is not known."_ba
                              << "The client web-frontend is not known."_ba;
        QTest::newRow("empty") << ""_ba
                               << ""_ba;
    }

    void theRestStays()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, expected);
        QCOMPARE(redacted(text).toUtf8(), expected);
    }

    void aHeaderIsKeptWithoutItsSecret_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("Authorization") << "Bearer S3CRET"_ba << "Bearer ***"_ba;
        QTest::newRow("authorization") << "S3CRET"_ba << "***"_ba;
        QTest::newRow("Set-Cookie") << "sid=S3CRET; Path=/"_ba << "***"_ba;
        QTest::newRow("X-Auth-Token") << "S3CRET"_ba << "***"_ba;
        QTest::newRow("Reference-Token") << "S3CRET"_ba << "***"_ba;
        QTest::newRow("X-Api-Key") << "S3CRET"_ba << "***"_ba;
        QTest::newRow("Location") << "https://h.example/cb?code=S3CRET&x=1"_ba << "https://h.example/cb?code=***&x=1"_ba;
        QTest::newRow("Content-Type") << "text/plain"_ba << "text/plain"_ba;
    }

    void aHeaderIsKeptWithoutItsSecret()
    {
        QFETCH(const QByteArray, value);
        QTEST(headerWithoutSecrets(QTest::currentDataTag(), value), "kept");
    }

    void theResultIsNeverLongerThanAllowed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text") << QByteArray("some words ").repeated(1000);
        QTest::newRow("JSON") << "[\"" + QByteArray("some words ").repeated(1000) + "\"]";
        QTest::newRow("not UTF-8") << QByteArray(100'000, '\xff');
        // A word cut by the limit is judged whole.
        QTest::newRow("secret at the limit") << QByteArray(95, ' ') + "S3CRETabcdefghijklmnop1234567";
    }

    void theResultIsNeverLongerThanAllowed()
    {
        QFETCH(const QByteArray, text);
        const QString result = redacted(text, 100);
        QVERIFY(result.size() <= 101);
        QVERIFY(!result.contains("S3C"_L1));
    }
};

int tst_redaction(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Redaction>(argc, argv);
}
#include "tst_redaction.moc"
