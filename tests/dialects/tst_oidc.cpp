// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl issuerUrl(u"https://id.example.com/realm"_s);

QJsonObject metadata(const QJsonObject &others = {})
{
    QJsonObject object{{u"issuer"_s, issuerUrl.toString()},
        {u"authorization_endpoint"_s, u"https://id.example.com/auth?x=1"_s},
        {u"token_endpoint"_s, u"https://id.example.com/t"_s}, {u"userinfo_endpoint"_s, u"https://id.example.com/u"_s},
        {u"introspection_endpoint"_s, u"https://id.example.com/i"_s},
        {u"revocation_endpoint"_s, u"https://id.example.com/r"_s},
        {u"registration_endpoint"_s, u"https://id.example.com/reg"_s},
        {u"jwks_uri"_s, u"https://keys.example.com/jwks"_s}, {u"subject_types_supported"_s, QJsonArray{u"public"_s}}};
    for (auto it = others.begin(); it != others.end(); ++it) {
        if (it->isNull())
            object.remove(it.key());
        else
            object[it.key()] = *it;
    }
    return object;
}

Dialect oidc(const QJsonObject &others = {})
{
    return makeDialect(u"oidc"_s, {.base = issuerUrl, .metadata = metadata(others)});
}

template <typename Identified>
QStringList idsOf(const QList<Identified> &list)
{
    QStringList ids;
    for (const auto &one : list)
        ids << one.id;
    ids.sort();
    return ids;
}

SignInValues client(const QString &scope = {})
{
    return valuesOf({{u"clientId"_s, u"app"_s}, {u"scope"_s, scope}}, {{u"clientSecret"_s, u"s3"_s}});
}

}

