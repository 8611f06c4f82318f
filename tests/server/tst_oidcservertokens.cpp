// SPDX-License-Identifier: GPL-3.0-or-later
#include "oidc.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QJsonObject inactive{{u"active"_s, false}};

static Reply introspect(Fixture &server, const QByteArray &token, const QByteArray &authorization = service)
{
    return post(server, "/introspect", {{"token", token}}, authorization);
}

static Reply refresh(Fixture &server, const QByteArray &token, const QByteArray &scope = {})
{
    Parameters form{{"grant_type", "refresh_token"}, {"refresh_token", token}};
    if (!scope.isEmpty())
        form.emplace_back("scope", scope);
    return post(server, "/token", form, webapp);
}

class tst_OidcServerTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = makeProvider(); }
    void cleanupTestCase() { m_server.reset(); }

    void itTellsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("OpenID Connect Discovery") << "/.well-known/openid-configuration"_qba;
        QTest::newRow("RFC 8414") << "/.well-known/oauth-authorization-server"_qba;
    }
    void itTellsWhatItIs()
    {
        QFETCH(QByteArray, path);
        const QJsonObject document = m_server->get(path).object();
        const QString issuer = u"http://%1"_s.arg(QString::fromLatin1(m_server->host()));
        QCOMPARE(document["issuer"_L1].toString(), issuer);
        for (auto member = document.begin(); member != document.end(); ++member) {
            if (member.key().endsWith(u"_endpoint"_s) || member.key() == "jwks_uri"_L1)
                QVERIFY2(member.value().toString().startsWith(issuer + u'/'), qPrintable(member.key()));
        }
        QCOMPARE(document["code_challenge_methods_supported"_L1].toArray(), QJsonArray{u"S256"_s});
        QCOMPARE(document["authorization_response_iss_parameter_supported"_L1], QJsonValue(true));
        Fixture several({.personas = {u"oidc"_s, u"teneo"_s}});
        QCOMPARE(several.get("/oidc" + path).text("issuer"_L1),
            u"http://%1/oidc"_s.arg(QString::fromLatin1(several.host())));
    }

    void itsKeysAreThoseOfItsTokens()
    {
        const QJsonArray keys = m_server->get("/jwks").object()["keys"_L1].toArray();
        QCOMPARE(keys.size(), 1);
        const QString access = userGrant(*m_server, "ana").text("access_token"_L1);
        const QJsonObject header = QJsonDocument::fromJson(
            QByteArray::fromBase64(access.section(u'.', 0, 0).toLatin1(), QByteArray::Base64UrlEncoding))
                                       .object();
        QCOMPARE(header, (QJsonObject{{u"alg"_s, u"RS256"_s}, {u"kid"_s, keys[0]["kid"_L1]}, {u"typ"_s, u"at+jwt"_s}}));
    }

    void aBadTokenRequestIsRefused_data()
    {
        QTest::addColumn<Parameters>("form");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const Parameters &form, const QByteArray &authorization, int status,
                             const QString &error) { QTest::newRow(name) << form << authorization << status << error; };
        const std::pair<QByteArray, QByteArray> own{"grant_type", "client_credentials"},
            password{"grant_type", "password"}, code{"grant_type", "authorization_code"},
            again{"grant_type", "refresh_token"}, id{"client_id", "service"};
        row("nothing", {}, {}, 400, u"invalid_client"_s);
        row("no grant", {{"x", "y"}}, service, 400, u"invalid_request"_s);
        row("unknown grant", {{"grant_type", "implicit"}}, service, 400, u"unsupported_grant_type"_s);
        row("grant twice", {own, own}, service, 400, u"invalid_request"_s);
        row("grant not allowed", {password}, service, 400, u"unauthorized_client"_s);
        row("unknown client", {own}, basic("x", "y"), 401, u"invalid_client"_s);
        row("wrong secret", {own}, basic("service", "x"), 401, u"invalid_client"_s);
        row("unreadable Basic", {own}, "Basic ***", 401, u"invalid_client"_s);
        row("wrong secret in the form", {own, id, {"client_secret", "x"}}, {}, 400, u"invalid_client"_s);
        row("no secret", {own, id}, {}, 400, u"invalid_client"_s);
        row("two ways", {own, id, {"client_secret", "service_secret"}}, service, 400, u"invalid_request"_s);
        row("two clients", {own, {"client_id", "webapp"}}, service, 400, u"invalid_request"_s);
        row("public client with a secret", {code, {"client_id", "console"}, {"client_secret", "x"}}, {}, 400,
            u"invalid_client"_s);
        row("public client alone", {own, {"client_id", "console"}}, {}, 400, u"unauthorized_client"_s);
        row("malformed scope", {own, {"scope", "a\"b"}}, service, 400, u"invalid_scope"_s);
        row("no user", {password, {"password", "x"}}, webapp, 400, u"invalid_request"_s);
        row("wrong password", {password, {"username", "ana"}, {"password", "x"}}, webapp, 400, u"invalid_grant"_s);
        row("no code", {code}, webapp, 400, u"invalid_request"_s);
        row("unknown code", {code, {"code", "x"}}, webapp, 400, u"invalid_grant"_s);
        row("no refresh token", {again}, webapp, 400, u"invalid_request"_s);
        row("unknown refresh token", {again, {"refresh_token", "x"}}, webapp, 400, u"invalid_grant"_s);
    }
    void aBadTokenRequestIsRefused()
    {
        QFETCH(Parameters, form);
        QFETCH(QByteArray, authorization);
        const Reply reply = post(*m_server, "/token", form, authorization);
        QTEST(reply.status, "status");
        QVERIFY(reply.isError());
        QTEST(reply.text("error"_L1), "error");
        QVERIFY(!reply.text("error_description"_L1).contains(u'"')); // RFC 6749 §5.2
        QCOMPARE(reply.headers.value("www-authenticate").startsWith("Basic "), reply.status == 401);
        QCOMPARE(reply.headers["cache-control"], "no-store");
    }

    void aRequestMustBeAForm()
    {
        for (const QByteArray path : {"/token", "/introspect", "/revoke"}) {
            QCOMPARE(m_server->send("POST", path, {}, "{}", "application/json").text("error"_L1), u"invalid_request"_s);
            const Reply wrongMethod = m_server->get(path);
            QCOMPARE(wrongMethod.status, 405);
            QCOMPARE(wrongMethod.headers["allow"], "POST");
        }
    }

    void aCodeIsBound_data()
    {
        QTest::addColumn<Parameters>("changes");
        QTest::newRow("other redirect URI") << Parameters{{"redirect_uri", "http://127.0.0.1/callback"}};
        QTest::newRow("no redirect URI") << Parameters{{"redirect_uri", ""}};
        QTest::newRow("other verifier") << Parameters{{"code_verifier", QByteArray(43, 'w')}};
        QTest::newRow("no verifier") << Parameters{{"code_verifier", ""}};
        QTest::newRow("other client") << Parameters{{"client_id", "webapp"}, {"client_secret", "webapp_secret"}};
    }
    void aCodeIsBound()
    {
        QFETCH(Parameters, changes);
        Browser browser(*m_server);
        const Reply reply = redeem(*m_server, parameter(signIn(browser), u"code"), changes);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("error"_L1), u"invalid_grant"_s);
    }

    void aVerifierNeedsAChallenge()
    {
        Browser browser(*m_server);
        const Parameters plain{{"client_id", "webapp"}, {"code_challenge", ""}, {"code_challenge_method", ""}};
        const QString code = parameter(signIn(browser, plain), u"code");
        const Parameters web{{"client_id", "webapp"}, {"client_secret", "webapp_secret"}};
        QCOMPARE(redeem(*m_server, code, web).text("error"_L1), u"invalid_grant"_s); // a downgrade, RFC 9700 §4.8
        const QString next = parameter(browser.open(authorizePath(plain)), u"code");
        QCOMPARE(redeem(*m_server, next,
                     {{"client_id", "webapp"}, {"client_secret", "webapp_secret"}, {"code_verifier", ""}})
                     .status,
            200);
    }

    void aCodeThatComesTwiceEndsItsTokens()
    {
        Browser browser(*m_server);
        const QString code = parameter(signIn(browser), u"code");
        const QByteArray access = member(redeem(*m_server, code), "access_token"_L1);
        QCOMPARE(introspect(*m_server, access).object()["active"_L1], QJsonValue(true));
        QCOMPARE(redeem(*m_server, code).text("error"_L1), u"invalid_grant"_s);
        QCOMPARE(introspect(*m_server, access).object(), inactive);
        const QString late = parameter(browser.open(authorizePath()), u"code");
        m_server->time.advance(5min);
        QCOMPARE(redeem(*m_server, late).text("error"_L1), u"invalid_grant"_s);
    }

    void aRefreshTokenRotatesAndItsReuseEndsTheFamily()
    {
        const Reply first = userGrant(*m_server, "ana");
        const QByteArray old = member(first, "refresh_token"_L1);
        const Reply second = refresh(*m_server, old);
        QCOMPARE(second.status, 200);
        QVERIFY(!claimsOf(second.text("id_token"_L1)).contains("nonce"_L1));
        QCOMPARE(introspect(*m_server, old).object(), inactive);
        QCOMPARE(refresh(*m_server, old).text("error"_L1), u"invalid_grant"_s);
        for (const Reply &reply : {first, second})
            QCOMPARE(introspect(*m_server, member(reply, "access_token"_L1)).object(), inactive);
        QCOMPARE(refresh(*m_server, member(second, "refresh_token"_L1)).text("error"_L1), u"invalid_grant"_s);
    }

    void aRefreshMayNarrowTheScope()
    {
        const Reply first = userGrant(*m_server, "ana", "openid email unknown");
        QCOMPARE(first.text("scope"_L1), u"openid email"_s);
        QCOMPARE(refresh(*m_server, member(first, "refresh_token"_L1), "openid profile").text("error"_L1),
            u"invalid_scope"_s);
        const Reply narrow = refresh(*m_server, member(first, "refresh_token"_L1), "email");
        QCOMPARE(narrow.text("scope"_L1), u"email"_s);
        QVERIFY(!narrow.object().contains("id_token"_L1));
        QCOMPARE(refresh(*m_server, member(narrow, "refresh_token"_L1)).text("scope"_L1), u"openid email"_s);
    }

    void aClientGetsATokenOfItsOwn()
    {
        const Reply reply
            = post(*m_server, "/token", {{"grant_type", "client_credentials"}, {"scope", "a b a"}}, service);
        QCOMPARE(reply.object().keys(), (QStringList{u"access_token"_s, u"expires_in"_s, u"scope"_s, u"token_type"_s}));
        QCOMPARE(reply.text("scope"_L1), u"a b"_s);
        QCOMPARE(claimsOf(reply.text("access_token"_L1))["sub"_L1].toString(), u"service"_s);
        QCOMPARE(m_server->get("/userinfo", reply.text("access_token"_L1)).status, 403);
    }

    void introspectionIsForWhoMaySeeTheToken()
    {
        const Reply tokens = userGrant(*m_server, "ana");
        const QByteArray access = member(tokens, "access_token"_L1);
        const Reply own = introspect(*m_server, access, webapp);
        QCOMPARE(own.status, 200);
        QCOMPARE(own.headers["cache-control"], "no-store");
        QCOMPARE(own.object(),
            (QJsonObject{{u"active"_s, true}, {u"client_id"_s, u"webapp"_s}, {u"username"_s, u"ana"_s},
                {u"sub"_s, u"u-ana"_s}, {u"scope"_s, u"openid email"_s}, {u"token_type"_s, u"Bearer"_s},
                {u"iss"_s, claimsOf(tokens.text("access_token"_L1))["iss"_L1]},
                {u"aud"_s, claimsOf(tokens.text("access_token"_L1))["aud"_L1]},
                {u"jti"_s, claimsOf(tokens.text("access_token"_L1))["jti"_L1]},
                {u"iat"_s, m_server->time.now().toSecsSinceEpoch()},
                {u"exp"_s, m_server->time.now().toSecsSinceEpoch() + 3600}}));
        const QByteArray admin = "Bearer " + member(userGrant(*m_server, "admin"), "access_token"_L1);
        QCOMPARE(introspect(*m_server, access, admin).object(), own.object());
        QCOMPARE(introspect(*m_server, access, service).object(), own.object()); // a resource server
        QVERIFY(!introspect(*m_server, member(tokens, "refresh_token"_L1), webapp).object().contains("token_type"_L1));
        const QByteArray foreign
            = member(post(*m_server, "/token", {{"grant_type", "client_credentials"}}, service), "access_token"_L1);
        for (const QByteArray &token : {foreign, "unknown"_qba, access.chopped(2), member(tokens, "id_token"_L1)})
            QCOMPARE(introspect(*m_server, token, webapp).object(), inactive);
        m_server->time.advance(1h);
        QCOMPARE(introspect(*m_server, access, webapp).object(), inactive);
    }

    void introspectionWantsToKnowWhoAsks_data()
    {
        QTest::addColumn<Parameters>("form");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        const Parameters token{{"token", "x"}};
        QTest::newRow("nobody") << token << ""_qba << 400;
        QTest::newRow("wrong secret") << token << basic("service", "x") << 401;
        QTest::newRow("unknown bearer") << token << "Bearer x"_qba << 401;
        QTest::newRow("public client") << Parameters{{"token", "x"}, {"client_id", "console"}} << ""_qba << 401;
        QTest::newRow("no token") << Parameters{{"x", "y"}} << service << 400;
        QTest::newRow("token twice") << Parameters{{"token", "x"}, {"token", "y"}} << service << 400;
        QTest::newRow("by form") << Parameters{{"token", "x"}, {"client_id", "service"},
            {"client_secret", "service_secret"}}
                                 << ""_qba << 200;
    }
    void introspectionWantsToKnowWhoAsks()
    {
        QFETCH(Parameters, form);
        QFETCH(QByteArray, authorization);
        const Reply reply = post(*m_server, "/introspect", form, authorization);
        QTEST(reply.status, "status");
        QCOMPARE(reply.headers.contains("www-authenticate"), reply.status == 401);
        if (reply.status != 200)
            QVERIFY(reply.isError());
    }

    void revocationFollowsRfc7009_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("hint");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<bool>("accessEnds");
        QTest::addColumn<bool>("refreshEnds");
        const QString access = u"access_token"_s, refresh = u"refresh_token"_s;
        QTest::newRow("access token") << access << ""_qba << webapp << true << false;
        QTest::newRow("refresh token") << refresh << ""_qba << webapp << true << true;
        QTest::newRow("wrong hint") << refresh << "access_token"_qba << webapp << true << true;
        QTest::newRow("unknown hint") << access << "other"_qba << webapp << true << false;
        QTest::newRow("another client's access token") << access << ""_qba << service << false << false;
        QTest::newRow("another client's refresh token") << refresh << ""_qba << service << false << false;
        QTest::newRow("unknown") << u"unknown"_s << ""_qba << webapp << false << false;
    }
    void revocationFollowsRfc7009()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, hint);
        QFETCH(QByteArray, authorization);
        const Reply tokens = userGrant(*m_server, "ben");
        const QString token = tokens.object().value(kind).toString(u"unknown"_s);
        const Reply reply
            = post(*m_server, "/revoke", {{"token", token.toLatin1()}, {"token_type_hint", hint}}, authorization);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.isEmpty());
        const auto hasEnded = [&](const char *name) {
            return introspect(*m_server, member(tokens, QLatin1StringView(name))).object() == inactive;
        };
        QTEST(hasEnded("access_token"), "accessEnds");
        QTEST(hasEnded("refresh_token"), "refreshEnds");
    }

    void aBadRevocationIsRefused()
    {
        QCOMPARE(post(*m_server, "/revoke", {{"token", "x"}}).text("error"_L1), u"invalid_client"_s);
        QCOMPARE(post(*m_server, "/revoke", {{"token", "x"}}, basic("x", "y")).status, 401);
        QCOMPARE(post(*m_server, "/revoke", {{"x", "y"}}, webapp).text("error"_L1), u"invalid_request"_s);
        const QByteArray id = member(userGrant(*m_server, "ana"), "id_token"_L1);
        const Reply reply = post(*m_server, "/revoke", {{"token", id}}, webapp);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("error"_L1), u"unsupported_token_type"_s);
        QCOMPARE(post(*m_server, "/revoke", {{"token", "x"}, {"client_id", "console"}}).status, 200);
    }

    void userinfoTellsWhatTheScopeAllows()
    {
        const Reply email = userGrant(*m_server, "carla");
        QCOMPARE(m_server->get("/userinfo", email.text("access_token"_L1)).object(),
            (QJsonObject{
                {u"sub"_s, u"u-carla"_s}, {u"email"_s, u"carla@example.test"_s}, {u"email_verified"_s, true}}));
        const QByteArray profile = member(userGrant(*m_server, "carla", "openid profile"), "access_token"_L1);
        const Reply posted = post(*m_server, "/userinfo", {{"access_token", profile}});
        QCOMPARE(posted.text("name"_L1), u"Carla Conti"_s);
        QVERIFY(!posted.object().contains("email"_L1));
        QCOMPARE(post(*m_server, "/userinfo", {{"access_token", profile}}, "Bearer " + profile).status, 400);
        const Reply none = m_server->get("/userinfo");
        QCOMPARE(none.status, 401);
        QCOMPARE(none.headers["www-authenticate"], R"(Bearer realm="oidc")");
        const Reply wrong = m_server->get("/userinfo", email.text("refresh_token"_L1));
        QCOMPARE(wrong.status, 401);
        QVERIFY(wrong.headers["www-authenticate"].contains("invalid_token"));
        const Reply little
            = m_server->get("/userinfo", userGrant(*m_server, "carla", "email").text("access_token"_L1));
        QCOMPARE(little.status, 403);
        QVERIFY(little.headers["www-authenticate"].contains("insufficient_scope"));
    }

    void nothingIsLostByARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"o.sqlite"_s);
        QByteArray keys, access, old;
        {
            const auto server = makeProvider(file);
            keys = server->get("/jwks").body;
            const Reply tokens = userGrant(*server, "ana");
            access = member(tokens, "access_token"_L1);
            old = member(tokens, "refresh_token"_L1);
        }
        const auto server = makeProvider(file);
        QCOMPARE(server->get("/jwks").body, keys);
        QCOMPARE(introspect(*server, access).object()["active"_L1], QJsonValue(true));
        QCOMPARE(refresh(*server, old).status, 200);
        QCOMPARE(server->get("/_control/oidc/x").status, 401);
        QCOMPARE(server->control("/_control/oidc/x", {}).status, 404);
    }

private:
    std::unique_ptr<Fixture> m_server;
};

int tst_oidcservertokens(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcServerTokens>(argc, argv);
}
#include "tst_oidcservertokens.moc"
