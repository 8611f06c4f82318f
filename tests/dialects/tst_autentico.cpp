// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl base(u"https://id.example.com"_s);

// What the server of February 2026 publishes, seen from outside by another name.
QJsonObject firstMetadata()
{
    const QString issuer = u"https://issuer.example.com/oauth2"_s;
    return {{u"issuer"_s, issuer}, {u"authorization_endpoint"_s, issuer + u"/authorize"_s},
        {u"token_endpoint"_s, issuer + u"/token"_s}, {u"userinfo_endpoint"_s, issuer + u"/userinfo"_s},
        {u"registration_endpoint"_s, issuer + u"/register"_s}, {u"end_session_endpoint"_s, u""_s},
        {u"jwks_uri"_s, u"https://issuer.example.com/.well-known/jwks.json"_s},
        {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s}}};
}

QJsonObject laterMetadata()
{
    QJsonObject metadata = firstMetadata();
    const QString issuer = metadata[u"issuer"].toString();
    metadata[u"introspection_endpoint"] = issuer + u"/introspect"_s;
    metadata[u"revocation_endpoint"] = issuer + u"/revoke"_s;
    metadata[u"end_session_endpoint"] = issuer + u"/logout"_s;
    metadata[u"grant_types_supported"] = QJsonArray{u"authorization_code"_s, u"refresh_token"_s, u"password"_s,
        u"client_credentials"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s};
    return metadata;
}

Dialect autentico(const QJsonObject &metadata = {}, const QHash<QString, QString> &settings = {})
{
    return makeDialect(u"autentico"_s, {.base = base, .settings = settings, .metadata = metadata});
}

SignIn signedInAs(const Dialect &dialect, const QString &method, const SignInValues &values = {})
{
    return named(dialect.signInMethods, method).make(values);
}

QString addressOf(const Request &request)
{
    return request.absolute.isEmpty() ? request.path : request.absolute.toString(QUrl::FullyEncoded);
}

}