// A server known by nothing but what it publishes.
class tst_Oidc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metadataIsSoughtWhereTheStandardsPutIt_data()
    {
        QTest::addColumn<QUrl>("server");
        QTest::addColumn<QStringList>("inserted");
        const QString wellKnown = u"/.well-known/oauth-authorization-server"_s;
        QTest::newRow("without path") << QUrl(u"https://a.example:8443"_s) << QStringList();
        QTest::newRow("slash") << QUrl(u"https://a.example/"_s) << QStringList();
        QTest::newRow("path") << QUrl(u"https://a.example:8443/a/b%2Fc"_s)
                              << QStringList{u"https://a.example:8443"_s + wellKnown + u"/a/b%2Fc"_s};
        QTest::newRow("path and slash") << QUrl(u"https://a.example/a/"_s)
                                        << QStringList{u"https://a.example"_s + wellKnown + u"/a"_s};
    }
    void metadataIsSoughtWhereTheStandardsPutIt()
    {
        QFETCH(QUrl, server);
        const Discovery discovery = makeDialect(u"oidc"_s, {.base = server}).discovery;
        QVERIFY(discovery.isRequired);
        QStringList paths, inserted;
        for (const auto &request : discovery.requests)
            if (request.absolute.isEmpty())
                paths << request.path;
            else
                inserted << request.absolute.toString(QUrl::FullyEncoded);
        QCOMPARE(
            paths, (QStringList{u"/.well-known/openid-configuration"_s, u"/.well-known/oauth-authorization-server"_s}));
        QTEST(inserted, "inserted");
    }

    void onlyTheIssuerItselfIsBelieved_data()
    {
        QTest::addColumn<QUrl>("server");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isBelieved");
        const auto row = [](const char *name, const char *server, const QByteArray &body, bool isBelieved) {
            QTest::newRow(name) << QUrl(QString::fromLatin1(server)) << body << isBelieved;
        };
        // Escaped, because moc takes two slashes for a comment even here.
        const QByteArray plain = R"({"issuer":"https:\/\/a.example","token_endpoint":"https:\/\/a.example/t"})";
        row("itself", "https://a.example", plain, true);
        row("with a slash typed", "https://a.example/", plain, true);
        row("with a slash published", "https://a.example/x", R"({"issuer":"https:\/\/a.example/x/"})", true);
        row("another host", "https://b.example", plain, false);
        row("another path", "https://a.example/x", plain, false);
        row("another port", "https://a.example:8443", plain, false);
        row("another scheme", "http://a.example", plain, false);
        row("no issuer", "https://a.example", R"({"token_endpoint":"https:\/\/a.example/t"})", false);
        row("empty issuer", "https://a.example", R"({"issuer":"","token_endpoint":"https:\/\/a.example/t"})", false);
        row("issuer of another type", "https://a.example", R"({"issuer":[],"token_endpoint":"x"})", false);
        row("nothing", "https://a.example", "{}", false);
        row("page", "https://a.example", "<html>", false);
    }
    void onlyTheIssuerItselfIsBelieved()
    {
        QFETCH(QUrl, server);
        QFETCH(QByteArray, body);
        const Discovery discovery = makeDialect(u"oidc"_s, {.base = server}).discovery;
        const auto read = discovery.read(jsonAnswer(body), server);
        QTEST(read.has_value(), "isBelieved");
        if (!read && body.startsWith("{\"issuer\":\"https:"))
            QVERIFY2(read.error().message.contains(u"https://a.example"), qPrintable(read.error().message));
    }

    void whatIsNotPublishedIsNotOffered()
    {
        const Dialect bare = makeDialect(u"oidc"_s,
            {.base = issuerUrl,
                .metadata = {{u"issuer"_s, issuerUrl.toString()}, {u"token_endpoint"_s, u"https://id.example.com/t"_s}}});
        QVERIFY(!bare.clients && !bare.clients.create && !bare.users && !bare.sessions);
        QVERIFY(!bare.tokens.info && !bare.tokens.introspect && !bare.tokens.revoke && !bare.tokens.keys);
        QVERIFY(bare.accessTokens && !bare.accessTokens.remove);
        QCOMPARE(bare.documents.first().request.path, u"/.well-known/oauth-authorization-server"_s);
        QCOMPARE(bare.documents.size(), 1);
        QVERIFY2(!idsOf(bare.signInMethods).contains(u"browser"_s), "there is no authorization endpoint");

        const Dialect whole = oidc();
        QVERIFY(whole.clients && whole.tokens.info && whole.tokens.introspect && whole.tokens.revoke);
        QVERIFY(whole.accessTokens.remove);
        QCOMPARE(whole.tokens.keys().absolute, QUrl(u"https://keys.example.com/jwks"_s));
        QCOMPARE(whole.tokens.issuer, issuerUrl.toString());
        QCOMPARE(whole.documents.first().request.path, u"/.well-known/openid-configuration"_s);
        QCOMPARE(whole.documents.size(), 2);
    }

    void grantsAndMethodsAreThosePublished_data()
    {
        QTest::addColumn<QJsonValue>("supported");
        QTest::addColumn<QStringList>("methods");
        QTest::addColumn<QStringList>("grants");
        const QStringList allMethods{u"browser"_s, u"clientCredentials"_s, u"password"_s, u"token"_s};
        const QStringList allGrants{
            u"authorization_code"_s, u"client_credentials"_s, u"password"_s, u"refresh_token"_s};
        QTest::newRow("not told") << QJsonValue(QJsonValue::Null) << allMethods << allGrants;
        QTest::newRow("all and more") << QJsonValue(QJsonArray{u"implicit"_s, u"password"_s, u"authorization_code"_s,
            u"client_credentials"_s, u"refresh_token"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s})
                                      << allMethods << allGrants;
        QTest::newRow("clients only") << QJsonValue(QJsonArray{u"client_credentials"_s})
                                      << QStringList{u"clientCredentials"_s, u"token"_s}
                                      << QStringList{u"client_credentials"_s};
    }
    void grantsAndMethodsAreThosePublished()
    {
        QFETCH(QJsonValue, supported);
        const Dialect dialect = oidc({{u"grant_types_supported"_s, supported}});
        QTEST(idsOf(dialect.signInMethods), "methods");
        QTEST(idsOf(dialect.grants.list), "grants");
        QVERIFY(dialect.grants.read);
    }

    void clientsAuthenticateAsPublished_data()
    {
        QTest::addColumn<QJsonValue>("methods");
        QTest::addColumn<bool>("isBasic");
        QTest::newRow("not told") << QJsonValue() << true;
        QTest::newRow("both") << QJsonValue(QJsonArray{u"client_secret_post"_s, u"client_secret_basic"_s}) << true;
        QTest::newRow("body") << QJsonValue(QJsonArray{u"client_secret_post"_s, u"none"_s}) << false;
        QTest::newRow("neither") << QJsonValue(QJsonArray{u"private_key_jwt"_s}) << true;
    }
    void clientsAuthenticateAsPublished()
    {
        QFETCH(QJsonValue, methods);
        QFETCH(bool, isBasic);
        const Dialect dialect = oidc({{u"token_endpoint_auth_methods_supported"_s, methods}});
        const SignIn signIn = named(dialect.signInMethods, u"clientCredentials"_s).make(client(u"a b"_s));
        const Request token = signIn.request();
        QCOMPARE(token.absolute, QUrl(u"https://id.example.com/t"_s));
        QCOMPARE(formOf(token).value(u"scope"_s), u"a b"_s);

        // What must come from a client is marked, and authenticated in the same way.
        Request introspection = dialect.tokens.introspect(Secret(u"t&1"_s), u"access_token"_s);
        QVERIFY(introspection.asClient && introspection.effect == Effect::Read);
        QCOMPARE(headerOf(introspection, "authorization"), QByteArray());
        signIn.authenticateClient(introspection);
        for (const Request &request : {token, introspection}) {
            QCOMPARE(headerOf(request, "authorization"), isBasic ? basic("app:s3") : QByteArray());
            QCOMPARE(formOf(request).value(u"client_id"_s), isBasic ? QString() : u"app"_s);
            QCOMPARE(formOf(request).value(u"client_secret"_s), isBasic ? QString() : u"s3"_s);
        }
        QCOMPARE(formOf(introspection).value(u"token"_s), u"t&1"_s);
    }

    void aPublicClientNamesItself()
    {
        const SignIn signIn = named(oidc().signInMethods, u"browser"_s).make(valuesOf({{u"clientId"_s, u"app"_s}}));
        Request request = oidc().tokens.revoke(Secret(u"t"_s), {});
        QVERIFY(request.asClient && request.effect == Effect::Write);
        signIn.authenticateClient(request);
        QCOMPARE(formOf(request), (QMap<QString, QString>{{u"token"_s, u"t"_s}, {u"client_id"_s, u"app"_s}}));
        QVERIFY(!named(oidc().signInMethods, u"token"_s).make({}).authenticateClient);
    }

    void theUsualScopesAreAskedFor_data()
    {
        QTest::addColumn<QJsonValue>("supported");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::newRow("not told") << QJsonValue() << QString() << u"openid"_s;
        QTest::newRow("offline") << QJsonValue(QJsonArray{u"openid"_s, u"offline_access"_s}) << QString()
                                 << u"openid offline_access"_s;
        QTest::newRow("no OpenID") << QJsonValue(QJsonArray{u"read"_s}) << QString() << QString();
        QTest::newRow("typed") << QJsonValue(QJsonArray{u"openid"_s}) << u"read write"_s << u"read write"_s;
    }
    void theUsualScopesAreAskedFor()
    {
        QFETCH(QJsonValue, supported);
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        const SignIn signIn
            = named(oidc({{u"scopes_supported"_s, supported}}).signInMethods, u"browser"_s).make(client(typed));
        const QUrlQuery query(signIn.code->authorizationUrl({.nonce = Secret(u"n"_s)}));
        QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), asked);
        QCOMPARE(query.hasQueryItem(u"nonce"_s), asked.contains(u"openid"_s));
        QCOMPARE(query.queryItemValue(u"x"_s), u"1"_s); // the endpoint's own
        QCOMPARE(signIn.code->issuer, issuerUrl.toString());
    }

    // OpenID Connect Core §3.1.3.7.
    void anIdTokenOfAnotherSignInIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("others"); // claims
        QTest::addColumn<bool>("taken");
        const auto claim = [](const QString &name, const QJsonValue &told) { return QJsonObject{{name, told}}; };
        QTest::newRow("ours") << QJsonObject() << true;
        QTest::newRow("several audiences") << claim(u"aud"_s, QJsonArray{u"x"_s, u"app"_s}) << true;
        QTest::newRow("another nonce") << claim(u"nonce"_s, u"m"_s) << false;
        QTest::newRow("no nonce") << claim(u"nonce"_s, QJsonValue::Null) << false;
        QTest::newRow("another client") << claim(u"aud"_s, u"x"_s) << false;
        QTest::newRow("no audience") << claim(u"aud"_s, QJsonValue::Null) << false;
        QTest::newRow("another issuer") << claim(u"iss"_s, u"https://id.example.com"_s) << false;
        QTest::newRow("no issuer") << claim(u"iss"_s, QJsonValue::Null) << false;
    }
    void anIdTokenOfAnotherSignInIsRefused()
    {
        QFETCH(const QJsonObject, others);
        QFETCH(const bool, taken);
        QJsonObject claims{{u"iss"_s, issuerUrl.toString()}, {u"aud"_s, u"app"_s}, {u"nonce"_s, u"n"_s}};
        for (auto it = others.begin(); it != others.end(); ++it)
            claims[it.key()] = *it;
        const QByteArray part = QJsonDocument(claims).toJson().toBase64(
            QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const SignIn signIn = named(oidc().signInMethods, u"browser"_s).make(client());
        const auto read = signIn.code->read(
            jsonAnswer(R"({"token_type":"Bearer","access_token":"t","id_token":"e30.)" + part + R"(.c2ln"})"),
            {.nonce = Secret(u"n"_s)});
        QCOMPARE(read.has_value(), taken);
        QVERIFY(taken || read.error().kind == Error::Kind::Protocol);
    }

    void aPasswordBringsThePersonToo_data()
    {
        QTest::addColumn<QJsonObject>("others");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        const QString supported = u"scopes_supported"_s;
        QTest::newRow("OpenID, not told") << QJsonObject() << QString() << u"openid"_s;
        QTest::newRow("OAuth, not told") << QJsonObject{{u"subject_types_supported"_s, QJsonValue::Null}}
                                         << QString() << QString();
        QTest::newRow("told") << QJsonObject{{supported, QJsonArray{u"email"_s, u"openid"_s}}} << QString()
                              << u"openid"_s;
        QTest::newRow("offline, for the browser")
            << QJsonObject{{supported, QJsonArray{u"openid"_s, u"offline_access"_s}}} << QString() << u"openid"_s;
        QTest::newRow("no OpenID") << QJsonObject{{supported, QJsonArray{u"read"_s}}} << QString() << QString();
        QTest::newRow("typed") << QJsonObject() << u" read  write "_s << u"read write"_s;
    }
    void aPasswordBringsThePersonToo()
    {
        QFETCH(QJsonObject, others);
        QFETCH(QString, typed);
        const Dialect dialect = oidc(others);
        const SignIn signIn = named(dialect.signInMethods, u"password"_s).make(client(typed));
        QTEST(formOf(signIn.request()).value(u"scope"_s), "asked");
        QTEST(signIn.asked.value_or(QStringList()).join(u' '), "asked");
        QCOMPARE(dialect.tokens.info().scope, u"openid"_s);
        const SignIn alone = named(dialect.signInMethods, u"clientCredentials"_s).make(client());
        QCOMPARE(formOf(alone.request()).value(u"scope"_s), QString());
        QVERIFY2(alone.asked && alone.asked->isEmpty(), "no person let it have anything");
    }

    void whatWasTypedForAnotherMethodStaysHere()
    {
        SignInValues values = client(u"read"_s);
        values.plain[u"userName"_s] = u"ann"_s;
        values.secrets[u"password"_s] = Secret(u"pw"_s);
        values.secrets[u"refreshToken"_s] = Secret(u"r"_s);
        const SignIn signIn = named(oidc().signInMethods, u"clientCredentials"_s).make(values);
        QCOMPARE(formOf(signIn.request()),
            (QMap<QString, QString>{{u"grant_type"_s, u"client_credentials"_s}, {u"scope"_s, u"read"_s}}));
    }

    void theIssuerMustComeBackWherePromised()
    {
        const auto isRequired = [](const QJsonObject &others) {
            return named(oidc(others).signInMethods, u"browser"_s).make(client()).code->isIssuerRequired;
        };
        QVERIFY(!isRequired({}));
        QVERIFY(isRequired({{u"authorization_response_iss_parameter_supported"_s, true}}));
    }

    void signingOutRevokes()
    {
        const SignIn signIn = named(oidc().signInMethods, u"password"_s).make(client());
        const Request both = signIn.signOut({.access = Secret(u"a"_s), .refresh = Secret(u"r"_s)});
        QVERIFY(both.asClient);
        QCOMPARE(both.absolute, QUrl(u"https://id.example.com/r"_s));
        QCOMPARE(
            formOf(both), (QMap<QString, QString>{{u"token"_s, u"r"_s}, {u"token_type_hint"_s, u"refresh_token"_s}}));
        QCOMPARE(formOf(signIn.signOut({.access = Secret(u"a"_s)})).value(u"token"_s), u"a"_s);
        QVERIFY(!named(oidc({{u"revocation_endpoint"_s, u""_s}}).signInMethods, u"password"_s).make({}).signOut);
    }

    void addressesThatAreNoneAreIgnored_data()
    {
        QTest::addColumn<QJsonValue>("address");
        for (const auto *address : {"", "relative", "/path", "javascript:1", "https://", "ftp://a.example"})
            QTest::newRow(address) << QJsonValue(QString::fromLatin1(address));
        QTest::newRow("number") << QJsonValue(7);
        QTest::newRow("null") << QJsonValue();
    }
    void addressesThatAreNoneAreIgnored()
    {
        QFETCH(QJsonValue, address);
        const Dialect dialect = oidc({{u"registration_endpoint"_s, address}, {u"introspection_endpoint"_s, address},
            {u"userinfo_endpoint"_s, address}, {u"jwks_uri"_s, address}});
        QVERIFY(!dialect.clients && !dialect.tokens.introspect && !dialect.tokens.info && !dialect.tokens.keys);
    }

    void tokensGotHereAreRememberedAndRevoked()
    {
        const auto tokens = oidc().accessTokens;
        const Token token{.id = u"t1"_s, .value = Secret(u"secret"_s)};
        QVERIFY(tokens.memory.key == &Token::value);
        QVERIFY(!QJsonDocument(tokens.memory.write(token)).toJson().contains("secret"));
        QCOMPARE(formOf(tokens.remove(token)),
            (QMap<QString, QString>{{u"token"_s, u"secret"_s}, {u"token_type_hint"_s, u"access_token"_s}}));
        QCOMPARE(tokens.removal, Removal::Revoke);
    }
};

int tst_oidc(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Oidc>(argc, argv);
}
#include "tst_oidc.moc"
