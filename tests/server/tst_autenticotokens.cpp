// SPDX-License-Identifier: GPL-3.0-or-later
#include "autentico.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static Reply introspect(Fixture &server, const QString &token)
{
    return server.json("POST", "/oauth2/introspect", {{u"token"_s, token}}, {});
}

class tst_AutenticoTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_servers = std::make_unique<Autenticos>(); }
    void cleanupTestCase() { m_servers.reset(); }

    void itTellsWhatItIs_data() { addShapes(); }
    void itTellsWhatItIs()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const Reply reply = server.get("/.well-known/openid-configuration");
        QCOMPARE(reply.status, 200);
        const QJsonObject document = reply.object();
        const QString issuer = u"http://%1/oauth2"_s.arg(QString::fromLatin1(server.host()));
        QCOMPARE(document["issuer"_L1].toString(), issuer);
        QCOMPARE(document["token_endpoint"_L1].toString(), issuer + u"/token"_s);
        QCOMPARE(document["registration_endpoint"_L1].toString(), issuer + u"/register"_s);
        QCOMPARE(document["end_session_endpoint"_L1], QJsonValue(QString())); // there, and empty
        for (const QString &absent : {u"introspection_endpoint"_s, u"revocation_endpoint"_s, u"grant_types_supported"_s,
                 u"code_challenge_methods_supported"_s})
            QVERIFY2(!document.contains(absent), qPrintable(absent));
        const QString keys = document["jwks_uri"_L1].toString();
        QCOMPARE(keys, u"http://%1/.well-known/jwks.json"_s.arg(QString::fromLatin1(server.host())));
        const QJsonArray list = server.get(QUrl(keys).path().toLatin1()).object()["keys"_L1].toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0]["kid"_L1].toString(), u"autentico-key-1"_s);
        QCOMPARE(server.get("/oauth2/.well-known/openid-configuration").status, isActual ? 200 : 404);
    }

    void theIssuerFollowsThePrefix()
    {
        Fixture server({.personas = {u"teneo"_s, u"autentico"_s}});
        const Reply reply = server.get("/autentico/.well-known/openid-configuration");
        QCOMPARE(reply.text("issuer"_L1), u"http://%1/autentico/oauth2"_s.arg(QString::fromLatin1(server.host())));
        const Reply token = post(server, "/autentico/oauth2/token",
            {{"grant_type", "password"}, {"username", "admin@example.test"}, {"password", "admin_pass"}});
        QCOMPARE(claimsOf(accessToken(token))["iss"_L1].toString(), reply.text("issuer"_L1));
    }

    void aPasswordBuysTokens_data() { addShapes(); }
    void aPasswordBuysTokens()
    {
        QFETCH(bool, isActual);
        const Reply reply = passwordGrant(m_servers->of(isActual), "ana", {}, {{"scope", "openid"}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.text("token_type"_L1), u"Bearer"_s);
        QCOMPARE(reply.object()["expires_in"_L1].toInt(), 900);
        QCOMPARE(reply.text("scope"_L1), u"read write"_s);
        QVERIFY(!reply.object().contains("id_token"_L1));
        const QJsonObject access = claimsOf(accessToken(reply));
        QCOMPARE(access["scope"_L1].toString(), u"openid profile email"_s);
        QCOMPARE(access["azp"_L1].toString(), u"el_autentico_!"_s);
        QCOMPARE(access["aud"_L1].toArray().size(), 1);
        QCOMPARE(access["typ"_L1].toString(), u"Bearer"_s);
        QCOMPARE(access["email"_L1].toString(), u"ana@example.test"_s);
        QCOMPARE(access["realm_access"_L1]["roles"_L1].toArray(), QJsonArray{u"user"_s});
        QCOMPARE(access["exp"_L1].toInteger() - access["iat"_L1].toInteger(), 900);
        const QJsonObject refresh = claimsOf(reply.text("refresh_token"_L1));
        QCOMPARE(refresh.keys(), (QStringList{u"exp"_s, u"iat"_s, u"sid"_s, u"sub"_s}));
        QCOMPARE(refresh["exp"_L1].toInteger() - refresh["iat"_L1].toInteger(), 30 * 24 * 3600);
        QCOMPARE(refresh["sid"_L1], access["sid"_L1]);
    }

    void aBadTokenRequestIsRefused_data()
    {
        QTest::addColumn<bool>("isActual");
        QTest::addColumn<Parameters>("form");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        for (const bool isActual : {false, true}) {
            const auto row = [&](const char *name, const Parameters &form, const QByteArray &authorization, int status,
                                 const QString &error) {
                QTest::addRow("%s, %s", name, isActual ? "actual" : "documented")
                    << isActual << form << authorization << status << error;
            };
            const std::pair<QByteArray, QByteArray> password{"grant_type", "password"},
                name{"username", "ana@example.test"};
            const Parameters ana{password, name, {"password", "ana_pass"}};
            const auto with = [&](Parameters form, const QByteArray &key, const QByteArray &value) {
                form.emplace_back(key, value);
                return form;
            };
            row("nothing", {}, {}, 400, u"invalid_request"_s);
            row("unknown grant", {{"grant_type", "urn:x"}}, {}, 400, u"invalid_request"_s);
            row("client credentials", {{"grant_type", "client_credentials"}}, portalBasic, 400, u"invalid_request"_s);
            row("no user", {password, {"password", "x"}}, {}, 400, u"invalid_request"_s);
            row("no password", {password, name}, {}, 400, u"invalid_request"_s);
            row("wrong password", {password, name, {"password", "x"}}, {}, 401, u"invalid_grant"_s);
            row("unknown user", {password, {"username", "' OR 1=1--"}, {"password", "x"}}, {}, 401, u"invalid_grant"_s);
            row("unknown client", ana, basic("x", "y"), 401, u"invalid_client"_s);
            row("wrong secret", ana, basic(server::autentico::portalId, "x"), 401, u"invalid_client"_s);
            row("unreadable Basic", ana, "Basic ***", 401, u"invalid_client"_s);
            row("no secret", with(ana, "client_id", server::autentico::portalId), {}, 401, u"invalid_client"_s);
            row("no code", {{"grant_type", "authorization_code"}, {"redirect_uri", redirectUri}}, {}, 400,
                u"invalid_request"_s);
            row("no redirect URI", {{"grant_type", "authorization_code"}, {"code", "x"}}, {}, 400,
                u"invalid_request"_s);
            row("unknown code", {{"grant_type", "authorization_code"}, {"code", "x"}, {"redirect_uri", redirectUri}},
                {}, 400, u"invalid_grant"_s);
            row("no refresh token", {{"grant_type", "refresh_token"}}, {}, 401, u"invalid_grant"_s);
            row("malformed refresh token", {{"grant_type", "refresh_token"}, {"refresh_token", "a.b.c"}}, {}, 401,
                u"invalid_grant"_s);
        }
    }
    void aBadTokenRequestIsRefused()
    {
        QFETCH(bool, isActual);
        QFETCH(Parameters, form);
        QFETCH(QByteArray, authorization);
        QFETCH(QString, error);
        const Reply reply = post(m_servers->of(isActual), "/oauth2/token", form, authorization);
        QTEST(reply.status, "status");
        QVERIFY2(isAutenticoError(reply, isActual, error), reply.body.constData());
        QVERIFY(!reply.headers.contains("www-authenticate"));
    }

    void anUnknownClientOfTheFormIsNone()
    {
        Fixture &server = m_servers->of(true);
        QCOMPARE(passwordGrant(server, "ana", {}, {{"client_id", "no such client"}}).status, 200);
    }

    void aClientNeedsTheGrant()
    {
        Fixture &server = m_servers->of(true);
        const QString admin = administrator(server);
        const QJsonObject plain{{u"client_name"_s, u"Plain"_s}, {u"redirect_uris"_s, QJsonArray{u"http://a.test/"_s}}};
        const Reply client = server.json("POST", "/oauth2/register", plain, admin);
        const QByteArray id = client.text("client_id"_L1).toLatin1();
        const Reply refused = passwordGrant(server, "ana", basic(id, client.text("client_secret"_L1).toLatin1()));
        QCOMPARE(refused.status, 400);
        QVERIFY(isAutenticoError(refused, true, u"unauthorized_client"_s));
        server.remove("/oauth2/register/" + id, admin);
        const Reply inactive = passwordGrant(server, "ana", basic(id, client.text("client_secret"_L1).toLatin1()));
        QCOMPARE(inactive.status, 401);
        QVERIFY(isAutenticoError(inactive, true, u"invalid_client"_s));
    }

    void aRefreshTokenWorksAgainAndAgain_data() { addShapes(); }
    void aRefreshTokenWorksAgainAndAgain()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const Reply first = passwordGrant(server, "ben", portalBasic);
        const Parameters again{
            {"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token"_L1).toLatin1()}};
        for (int i = 0; i < 2; ++i) {
            const Reply next = post(server, "/oauth2/token", again, portalBasic);
            QCOMPARE(next.status, 200);
            QVERIFY(next.text("refresh_token"_L1) != first.text("refresh_token"_L1));
            QVERIFY(claimsOf(accessToken(next))["sid"_L1] != claimsOf(accessToken(first))["sid"_L1]);
        }
        QCOMPARE(post(server, "/oauth2/revoke", {{"token", accessToken(first).toLatin1()}}).status, 200);
        const Reply dead = post(server, "/oauth2/token", again, portalBasic);
        QCOMPARE(dead.status, 401);
        QVERIFY(isAutenticoError(dead, isActual, u"invalid_grant"_s));
    }

    void introspectionTellsOfATokenInForce_data() { addShapes(); }
    void introspectionTellsOfATokenInForce()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const QString token = accessToken(passwordGrant(server, "ana"));
        const Reply reply = introspect(server, token);
        QCOMPARE(reply.status, 200);
        const QJsonObject claims = claimsOf(token);
        const QJsonObject expected{{u"active"_s, true}, {u"scope"_s, u"read write"_s},
            {u"client_id"_s, u"el_autentico_!"_s}, {u"token_type"_s, u"Bearer"_s}, {u"exp"_s, claims["exp"_L1]},
            {u"iat"_s, claims["iat"_L1]}, {u"sub"_s, claims["sub"_L1]}, {u"jti"_s, reply.object()["jti"_L1]}};
        QCOMPARE(reply.object(), expected);
        QVERIFY(reply.object()["jti"_L1] != claims["jti"_L1]);
    }

    void introspectionRefusesTheRest_data() { addShapes(); }
    void introspectionRefusesTheRest()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const auto refuses = [&](const Reply &reply, int status, const QString &code) {
            return reply.status == status && isAutenticoError(reply, isActual, code);
        };
        const Reply tokens = passwordGrant(server, "ana");
        QVERIFY(refuses(introspect(server, {}), 400, u"invalid_request"_s));
        QVERIFY(
            refuses(server.send("POST", "/oauth2/introspect", {}, "{", "application/json"), 400, u"invalid_request"_s));
        QVERIFY(refuses(post(server, "/oauth2/introspect", {{"token", "x"}}), 400, u"invalid_request"_s));
        QVERIFY(refuses(introspect(server, u"x.y.z"_s), 401, u"invalid_token"_s));
        QVERIFY(refuses(introspect(server, tokens.text("refresh_token"_L1)), 401, u"invalid_token"_s));
        QVERIFY(refuses(introspect(server, accessToken(tokens).chopped(3)), 401, u"invalid_token"_s));
        const QString other = accessToken(passwordGrant(server, "ben"));
        QCOMPARE(server.send("POST", "/oauth2/logout", other, {}, {}).object(), (QJsonObject{{u"data"_s, u"ok"_s}}));
        QVERIFY(refuses(introspect(server, other), 401, u"invalid_grant"_s));
        server.time.advance(15min);
        QVERIFY(refuses(introspect(server, accessToken(tokens)), 401, u"invalid_token"_s));
    }

    void onlyAccessTokensAreRevoked_data() { addShapes(); }
    void onlyAccessTokensAreRevoked()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const Reply tokens = passwordGrant(server, "ana");
        const auto revoke = [&](const QString &token) {
            return post(server, "/oauth2/revoke", {{"token", token.toLatin1()}, {"token_type_hint", "refresh_token"}});
        };
        const Reply refresh = revoke(tokens.text("refresh_token"_L1));
        QCOMPARE(refresh.status, 401);
        QVERIFY(isAutenticoError(refresh, isActual, u"invalid_token"_s));
        QCOMPARE(revoke(u"x"_s).status, 401);
        QCOMPARE(post(server, "/oauth2/revoke", {{"x", "y"}}).status, 400);
        QCOMPARE(introspect(server, accessToken(tokens)).status, 200);
        const Reply done = revoke(accessToken(tokens));
        QCOMPARE(done.status, 200);
        QVERIFY(done.body.isEmpty());
        QCOMPARE(introspect(server, accessToken(tokens)).status, 401);
        QCOMPARE(revoke(accessToken(tokens)).status, 200);
    }

    void theBearerDecidesUserinfoAndLogout_data() { addShapes(); }
    void theBearerDecidesUserinfoAndLogout()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const QString token = accessToken(passwordGrant(server, "carla"));
        for (const QByteArray path : {"/oauth2/userinfo", "/oauth2/protocol/openid-connect/userinfo"}) {
            const Reply reply = server.get(path, token);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.object(),
                (QJsonObject{{u"sub"_s, claimsOf(token)["sub"_L1]}, {u"email"_s, u"carla@example.test"_s},
                    {u"username"_s, u"carla@example.test"_s}, {u"scope"_s, u"read write"_s}}));
        }
        QVERIFY(isAutenticoError(server.get("/oauth2/userinfo"), isActual, u"invalid_request"_s));
        QVERIFY(isAutenticoError(server.get("/oauth2/userinfo", u"x"_s), isActual, u"invalid_token"_s));
        const Reply lower
            = server.exchange("GET", "/oauth2/userinfo", "Authorization: bearer " + token.toLatin1() + "\r\n", {});
        QVERIFY(isAutenticoError(lower, isActual, u"invalid_request"_s)); // the scheme's case counts here
        QCOMPARE(server.send("POST", "/oauth2/logout", {}, {}, {}).status, 401);
        QCOMPARE(server.send("POST", "/oauth2/logout", token, {}, {}).status, 200);
        const Reply ended = server.get("/oauth2/userinfo", token);
        QCOMPARE(ended.status, 401);
        QVERIFY(isAutenticoError(ended, isActual, u"invalid_grant"_s));
    }

    void unknownPathsAndMethodsAreAnsweredAsGoDoes()
    {
        for (const bool isActual : {false, true}) {
            Fixture &server = m_servers->of(isActual);
            const Reply unknown = server.get("/oauth2/nothing");
            QCOMPARE(unknown.status, 404);
            QCOMPARE(unknown.body, "404 page not found\n");
            QVERIFY(unknown.headers["content-type"].startsWith("text/plain"));
            for (const QByteArray path : {"/oauth2/token", "/oauth2/login", "/oauth2/revoke"}) {
                const Reply reply = server.get(path);
                QCOMPARE(reply.status, 400);
                QVERIFY(isAutenticoError(reply, isActual, u"invalid_request"_s));
            }
            QCOMPARE(server.send("PATCH", "/oauth2/register", administrator(server), {}, {}).status, 405);
            QCOMPARE(server.form("/.well-known/jwks.json", {}).status, 200);
        }
    }

    void nothingIsLostByARestart()
    {
        const QTemporaryDir folder;
        const server::Options options{
            .personas = {u"autentico"_s}, .data = folder.filePath(u"a.sqlite"_s), .demo = true};
        QString access, refresh;
        {
            Fixture server(options);
            const Reply tokens = passwordGrant(server, "ana", portalBasic);
            access = accessToken(tokens);
            refresh = tokens.text("refresh_token"_L1);
        }
        Fixture server(options);
        QCOMPARE(introspect(server, access).status, 200);
        const Parameters form{{"grant_type", "refresh_token"}, {"refresh_token", refresh.toLatin1()}};
        QCOMPARE(post(server, "/oauth2/token", form, portalBasic).status, 200);
        server.time.advance(30 * 24h);
        QCOMPARE(post(server, "/oauth2/token", form, portalBasic).status, 401);
    }

private:
    std::unique_ptr<Autenticos> m_servers;
};

int tst_autenticotokens(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoTokens>(argc, argv);
}
#include "tst_autenticotokens.moc"
