// SPDX-License-Identifier: GPL-3.0-or-later
#include "autentico.h"

#include "app/server/random.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static QJsonObject dataOf(const Reply &reply)
{
    return reply.object()["data"_L1].toObject();
}

class tst_AutenticoLater : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<Fixture>(server::Options{.personas = {u"autentico"_s}, .demo = true});
        m_untouched = std::make_unique<Fixture>(server::Options{.personas = {u"autentico"_s}, .demo = true});
        for (Fixture *server : {m_server.get(), m_untouched.get()})
            QCOMPARE(server->control("/_control/autentico/version", {{u"later"_s, true}}).status, 204);
        m_administrator = administrator(*m_untouched);
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_untouched.reset();
    }

    void theVersionIsATruthValue()
    {
        QCOMPARE(m_server->control("/_control/autentico/version", {{u"later"_s, 2}}).status, 400);
        QCOMPARE(m_server->control("/_control/autentico/other", {}).status, 404);
        Fixture first({.personas = {u"autentico"_s}});
        QCOMPARE(first.get("/admin/api/users", administrator(first)).status, 404);
    }

    void theDescriptionListsWhatIsServed()
    {
        Fixture first({.personas = {u"autentico"_s}});
        const QJsonObject document = m_server->get("/openapi.json").object();
        QCOMPARE(
            document["servers"_L1][0]["url"_L1].toString(), u"http://%1"_s.arg(QString::fromLatin1(m_server->host())));
        QCOMPARE(
            first.get("/openapi.json").object()["paths"_L1].toObject().keys(), document["paths"_L1].toObject().keys());
        const auto isServed = [](Fixture &server, const QByteArray &method, const QByteArray &path) {
            return server.send(method, path, {}, {}, {}).body != "404 page not found\n";
        };
        int count = 0;
        const QJsonObject paths = document["paths"_L1].toObject();
        for (const QString &path : paths.keys()) {
            const QJsonObject operations = paths[path].toObject();
            for (const QString &method : operations.keys()) {
                if (method == "parameters"_L1)
                    continue;
                ++count;
                const bool isLater = operations[method]["tags"_L1][0].toString() == "Version 2"_L1;
                const bool isRunning = path == "/user"_L1 || path == "/oauth2/.well-known/openid-configuration"_L1;
                const QByteArray verb = method.toUpper().toLatin1();
                QVERIFY2(isServed(first, verb, path.toLatin1()) != (isLater || isRunning), qPrintable(method + path));
                if (isLater)
                    QVERIFY2(isServed(*m_server, verb, path.toLatin1()), qPrintable(method + path));
            }
        }
        QCOMPARE(count, 33);
    }

    void discoveryTellsMore()
    {
        const QJsonObject document = m_server->get("/.well-known/openid-configuration").object();
        const QString issuer = document["issuer"_L1].toString();
        QCOMPARE(document["introspection_endpoint"_L1].toString(), issuer + u"/introspect"_s);
        QCOMPARE(document["revocation_endpoint"_L1].toString(), issuer + u"/revoke"_s);
        QCOMPARE(document["end_session_endpoint"_L1].toString(), issuer + u"/logout"_s);
        QCOMPARE(document["code_challenge_methods_supported"_L1].toArray(), QJsonArray{u"S256"_s});
        QVERIFY(document["grant_types_supported"_L1].toArray().contains(u"client_credentials"_s));
        QCOMPARE(document["jwks_uri"_L1].toString(), issuer + u"/.well-known/jwks.json"_s);
        QCOMPARE(m_server->get("/oauth2/.well-known/jwks.json").object()["keys"_L1].toArray().size(), 1);
        QCOMPARE(m_server->get("/.well-known/jwks.json").status, 404);
    }

    void aRefreshTokenWorksOnce()
    {
        const Reply first = passwordGrant(*m_server, "ana", portalBasic, {{"scope", "openid email"}});
        QCOMPARE(first.text("scope"_L1), u"openid email"_s);
        const QJsonObject id = claimsOf(first.text("id_token"_L1));
        QCOMPARE(id["aud"_L1].toString(), QString::fromLatin1(server::autentico::portalId));
        const Parameters form{
            {"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token"_L1).toLatin1()}};
        QCOMPARE(post(*m_server, "/oauth2/token", form).status, 401); // not its client
        QCOMPARE(post(*m_server, "/oauth2/token", form, portalBasic).status, 200);
        QCOMPARE(post(*m_server, "/oauth2/token", form, portalBasic).status, 401);
        QCOMPARE(m_server->get("/oauth2/userinfo", accessToken(first)).status, 200);
    }

    void aClientGetsATokenOfItsOwn()
    {
        const Reply reply = post(*m_server, "/oauth2/token", {{"grant_type", "client_credentials"}}, portalBasic);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.object().contains("refresh_token"_L1));
        QVERIFY(!reply.object().contains("id_token"_L1));
        QCOMPARE(claimsOf(accessToken(reply))["sub"_L1].toString(), QString::fromLatin1(server::autentico::portalId));
        QCOMPARE(m_server->get("/admin/api/users", accessToken(reply)).status, 403); // not its audience
        QCOMPARE(m_server->get("/oauth2/userinfo", accessToken(reply)).status, 401);
        QCOMPARE(post(*m_server, "/oauth2/token", {{"grant_type", "client_credentials"}}).status, 401);
    }

    void introspectionIsStandard()
    {
        const auto ask = [&](const QString &token, const QByteArray &authorization) {
            return post(*m_server, "/oauth2/introspect", {{"token", token.toLatin1()}}, authorization);
        };
        const Reply own = passwordGrant(*m_server, "ana", portalBasic);
        const Reply foreign = passwordGrant(*m_server, "ana");
        const QByteArray admin = "Bearer " + administrator(*m_server).toLatin1();
        QCOMPARE(ask(accessToken(own), {}).status, 401);
        QCOMPARE(ask(accessToken(own), basic("x", "y")).status, 401);
        QCOMPARE(ask(accessToken(own), "Bearer " + accessToken(own).toLatin1()).status, 403);
        const Reply active = ask(accessToken(own), portalBasic);
        QCOMPARE(active.status, 200);
        QCOMPARE(active.object()["active"_L1], QJsonValue(true));
        QCOMPARE(active.text("client_id"_L1), QString::fromLatin1(server::autentico::portalId));
        QVERIFY(active.text("iss"_L1).endsWith(u"/oauth2"_s));
        QCOMPARE(ask(own.text("refresh_token"_L1), portalBasic).object()["active"_L1], QJsonValue(true));
        QCOMPARE(ask(accessToken(foreign), admin).object()["active"_L1], QJsonValue(true));
        const QJsonObject inactive{{u"active"_s, false}};
        QCOMPARE(ask(accessToken(foreign), portalBasic).object(), inactive);
        QCOMPARE(ask(u"x"_s, portalBasic).object(), inactive);
        const Reply json = m_server->json(
            "POST", "/oauth2/introspect", {{u"token"_s, accessToken(own)}}, QString::fromLatin1(admin.mid(7)));
        QCOMPARE(json.object()["active"_L1], QJsonValue(true));
    }

    void revocationIsStandard()
    {
        const auto revoke = [&](const QString &token, const QByteArray &authorization) {
            return post(*m_server, "/oauth2/revoke", {{"token", token.toLatin1()}}, authorization).status;
        };
        const Reply own = passwordGrant(*m_server, "ana", portalBasic);
        const Reply foreign = passwordGrant(*m_server, "ana");
        QCOMPARE(revoke(accessToken(own), {}), 401);
        QCOMPARE(revoke(u"x"_s, portalBasic), 200);
        QCOMPARE(revoke(accessToken(foreign), portalBasic), 200);
        QCOMPARE(m_server->get("/oauth2/userinfo", accessToken(foreign)).status, 200); // untouched
        QCOMPARE(revoke(own.text("refresh_token"_L1), portalBasic), 200);
        QCOMPARE(m_server->get("/oauth2/userinfo", accessToken(own)).status, 401);
    }

    void aChallengeIsMet_data()
    {
        QTest::addColumn<QByteArray>("verifier");
        QTest::addColumn<int>("status");
        QTest::newRow("right") << QByteArray(43, 'v') << 200;
        QTest::newRow("wrong") << QByteArray(43, 'w') << 400;
        QTest::newRow("missing") << ""_qba << 400;
    }
    void aChallengeIsMet()
    {
        QFETCH(QByteArray, verifier);
        QFETCH(int, status);
        const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        const QByteArray path
            = QByteArray("/oauth2/authorize?response_type=code&scope=openid&nonce=n1&state=s&client_id=")
            + server::autentico::portalId + "&redirect_uri=http://127.0.0.1/callback&code_challenge="
            + server::digest(QString(43, u'v')).toBase64(options);
        Browser browser(*m_server);
        QCOMPARE(browser.open(path).status, 403); // plain is not supported
        const Reply page = browser.open(path + "&code_challenge_method=S256");
        const Reply done = browser.submit(page, {{"username", "ana@example.test"}, {"password", "ana_pass"}});
        QCOMPARE(done.status, 302);
        const Reply tokens = post(*m_server, "/oauth2/token",
            {{"grant_type", "authorization_code"}, {"code", parameter(done, u"code").toLatin1()},
                {"redirect_uri", "http://127.0.0.1/callback"}, {"code_verifier", verifier}},
            portalBasic);
        QCOMPARE(tokens.status, status);
        if (status == 200)
            QCOMPARE(claimsOf(tokens.text("id_token"_L1))["nonce"_L1].toString(), u"n1"_s);
    }

    void thePromptDecides()
    {
        const QByteArray path = "/oauth2/authorize?response_type=code&state=s&redirect_uri=http://127.0.0.1/callback";
        Browser browser(*m_server);
        QCOMPARE(parameter(browser.open(path + "&prompt=none"), u"error"), u"login_required"_s);
        browser.submit(browser.open(path), {{"username", "ana@example.test"}, {"password", "ana_pass"}});
        QVERIFY(!parameter(browser.open(path + "&prompt=none"), u"code").isEmpty());
        QCOMPARE(browser.open(path + "&prompt=login").status, 200);
    }

    void aRelyingPartySignsOut()
    {
        const QString admin = administrator(*m_server);
        const QByteArray client = QByteArray("/admin/api/clients/") + server::autentico::portalId;
        const QJsonObject change{{u"post_logout_redirect_uris"_s, QJsonArray{u"http://127.0.0.1/bye"_s}}};
        QCOMPARE(m_server->json("PUT", client, change, admin).status, 200);
        const Reply tokens = passwordGrant(*m_server, "ana", portalBasic, {{"scope", "openid"}});
        const QByteArray hint = "id_token_hint=" + tokens.text("id_token"_L1).toLatin1();
        const Reply elsewhere = m_server->get("/oauth2/logout?post_logout_redirect_uri=http://evil.test/&" + hint);
        QCOMPARE(elsewhere.status, 200);
        const Reply bye = m_server->get("/oauth2/logout?state=s&post_logout_redirect_uri=http://127.0.0.1/bye&" + hint);
        QCOMPARE(bye.status, 302);
        QCOMPARE(bye.headers["location"], "http://127.0.0.1/bye?state=s");
        QCOMPARE(m_server->get("/oauth2/userinfo", accessToken(tokens)).status, 401);
    }

    void aClientMayBringItsIdAndSecret()
    {
        const QString admin = administrator(*m_server);
        const QJsonObject wish{{u"client_id"_s, u"mine"_s}, {u"client_secret"_s, u"my_secret"_s},
            {u"client_name"_s, u"Mine"_s}, {u"redirect_uris"_s, QJsonArray{u"http://a.test/"_s}},
            {u"grant_types"_s, QJsonArray{u"password"_s}}};
        const Reply made = m_server->json("POST", "/admin/api/clients", wish, admin);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("client_id"_L1), u"mine"_s);
        QCOMPARE(made.object()["client_id_issued_at"_L1].toInteger(), m_server->time.now().toSecsSinceEpoch());
        QCOMPARE(passwordGrant(*m_server, "ana", basic("mine", "my_secret")).status, 200);
        QCOMPARE(m_server->json("POST", "/admin/api/clients", wish, admin).status, 400); // taken
        QCOMPARE(m_server->get("/oauth2/register", admin).status, 405); // the old list is gone
        QCOMPARE(m_server->remove("/admin/api/clients/mine", admin).status, 204);
        QCOMPARE(m_server->get("/admin/api/clients/mine", admin).object()["is_active"_L1], QJsonValue(false));
    }

    void aUserIsMadeAmongTheUsers()
    {
        const Reply reply = m_server->json("POST", "/admin/api/users",
            {{u"username"_s, u"gil@example.test"_s}, {u"password"_s, u"gil_pass"_s}}, administrator(*m_server));
        QCOMPARE(reply.status, 201);
        QCOMPARE(dataOf(reply).keys(), (QStringList{u"created_at"_s, u"email"_s, u"id"_s, u"role"_s, u"username"_s}));
        QCOMPARE(m_server->json("POST", "/user", {}, administrator(*m_server)).status, 404);
    }

    void aListIsFilteredSortedAndPaged_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QStringList>("expected"); // the first three
        QTest::addColumn<int>("total"); // 0: as many as there are
        const auto row
            = [](const char *name, const QByteArray &query, const QString &member, const QStringList &expected,
                  int total) { QTest::newRow(name) << query << member << expected << total; };
        const QString name = u"username"_s, client = u"client_name"_s;
        row("ascending", "users?sort=username&search=example", name,
            {u"admin@example.test"_s, u"ana@example.test"_s, u"ben@example.test"_s}, 0);
        row("descending", "users?sort=email&order=desc&role=user&search=D", name, {u"dmitri@example.test"_s}, 1);
        row("offset", "users?sort=username&limit=2&offset=2", name, {u"ben@example.test"_s, u"carla@example.test"_s},
            0);
        row("one value", "users?role=admin", name, {u"admin@example.test"_s}, 1);
        row("no hit", "users?search=%25", name, {}, -1);
        row("hostile sort", "users?sort=name;DROP%20TABLE%20x&role=admin", name, {u"admin@example.test"_s}, 1);
        row("clients, the inactive too", "clients?search=old%20wiki", client, {u"Old Wiki"_s}, 1);
        row("public clients", "clients?client_type=public&sort=client_name", client,
            {u"Desk Console"_s, u"Warehouse Scanner"_s}, 2);
        row("range", "tokens?issued_at_from=2026-03-02T07:59:40Z&issued_at_to=2026-03-02T07:59:59Z&sort=issued_at",
            u"username"_s, {u"ben@example.test"_s}, 1);
        row("sessions", "sessions?search=carla&sort=created_at&limit=1&order=desc", name, {u"carla@example.test"_s},
            30);
    }
    void aListIsFilteredSortedAndPaged()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, member);
        QFETCH(QStringList, expected);
        QFETCH(int, total);
        const QJsonObject data = dataOf(m_untouched->get("/admin/api/" + query, m_administrator));
        QStringList found;
        const QJsonArray items = data["items"_L1].toArray();
        for (const QJsonValue &item : items)
            found << item[member].toString();
        QCOMPARE(found.mid(0, 3), expected);
        if (total != 0)
            QCOMPARE(data["total"_L1], QJsonValue(std::max(total, 0)));
        else
            QVERIFY(data["total"_L1].toInt() >= found.size());
    }

    void aPageHoldsAHundred()
    {
        const QString admin = administrator(*m_server);
        for (const QByteArray query : {"", "?limit=0", "?limit=5000", "?limit=x", "?offset=-1"}) {
            const QJsonObject data = dataOf(m_server->get("/admin/api/tokens" + query, admin));
            QCOMPARE(data["items"_L1].toArray().size(), 100);
            QVERIFY(data["total"_L1].toInt() >= 120);
        }
        QCOMPARE(m_server->get("/admin/api/tokens?issued_at_from=yesterday", admin).status, 400);
        QCOMPARE(m_server->get("/admin/api/tokens").status, 401);
        QCOMPARE(m_server->get("/admin/api/nothing", admin).status, 404);
    }

    void tokensAndSessionsEnd()
    {
        const QString admin = administrator(*m_server);
        const QString ben = accessToken(passwordGrant(*m_server, "ben"));
        const QJsonObject token
            = dataOf(m_server->get("/admin/api/tokens?search=ben&sort=issued_at&order=desc", admin))["items"_L1][0]
                  .toObject();
        QCOMPARE(token["status"_L1].toString(), u"active"_s);
        QCOMPARE(token["grant_type"_L1].toString(), u"password"_s);
        const QByteArray path = "/admin/api/tokens/" + token["id"_L1].toString().toLatin1();
        QCOMPARE(dataOf(m_server->remove(path, admin))["result"_L1].toString(), u"revoked"_s);
        QCOMPARE(m_server->remove(path, admin).status, 404);
        QCOMPARE(m_server->get("/oauth2/userinfo", ben).status, 401);
        const QString carla = accessToken(passwordGrant(*m_server, "carla"));
        const QByteArray session = "/admin/api/sessions/" + claimsOf(carla)["sid"_L1].toString().toLatin1();
        QCOMPARE(dataOf(m_server->remove(session, admin))["result"_L1].toString(), u"deactivated"_s);
        QCOMPARE(m_server->remove(session, admin).status, 404);
        QCOMPARE(m_server->get("/oauth2/userinfo", carla).status, 401);
    }

private:
    std::unique_ptr<Fixture> m_server;
    std::unique_ptr<Fixture> m_untouched; // for the lists to stay as they are
    QString m_administrator;
};

int tst_autenticolater(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoLater>(argc, argv);
}
#include "tst_autenticolater.moc"
