// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// How Wyn Enterprise is spoken to, word by word: tokens, their revocation, and what its refusals mean.
class tst_Wyn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsAskedForAsAUser_data()
    {
        QTest::addColumn<Texts>("plain");
        QTest::addColumn<Form>("form");
        const Texts needed{{u"clientId"_s, u"integration"_s}, {u"userName"_s, u"ada & co"_s}};
        const Form least{{u"grant_type"_s, u"password"_s}, {u"username"_s, u"ada & co"_s}, {u"password"_s, u"p+w=%"_s}};
        QTest::newRow("least") << needed << least;
        Texts all = needed;
        all[u"tenantPath"_s] = u"/Org/Sub Org"_s;
        all[u"lifetime"_s] = u"3600"_s;
        Form whole = least;
        whole[u"tenant_path"_s] = u"/Org/Sub Org"_s;
        whole[u"access-token-lifetime"_s] = u"3600"_s;
        QTest::newRow("everything") << all << whole;
    }
    void aTokenIsAskedForAsAUser()
    {
        QFETCH(const Texts, plain);
        QFETCH(const Form, form);
        const SignInValues values = valuesOf(plain, {{u"clientSecret"_s, u"s:1/"_s}, {u"password"_s, u"p+w=%"_s}});
        const Request signIn = named(m_dialect.signInMethods, u"password"_s).make(values).request();
        const Request issue = named(m_dialect.grants.list, u"password"_s).request(values);
        for (const auto &request : {signIn, issue}) {
            QCOMPARE(request.verb, "POST"_qba);
            QCOMPARE(request.path, u"/connect/token"_s);
            QVERIFY(request.query.isEmpty());
            QCOMPARE(formOf(request), form);
            QCOMPARE(headerOf(request, "Authorization"), basic("integration:s%3A1%2F")); // RFC 6749 §2.3.1
        }
        QCOMPARE(issue.effect, Effect::Write);
    }

    void theLifetimeHasAHyphenInItsName()
    {
        const Request request
            = named(m_dialect.grants.list, u"client_credentials"_s).request(valuesOf({{u"lifetime"_s, u"60"_s}}));
        QVERIFY2(request.body.contains("access-token-lifetime=60"), request.body.constData());
    }

    void aClientGetsATokenForItself()
    {
        const Grant &grant = named(m_dialect.grants.list, u"client_credentials"_s);
        const Request request = grant.request(
            valuesOf({{u"clientId"_s, u"a"_s}, {u"scope"_s, u"email openid"_s}}, {{u"clientSecret"_s, u"b"_s}}));
        const Form expected{{u"grant_type"_s, u"client_credentials"_s}, {u"scope"_s, u"email openid"_s}};
        QCOMPARE(formOf(request), expected);
        QVERIFY(QByteArray(grant.fields.first().hint).contains("not documented"));
    }

    void tenYearsAreALifetime()
    {
        Response response = jsonAnswer(R"({"access_token":"9C41","expires_in":315360000,"token_type":"Bearer",)"
                                       R"("scope":"cache email"})");
        response.receivedAt = QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC);
        const auto token = m_dialect.grants.read(response);
        QVERIFY(token);
        QCOMPARE(token->credential.expiresAt, QDateTime({2036, 2, 28}, {8, 0}, Qt::UTC));
        QCOMPARE(token->scopes, (QStringList{u"cache"_s, u"email"_s}));
        QVERIFY(token->credential.refresh.isEmpty());
    }

    void theTokenGoesIntoTheHeaderThatIsSet_data()
    {
        QTest::addColumn<Texts>("settings");
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QByteArray>("authorization");
        const auto set = [](const QString &header) { return Texts{{u"tokenHeader"_s, header}}; };
        QTest::newRow("nothing said") << Texts() << "9C41"_qba
                                      << ""_qba;
        QTest::newRow("emptied") << set({}) << "9C41"_qba
                                 << ""_qba;
        QTest::newRow("documented") << m_dialect.presets[0].values << "9C41"_qba
                                    << ""_qba;
        QTest::newRow("fallback") << m_dialect.presets[1].values << ""_qba
                                  << "Bearer 9C41"_qba;
        QTest::newRow("in other letters") << set(u" authorization: bearer"_s) << ""_qba
                                          << "Bearer 9C41"_qba;
        QTest::newRow("no header at all") << set(u"X\r\nY: z"_s) << "9C41"_qba
                                          << ""_qba;
    }
    void theTokenGoesIntoTheHeaderThatIsSet()
    {
        QFETCH(const Texts, settings);
        const Dialect dialect = makeDialect(u"wyn"_s, {.settings = settings});
        for (const auto &method : dialect.signInMethods) {
            Request request = dialect.batchRevocation.request(QDateTime::currentDateTimeUtc());
            method.make({}).authorize(request, {.access = Secret(u"9C41"_s)});
            QTEST(headerOf(request, "Reference-Token"), "reference");
            QTEST(headerOf(request, "Authorization"), "authorization");
            QVERIFY(request.query.isEmpty());
        }
    }

    void aTokenIsRevokedAsTheClientThatGotIt_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("signed in") << u"password"_s << u"integration"_s << basic("integration:s");
        QTest::newRow("pasted, client told") << u"token"_s << u"integration"_s << basic("integration:s");
        QTest::newRow("pasted alone") << u"token"_s << QString() << ""_qba;
    }
    void aTokenIsRevokedAsTheClientThatGotIt()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, clientId);
        const SignIn signIn = named(m_dialect.signInMethods, method)
                                  .make(valuesOf({{u"clientId"_s, clientId}}, {{u"clientSecret"_s, u"s"_s}}));
        const Form withHint{{u"token"_s, u"9C41"_s}, {u"token_type_hint"_s, u"access_token"_s}};
        Request listed = m_dialect.accessTokens.remove({.value = Secret(u"9C41"_s)});
        QCOMPARE(formOf(listed), withHint);
        Request pasted = m_dialect.tokens.revoke(Secret(u"9C41"_s), {});
        QCOMPARE(formOf(pasted), (Form{{u"token"_s, u"9C41"_s}}));
        for (Request *request : {&listed, &pasted}) {
            QCOMPARE(request->verb, "POST"_qba);
            QCOMPARE(request->path, u"/connect/revocation"_s);
            QCOMPARE(request->effect, Effect::Write);
            QVERIFY(request->asClient && headerOf(*request, "Authorization").isEmpty());
            signIn.authenticateClient(*request);
            QTEST(headerOf(*request, "Authorization"), "header");
        }
    }

    void signingOutRevokesOnlyWhatSigningInGot()
    {
        const SignInValues values
            = valuesOf({{u"clientId"_s, u"c"_s}}, {{u"clientSecret"_s, u"s"_s}, {u"token"_s, u"t"_s}});
        const Request request
            = named(m_dialect.signInMethods, u"password"_s).make(values).signOut({.access = Secret(u"9C41"_s)});
        QCOMPARE(request.path, u"/connect/revocation"_s);
        QCOMPARE(formOf(request), (Form{{u"token"_s, u"9C41"_s}, {u"token_type_hint"_s, u"access_token"_s}}));
        QCOMPARE(headerOf(request, "Authorization"), basic("c:s"));
        const SignIn pasted = named(m_dialect.signInMethods, u"token"_s).make(values);
        QVERIFY(!pasted.signOut);
        QCOMPARE(pasted.fixed->access, Secret(u"t"_s));
    }

    void aTimeIsSentInUtc_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTC") << QDateTime({2026, 2, 1}, {0, 0}, Qt::UTC) << u"2026-02-01T00:00:00Z"_s;
        QTest::newRow("elsewhere") << QDateTime({2026, 2, 1}, {1, 30}, Qt::OffsetFromUTC, 5400)
                                   << u"2026-02-01T00:00:00Z"_s;
        QTest::newRow("to the millisecond")
            << QDateTime({2026, 2, 1}, {0, 0, 0, 250}, Qt::UTC) << u"2026-02-01T00:00:00.250Z"_s;
    }
    void aTimeIsSentInUtc()
    {
        QFETCH(const QDateTime, time);
        QFETCH(const QString, text);
        const Request request = m_dialect.batchRevocation.request(time);
        QCOMPARE(request.verb, "POST"_qba);
        QCOMPARE(request.path, u"/api/v2/identity/token/batch-revocation"_s);
        QCOMPARE(request.contentType, "application/json"_qba);
        QCOMPARE(bodyOf(request), (QJsonObject{{u"creationBefore"_s, text}}));
        QVERIFY(!request.asClient); // an administrator's matter
    }

    void aCountHas64Bits_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("count"); // -1: an error
        QTest::newRow("documented") << R"({"count":17})"_qba << qint64(17);
        QTest::newRow("none") << R"({"count":0,"more":null})"_qba << qint64(0);
        QTest::newRow("beyond 32 bits") << R"({"count":5000000000})"_qba << qint64(5'000'000'000);
        QTest::newRow("beyond a double") << R"({"count":9007199254740993})"_qba << qint64(9'007'199'254'740'993);
        QTest::newRow("quoted") << R"({"count":"9007199254740993"})"_qba << qint64(9'007'199'254'740'993);
        for (const char *body : {"{}", R"({"count":null})", R"({"count":-1})", R"({"count":1.5})",
                 R"({"count":"many"})", R"({"count":""})", R"({"count":[1]})", "17", "[]", ""})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(QLatin1StringView(body)))) << QByteArray(body) << qint64(-1);
    }
    void aCountHas64Bits()
    {
        QFETCH(const QByteArray, body);
        QTEST(m_dialect.batchRevocation.readCount(jsonAnswer(body)).value_or(-1), "count");
    }

    void aRefusalSaysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, int status, const char *body, const char *kind, const QString &said) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(kind) << said;
        };
        row("a bad client is answered with 400", 400, R"({"error":"invalid_client"})", "Unauthorized",
            u"client secret"_s);
        row("or as the RFC has it", 401, R"({"error":"invalid_client"})", "Unauthorized", u"client secret"_s);
        row("bad user", 400, R"({"error":"invalid_grant","error_description":"invalid_username_or_password"})",
            "Unauthorized", u"password is wrong"_s);
        row("grant not allowed", 400, R"({"error":"unauthorized_client"})", "Rejected", u"this client"_s);
        row("bad scope", 400, R"({"error":"invalid_scope"})", "Rejected", u"invalid_scope"_s);
        row("bad lifetime", 400, R"({"error":"invalid_request","error_description":"Not a number."})", "Rejected",
            u"Not a number."_s);
        row("API error", 400,
            R"({"code":"InvalidArgument","message":"Not a time","context":"x","innerError":null,"extensions":null})",
            "Rejected", u"Not a time"_s);
        row("nested", 400, R"({"code":"A","message":"It failed.","innerError":{"message":"It is late"}})", "Rejected",
            u"It failed; It is late."_s);
        row("nested, said twice", 400, R"({"message":"No.","innerError":{"message":"No.","innerError":{"code":"x"}}})",
            "Rejected", u"No."_s);
        row("only the cause speaks", 500, R"({"code":null,"message":null,"innerError":{"message":"Disk full"}})",
            "Server", u"Disk full"_s);
        row("not an administrator", 403, "", "Forbidden", u"allow"_s);
        row("signed out", 401, "", "Unauthorized", u"sign-in"_s);
        row("nonsense", 400, R"({"message":{"a":1},"innerError":[1]})", "Rejected", u"400"_s);
    }
    void aRefusalSaysWhatIsWrong()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, said);
        for (const auto &method : m_dialect.signInMethods) {
            const Error error = method.make({}).readError({.status = status, .body = body});
            QTEST(kindName(error.kind), "kind");
            QCOMPARE(error.status, status);
            QVERIFY2(error.message.contains(said), qPrintable(error.message));
        }
    }

    void theCauseIsSoughtEightErrorsDeep()
    {
        const auto read = named(m_dialect.signInMethods, u"token"_s).make({}).readError;
        QByteArray body = R"({"message":"level 12"})";
        for (int depth = 11; depth >= 0; --depth)
            body = "{\"message\":\"level " + QByteArray::number(depth) + "\",\"innerError\":" + body + '}';
        const Error error = read({.status = 400, .body = body});
        QVERIFY2(error.message.contains(u"level 8.") && !error.message.contains(u"level 9"), qPrintable(error.message));
        QVERIFY(error.detail.contains(u"level 12"));
        for (int depth = 0; depth < 500; ++depth)
            body = "{\"innerError\":" + body + '}';
        QVERIFY(!read({.status = 400, .body = body}).message.isEmpty());
    }

    void aSecretInARefusalIsNotRepeated()
    {
        const Error error
            = named(m_dialect.signInMethods, u"token"_s)
                  .make({})
                  .readError({.status = 400,
                      .body
                      = R"({"message":"Bad","innerError":{"message":"Reference-Token: 9C41B7E05D2A68F3A1C0E7D4B95F2368"}})"});
        QVERIFY2(!error.message.contains(u"9C41") && !error.detail.contains(u"9C41"), qPrintable(error.message));
    }

    // An address it publishes may be reachable from its own machine alone.
    void whatIsPublishedMovesNothingThatIsDocumented()
    {
        QVERIFY(m_dialect.discovery && !m_dialect.discovery.isRequired);
        QVERIFY(!m_dialect.tokens.keys && m_dialect.tokens.issuer.isEmpty());
        const QJsonObject metadata{{u"issuer"_s, u"http://inside:51981"_s},
            {u"token_endpoint"_s, u"http://inside:51981/connect/token"_s},
            {u"jwks_uri"_s, u"http://inside:51981/.well-known/jwks"_s}};
        const Dialect dialect = makeDialect(u"wyn"_s, {.metadata = metadata});
        const Request token = dialect.grants.list.first().request({});
        QVERIFY(token.absolute.isEmpty() && token.path == u"/connect/token");
        QCOMPARE(dialect.tokens.keys().absolute, QUrl(u"http://inside:51981/.well-known/jwks"_s));
        QCOMPARE(dialect.tokens.issuer, u"http://inside:51981"_s);
        QVERIFY(!makeDialect(u"wyn"_s, {.metadata = {{u"jwks_uri"_s, u"file:///etc/passwd"_s}}}).tokens.keys);
    }

    void nothingIsListedAndMuchIsRemembered()
    {
        QVERIFY(!m_dialect.clients && !m_dialect.scopes && !m_dialect.users && !m_dialect.refreshTokens);
        QVERIFY(!m_dialect.accessTokens.list && m_dialect.accessTokens.memory);
        QCOMPARE(m_dialect.accessTokens.removal, Removal::Revoke);
        QVERIFY(QByteArray(m_dialect.accessTokens.removalNote).contains("another client"));
        QVERIFY(QByteArray(m_dialect.batchRevocation.spared).contains("Generate Token"));
    }

private:
    using Texts = QHash<QString, QString>;
    using Form = QMap<QString, QString>;
    const Dialect &m_dialect = *findDialect(u"wyn"_s);
};

int tst_wyn(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Wyn>(argc, argv);
}
#include "tst_wyn.moc"