// How Autentico is signed in to, asked about tokens, and recognised in its two versions.
class tst_Autentico : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingLiesWhereTheMetadataSays_data()
    {
        QTest::addColumn<QJsonObject>("metadata");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("keys");
        QJsonObject issuerOnly{{u"issuer"_s, u"https://issuer.example.com/oauth2"_s}, {u"token_endpoint"_s, {}}};
        const QString named = u"https://issuer.example.com/oauth2"_s;
        QTest::newRow("none") << QJsonObject() << u"/oauth2"_s << u"/.well-known/jwks.json"_s;
        QTest::newRow("issuer alone") << issuerOnly << named << u"/.well-known/jwks.json"_s;
        QTest::newRow("whole") << firstMetadata() << named << u"https://issuer.example.com/.well-known/jwks.json"_s;
    }
    void everythingLiesWhereTheMetadataSays()
    {
        QFETCH(QJsonObject, metadata);
        QFETCH(QString, issuer);
        const Dialect dialect = autentico(metadata);
        const SignIn password = signedInAs(dialect, u"password"_s);
        QCOMPARE(addressOf(password.request()), issuer + u"/token"_s);
        QCOMPARE(addressOf(password.signOut({})), issuer + u"/logout"_s);
        QCOMPARE(addressOf(dialect.tokens.info()), issuer + u"/userinfo"_s);
        QCOMPARE(addressOf(dialect.tokens.introspect(Secret(u"t"_s), {})), issuer + u"/introspect"_s);
        QCOMPARE(addressOf(dialect.tokens.revoke(Secret(u"t"_s), {})), issuer + u"/revoke"_s);
        QCOMPARE(addressOf(dialect.clients.list({})), issuer + u"/register"_s);
        QCOMPARE(addressOf(dialect.clients.read({.id = u"a/b c"_s})), issuer + u"/register/a%2Fb%20c"_s);
        QTEST(addressOf(dialect.tokens.keys()), "keys");
        const QUrl browser = signedInAs(dialect, u"browser"_s).code->authorizationUrl({});
        QCOMPARE(browser.toString(QUrl::RemoveQuery),
            (issuer.startsWith(u'/') ? base.toString() + issuer : issuer) + u"/authorize"_s);
        QCOMPARE(dialect.tokens.issuer, issuer.startsWith(u'/') ? base.toString() + issuer : issuer);
    }

    void anEmptySignOutEndpointIsNone() // the server sends "" and has one
    {
        const Request request = signedInAs(autentico(firstMetadata()), u"password"_s).signOut({});
        QCOMPARE(addressOf(request), u"https://issuer.example.com/oauth2/logout"_s);
        QCOMPARE(request.verb, "POST");
        QVERIFY(request.body.isEmpty());
    }

    void settingsMoveThePaths_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("path");
        QTest::newRow("as delivered") << u""_s << u"/oauth2/token"_s;
        QTest::newRow("other") << u"/auth/v1"_s << u"/auth/v1/token"_s;
        QTest::newRow("carelessly typed") << u" auth/ "_s << u"/auth/token"_s;
        QTest::newRow("root") << u"/"_s << u"/token"_s;
        QTest::newRow("to be encoded") << u"/a b?c"_s << u"/a%20b%3Fc/token"_s;
    }
    void settingsMoveThePaths()
    {
        QFETCH(QString, setting);
        const Dialect dialect = autentico({}, {{u"oauthPath"_s, setting}, {u"userCreatePath"_s, u"people"_s}});
        QTEST(signedInAs(dialect, u"password"_s).request().path, "path");
        QCOMPARE(dialect.users.create({}).path, u"/people"_s);
        QCOMPARE(dialect.discovery.requests.size(), 2);
        QVERIFY(!dialect.discovery.isRequired);
    }

    void aPasswordNeedsNoClient_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QString>("idInBody");
        QTest::newRow("nobody") << u""_s << u""_s << QByteArray() << QString();
        QTest::newRow("public") << u"app"_s << u""_s << QByteArray() << u"app"_s;
        QTest::newRow("confidential") << u"app"_s << u"s3"_s << basic("app:s3") << QString();
    }
    void aPasswordNeedsNoClient()
    {
        QFETCH(QString, id);
        QFETCH(QString, secret);
        QFETCH(QString, idInBody);
        const auto values = valuesOf({{u"userName"_s, u"admin@example.com"_s}, {u"clientId"_s, id}},
            {{u"password"_s, u"p&w"_s}, {u"clientSecret"_s, secret}});
        const SignIn signIn = signedInAs(autentico(), u"password"_s, values);
        QMap<QString, QString> form{
            {u"grant_type"_s, u"password"_s}, {u"username"_s, u"admin@example.com"_s}, {u"password"_s, u"p&w"_s}};
        if (!idInBody.isEmpty())
            form[u"client_id"_s] = idInBody;
        QCOMPARE(formOf(signIn.request()), form);
        QTEST(headerOf(signIn.request(), "authorization"), "authorization");
        const Request renewal = signIn.renew({.refresh = Secret(u"r"_s)});
        QCOMPARE(formOf(renewal).value(u"refresh_token"_s), u"r"_s);
        QTEST(headerOf(renewal, "authorization"), "authorization");
        Request request;
        signIn.authorize(request, {.access = Secret(u"t"_s)});
        QCOMPARE(headerOf(request, "Authorization"), "Bearer t"); // this server minds the case
    }

    void theBrowserBringsACode()
    {
        const SignIn signIn = signedInAs(autentico(firstMetadata()), u"browser"_s,
            valuesOf({{u"clientId"_s, u"app"_s}, {u"redirectUri"_s, u"http://127.0.0.1:8155/cb"_s}}));
        QVERIFY(signIn.code && !signIn.request);
        QCOMPARE(signIn.code->redirectPort, 8155);
        QCOMPARE(signIn.code->redirectPath, u"/cb"_s);
        const CodeAttempt attempt{.redirectUri = u"http://127.0.0.1:8155/cb"_s,
            .state = Secret(u"s"_s),
            .nonce = Secret(u"n"_s),
            .verifier = Secret(u"v"_s),
            .challenge = u"c"_s};
        const QUrlQuery query(signIn.code->authorizationUrl(attempt));
        QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
        QCOMPARE(query.queryItemValue(u"state"_s), u"s"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        const auto form = formOf(signIn.code->exchange(Secret(u"code"_s), attempt));
        QCOMPARE(form.value(u"redirect_uri"_s), attempt.redirectUri);
        QCOMPARE(form.value(u"code_verifier"_s), u"v"_s);
        QCOMPARE(form.value(u"client_id"_s), u"app"_s);
    }

    void aPastedTokenIsLeftAlone()
    {
        const SignIn signIn = signedInAs(autentico(), u"token"_s, valuesOf({}, {{u"token"_s, u"t"_s}}));
        QCOMPARE(signIn.fixed->access.reveal(), u"t"_s);
        QVERIFY(!signIn.signOut && !signIn.renew);
        QVERIFY(signIn.alternative);
    }

    void aRefusedIntrospectionIsAnInactiveToken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, int status, const QByteArray &body, const char *outcome) {
            QTest::newRow(name) << status << body << QString::fromLatin1(outcome);
        };
        row("active", 200, R"({"active":true,"sub":"u1","exp":1772438400,"jti":"j","client_id":"el_autentico_!"})",
            "u1");
        row("enveloped", 200, R"({"data":{"active":true,"sub":"u1"}})", "u1");
        row("RFC 7662", 200, R"({"active":false})", "inactive");
        row("no answer to the question", 200, "{}", "inactive");
        row("unknown or revoked", 401, R"({"error":"invalid_token","error_description":"x"})", "inactive");
        row("signed out", 401, R"({"error":"invalid_grant"})", "inactive");
        row("as described", 401, R"({"code":401,"message":"token is not valid"})", "inactive");
        row("described envelope", 401, R"({"data":null,"error":{"code":"invalid_token","message":"x"}})", "inactive");
        row("about us", 401, R"({"error":"unauthorized"})", "error");
        row("about a client", 401, R"({"error":"invalid_client"})", "error");
        row("mute", 401, "", "error");
        row("nonsense", 200, "<html>", "error");
        row("array", 200, "[]", "error");
    }
    void aRefusedIntrospectionIsAnInactiveToken()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        const auto told = autentico().tokens.readIntrospection(jsonAnswer(body, status));
        QCOMPARE(told.has_value(), outcome != u"error");
        if (told) {
            QCOMPARE(told->active, outcome != u"inactive");
            QCOMPARE(told->facts.userId, told->active ? outcome : QString());
        }
    }

    void onlyTheFirstVersionIntrospectsWithoutSignIn() // elsewhere a 401 means to sign in again
    {
        const TokenOperations first = autentico(firstMetadata()).tokens;
        const Request request = first.introspect(Secret(u"t"_s), u"refresh_token"_s);
        QCOMPARE(bodyOf(request), (QJsonObject{{u"token"_s, u"t"_s}}));
        QCOMPARE(request.contentType, "application/json");
        QVERIFY(request.effect == Effect::Read);
        QCOMPARE(request.accepts, QList<int>{401});
        QVERIFY(first.info().accepts.isEmpty());
        QVERIFY(first.revoke(Secret(u"t"_s), {}).accepts.isEmpty());
        QVERIFY(autentico(laterMetadata()).tokens.introspect(Secret(u"t"_s), {}).accepts.isEmpty());
    }

    void introspectionGoesOnAsAForm_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("bad request") << 400 << true;
        QTest::newRow("unsupported media type") << 415 << true;
        QTest::newRow("not found") << 404 << false;
        QTest::newRow("failure") << 500 << false;
    }
    void introspectionGoesOnAsAForm()
    {
        QFETCH(int, status);
        for (const auto &metadata : {QJsonObject(), laterMetadata()}) {
            const Dialect dialect = autentico(metadata);
            const auto alternative = signedInAs(dialect, u"password"_s).alternative;
            const Request json = dialect.tokens.introspect(Secret(u"a+b"_s), {});
            const auto form = alternative(json, jsonAnswer(R"({"error":"invalid_request"})", status));
            QTEST(form.has_value(), "goesOn");
            if (!form)
                continue;
            QCOMPARE(addressOf(*form), addressOf(json));
            QCOMPARE(formOf(*form), (QMap<QString, QString>{{u"token"_s, u"a+b"_s}}));
            QCOMPARE(form->accepts, json.accepts);
            QVERIFY(form->effect == Effect::Read && !form->asClient);
            QVERIFY(!alternative(*form, jsonAnswer("{}", status)));
        }
    }

    void revocationIsAForm()
    {
        const TokenOperations tokens = autentico().tokens;
        const Request request = tokens.revoke(Secret(u"t"_s), u"access_token"_s);
        QCOMPARE(
            formOf(request), (QMap<QString, QString>{{u"token"_s, u"t"_s}, {u"token_type_hint"_s, u"access_token"_s}}));
        QVERIFY(request.effect == Effect::Write && !request.asClient);
        QVERIFY2(*tokens.revocationNote, "refresh tokens cannot be revoked");
        QVERIFY(!*autentico(laterMetadata()).tokens.revocationNote);
    }

    void theTokenInUseIsItsUsers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("name");
        QTest::newRow("actual") << R"({"sub":"u1","email":"a@b.c","username":"ann","scope":"read write"})"_qba
                                << u"ann"_s;
        QTest::newRow("standard") << R"({"sub":"u1","preferred_username":"ann","scope":"read write"})"_qba << u"ann"_s;
        QTest::newRow("nulls") << R"({"sub":"u1","username":null,"email":null,"scope":"read write"})"_qba << u"u1"_s;
    }
    void theTokenInUseIsItsUsers()
    {
        QFETCH(QByteArray, body);
        const auto token = autentico().tokens.readInfo(jsonAnswer(body));
        QVERIFY(token);
        QCOMPARE(token->userId, u"u1"_s);
        QTEST(token->userName, "name");
        QCOMPARE(token->scopes, (QStringList{u"read"_s, u"write"_s}));
        QVERIFY(!autentico().tokens.readInfo(jsonAnswer("7")));
    }

    void grantsAreThoseItGives()
    {
        const auto idsOf = [](const Grants &grants) {
            QStringList ids;
            for (const auto &grant : grants.list)
                ids << grant.id;
            ids.sort();
            return ids;
        };
        // Clients may be registered for client_credentials, but the first version refuses it.
        QCOMPARE(idsOf(autentico(firstMetadata()).grants),
            (QStringList{u"authorization_code"_s, u"password"_s, u"refresh_token"_s}));
        QCOMPARE(idsOf(autentico(laterMetadata()).grants),
            (QStringList{u"authorization_code"_s, u"client_credentials"_s, u"password"_s, u"refresh_token"_s}));
        const Grant grant = named(autentico().grants.list, u"refresh_token"_s);
        const Request request = grant.request(valuesOf({}, {{u"refreshToken"_s, u"r"_s}}));
        QCOMPARE(formOf(request),
            (QMap<QString, QString>{{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, u"r"_s}}));
        QVERIFY2(request.effect == Effect::Write, "somebody else's token");
    }

    void version2EndsWhatItGave()
    {
        const SignIn signIn
            = signedInAs(autentico(laterMetadata()), u"browser"_s, valuesOf({{u"clientId"_s, u"app"_s}}));
        const Request request = signIn.signOut({.access = Secret(u"a"_s), .refresh = Secret(u"r"_s)});
        QCOMPARE(addressOf(request), u"https://issuer.example.com/oauth2/revoke"_s);
        QCOMPARE(formOf(request).value(u"token"_s), u"r"_s);
    }
};

int tst_autentico(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Autentico>(argc, argv);
}
#include "tst_autentico.moc"
