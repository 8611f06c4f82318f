// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray admin = "grant_type=client_credentials&client_id=admin&client_secret=admin_pass";

class tst_TeneoTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_twin = std::make_unique<Fixture>(); }

    void everyGrantIssuesATokenOfItsType_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("refreshes");
        const QByteArray client = Fixture::studioEu();
        QTest::newRow("administrator") << admin << u"ADMIN"_s << false;
        QTest::newRow("client") << "grant_type=client_credentials&" + client << u"CLIENT"_s << false;
        QTest::newRow("user") << "grant_type=password&username=editor&password=editor_pass&" + client << u"USER"_s
                              << true;
        QTest::newRow("administrator as user")
            << "grant_type=password&username=admin&password=admin_pass&" + client << u"USER"_s << true;
    }
    void everyGrantIssuesATokenOfItsType()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QString, type);
        QFETCH(bool, refreshes);
        const Reply reply = m_twin->form("/oauth2/token", parameters);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.text("token_type"_L1), u"bearer"_s);
        QCOMPARE(reply.object()["expires_in"_L1].toInt(), 3600);
        QCOMPARE(reply.object().contains("refresh_token"_L1), refreshes);
        QCOMPARE(reply.headers["cache-control"], "no-store");
        const Reply info = m_twin->get("/oauth2/token-info", reply.text("access_token"_L1));
        QCOMPARE(info.status, 200);
        QCOMPARE(info.text("type"_L1), type);
    }

    void aBadTokenRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QByteArray id = server::teneo::studioEuId;
        const QByteArray client = Fixture::studioEu();
        const auto row = [](const char *name, const QByteArray &parameters, int status, const QString &error) {
            QTest::newRow(name) << parameters << status << error;
        };
        row("nothing", "", 400, u"invalid_request"_s);
        row("no grant", client, 400, u"invalid_request"_s);
        row("empty grant", "grant_type=&" + client, 400, u"invalid_request"_s);
        row("grant twice", "grant_type=password&grant_type=password&" + client, 400, u"invalid_request"_s);
        row("unknown parameter", "grant_type=client_credentials&scope=all&" + client, 400, u"invalid_request"_s);
        row("broken escape", "grant_type=%zz&" + client, 400, u"invalid_request"_s);
        row("half an escape", "grant_type=client_credentials%2", 400, u"invalid_request"_s);
        row("not UTF-8", "grant_type=%ff&" + client, 400, u"invalid_request"_s);
        row("unknown grant", "grant_type=authorization_code&" + client, 400, u"unsupported_grant_type"_s);
        row("no client", "grant_type=client_credentials", 400, u"invalid_request"_s);
        row("no secret", "grant_type=client_credentials&client_id=" + id, 400, u"invalid_request"_s);
        row("wrong secret", "grant_type=client_credentials&client_id=" + id + "&client_secret=x", 401,
            u"invalid_client"_s);
        row("unknown client", "grant_type=client_credentials&client_id=x&client_secret=x", 401, u"invalid_client"_s);
        row("wrong administrator", "grant_type=client_credentials&client_id=admin&client_secret=x", 401,
            u"invalid_client"_s);
        row("user is no administrator", "grant_type=client_credentials&client_id=reporter&client_secret=reporter_pass",
            401, u"invalid_client"_s);
        row("administrator is no client",
            "grant_type=password&username=editor&password=editor_pass&client_id=admin&client_secret=admin_pass", 401,
            u"invalid_client"_s);
        row("no user", "grant_type=password&" + client, 400, u"invalid_request"_s);
        row("no password", "grant_type=password&username=editor&" + client, 400, u"invalid_request"_s);
        row("wrong password", "grant_type=password&username=editor&password=x&" + client, 400, u"invalid_grant"_s);
        row("unknown user", "grant_type=password&username=x&password=x&" + client, 400, u"invalid_grant"_s);
        row("quote in the name", "grant_type=password&username='%20OR%201=1--&password=x&" + client, 400,
            u"invalid_grant"_s);
        row("no refresh token", "grant_type=refresh_token&" + client, 400, u"invalid_request"_s);
        row("unknown refresh token", "grant_type=refresh_token&refresh_token=x&" + client, 400, u"invalid_grant"_s);
    }
    void aBadTokenRequestIsRefused()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(int, status);
        QFETCH(QString, error);
        const Reply reply = m_twin->form("/oauth2/token", parameters);
        QCOMPARE(reply.status, status);
        QVERIFY(reply.isError());
        QCOMPARE(reply.text("error"_L1), error);
        QCOMPARE(reply.headers.contains("www-authenticate"), status == 401);
    }

    void aTokenRequestMustBeAForm()
    {
        const Reply reply = m_twin->send("POST", "/oauth2/token", {}, admin, "application/json");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("error"_L1), u"invalid_request"_s);
    }

    void clientCredentialsMayComeByBasic_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("status");
        const QByteArray id = server::teneo::studioEuId;
        const QByteArray good = "Basic " + (id + ':' + server::teneo::studioEuSecret).toBase64();
        const QByteArray grant = "grant_type=client_credentials";
        QTest::newRow("right") << good << grant << 200;
        QTest::newRow("escaped") << "basic " + QByteArray("%61dmin:admin%5Fpass").toBase64() << grant << 200;
        QTest::newRow("same id in the body") << good << grant + "&client_id=" + id << 200;
        QTest::newRow("other id in the body") << good << grant + "&client_id=admin" << 400;
        QTest::newRow("twice") << good << grant + '&' + Fixture::studioEu() << 400;
        QTest::newRow("wrong") << "Basic " + (id + ":x").toBase64() << grant << 401;
        QTest::newRow("no base64") << "Basic ***"_qba << grant << 401;
        QTest::newRow("no colon") << "Basic " + id.toBase64() << grant << 401;
        QTest::newRow("smuggled pair") << "Basic " + QByteArray("admin&secret=x:admin_pass").toBase64() << grant << 401;
    }
    void clientCredentialsMayComeByBasic()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, parameters);
        Wire wire(m_twin->port());
        wire.send("POST /oauth2/token HTTP/1.1\r\nHost: " + m_twin->host() + "\r\nAuthorization: " + authorization
            + "\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: "
            + QByteArray::number(parameters.size()) + "\r\n\r\n" + parameters);
        QTEST(wire.receive().status, "status");
    }

    void aRefreshTokenWorksOnceAndLeadsOn()
    {
        const Reply first = m_twin->signIn("reporter");
        const QByteArray refresh = "grant_type=refresh_token&" + Fixture::studioEu() + "&refresh_token=";
        const Reply second = m_twin->form("/oauth2/token", refresh + first.text("refresh_token"_L1).toUtf8());
        QCOMPARE(second.status, 200);
        QVERIFY(second.text("refresh_token"_L1) != first.text("refresh_token"_L1));
        QCOMPARE(m_twin->get("/oauth2/token-info", second.text("access_token"_L1)).text("userName"_L1), u"reporter"_s);
        QCOMPARE(m_twin->get("/oauth2/token-info", first.text("access_token"_L1)).status, 200);
        QCOMPARE(m_twin->form("/oauth2/token", refresh + first.text("refresh_token"_L1).toUtf8()).text("error"_L1),
            u"invalid_grant"_s);
        QCOMPARE(m_twin->form("/oauth2/token", refresh + second.text("refresh_token"_L1).toUtf8()).status, 200);
    }

    void aRefreshTokenIsNoBearerAndTheOtherWayRound()
    {
        const Reply tokens = m_twin->signIn("reporter");
        QCOMPARE(m_twin->get("/oauth2/token-info", tokens.text("refresh_token"_L1)).status, 401);
        const QByteArray refresh = "grant_type=refresh_token&" + Fixture::studioEu() + "&refresh_token=";
        QCOMPARE(m_twin->form("/oauth2/token", refresh + tokens.text("access_token"_L1).toUtf8()).status, 400);
    }

    void anotherClientCannotRefresh()
    {
        const QJsonObject wish{{u"name"_s, u"Other"_s}, {u"type"_s, u"OTHER"_s}, {u"secret"_s, u"s"_s}};
        const Reply other = m_twin->json("POST", "/oauth2/clients", wish, m_twin->adminToken());
        const QByteArray refresh = m_twin->signIn("reporter").text("refresh_token"_L1).toUtf8();
        const Reply reply = m_twin->form("/oauth2/token",
            "grant_type=refresh_token&client_id=" + other.text("id"_L1).toUtf8()
                + "&client_secret=s&refresh_token=" + refresh);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("error"_L1), u"invalid_grant"_s);
    }

    void tokensExpire()
    {
        const Reply tokens = m_twin->signIn("reporter");
        const QString access = tokens.text("access_token"_L1);
        m_twin->time.advance(3599s);
        QCOMPARE(m_twin->get("/oauth2/token-info", access).object()["expiresIn"_L1].toInt(), 1);
        m_twin->time.advance(1s);
        const Reply reply = m_twin->get("/oauth2/token-info", access);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.text("error"_L1), u"invalid_token"_s);
        QCOMPARE(reply.headers["www-authenticate"], R"(Bearer realm="teneo", error="invalid_token")");
        m_twin->time.advance(14 * 24h);
        const Reply late = m_twin->form("/oauth2/token",
            "grant_type=refresh_token&" + Fixture::studioEu()
                + "&refresh_token=" + tokens.text("refresh_token"_L1).toUtf8());
        QCOMPARE(late.text("error"_L1), u"invalid_grant"_s);
    }

    void aClientsOwnLifetimesCount()
    {
        m_twin->json("PUT", "/oauth2/clients/"_qba + server::teneo::studioEuId, {{u"accessTokenValiditySeconds"_s, 90}},
            m_twin->adminToken());
        const Reply reply = m_twin->form("/oauth2/token", "grant_type=client_credentials&" + Fixture::studioEu());
        QCOMPARE(reply.object()["expires_in"_L1].toInt(), 90);
        m_twin->time.advance(90s);
        QCOMPARE(m_twin->get("/oauth2/token-info", reply.text("access_token"_L1)).status, 401);
    }

    void aDisabledClientAndItsTokensAreRefused()
    {
        const Reply tokens = m_twin->signIn("reporter");
        const QString client = m_twin->clientToken();
        const QString administrator = m_twin->adminToken();
        const QByteArray path = "/oauth2/clients/"_qba + server::teneo::studioEuId;
        QCOMPARE(m_twin->json("PUT", path, {{u"enabled"_s, false}}, administrator).status, 200);
        QCOMPARE(m_twin->form("/oauth2/token", "grant_type=client_credentials&" + Fixture::studioEu()).status, 401);
        QCOMPARE(m_twin->signIn("reporter").status, 401);
        QCOMPARE(m_twin->get("/oauth2/token-info", client).status, 401);
        QCOMPARE(m_twin->get("/oauth2/token-info", tokens.text("access_token"_L1)).status, 401);
        QCOMPARE(m_twin->get("/oauth2/access-tokens?clientId="_qba + server::teneo::studioEuId, administrator)
                     .array()
                     .size(),
            0);
        QCOMPARE(m_twin->json("PUT", path, {{u"enabled"_s, true}}, administrator).status, 200);
        QCOMPARE(m_twin->get("/oauth2/token-info", client).status, 200);
    }

    void tokenInfoTellsTheContext_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonValue null;
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        const QString at = u"2026-03-02T08:00:00.000Z"_s;
        const QString until = u"2026-03-02T09:00:00.000Z"_s;
        const auto row = [&](const char *name, const QString &type, bool client, const QString &userId,
                             const QString &user, bool isAdmin, bool ends) {
            QTest::newRow(name) << QString::fromLatin1(name)
                                << QJsonObject{{u"type"_s, type}, {u"clientId"_s, client ? QJsonValue(id) : null},
                                       {u"clientName"_s, client ? QJsonValue(u"Studio EU"_s) : null},
                                       {u"userId"_s, userId.isEmpty() ? null : QJsonValue(userId)},
                                       {u"userName"_s, user.isEmpty() ? null : QJsonValue(user)}, {u"admin"_s, isAdmin},
                                       {u"issuedAt"_s, at}, {u"expiresAt"_s, ends ? QJsonValue(until) : null},
                                       {u"expiresIn"_s, ends ? QJsonValue(3600) : null}};
        };
        row("admin", u"ADMIN"_s, false, u"u-1000"_s, u"admin"_s, true, true);
        row("client", u"CLIENT"_s, true, {}, {}, false, true);
        row("user", u"USER"_s, true, u"u-1042"_s, u"reporter"_s, false, true);
        row("adminUser", u"USER"_s, true, u"u-1000"_s, u"admin"_s, true, true);
        row("api", u"API"_s, false, u"u-1042"_s, u"reporter"_s, false, false);
        row("adminApi", u"API"_s, false, u"u-1000"_s, u"admin"_s, true, false);
    }
    void tokenInfoTellsTheContext()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, expected);
        QCOMPARE(m_twin->get("/oauth2/token-info", bearer(kind)).object(), expected);
    }

    void typesAreListed()
    {
        const Reply reply = m_twin->get("/oauth2/tokens/types", m_twin->clientToken());
        QCOMPARE(reply.array(), QJsonArray({u"CLIENT"_s, u"USER"_s, u"ADMIN"_s, u"API"_s}));
    }

    void theDemoListsManyTokensAndNoValues_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("least");
        QTest::newRow("access") << "/oauth2/access-tokens"_qba << 200;
        QTest::newRow("refresh") << "/oauth2/refresh-tokens"_qba << 80;
    }
    void theDemoListsManyTokensAndNoValues()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, least);
        const Reply tokens = m_twin->signIn("reporter");
        const Reply reply = m_twin->get(path, m_twin->adminToken());
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.array().size() > least);
        for (const auto &entry : reply.array()) {
            QCOMPARE(entry.toObject().keys(),
                QStringList({u"clientId"_s, u"clientName"_s, u"expiresAt"_s, u"id"_s, u"issuedAt"_s, u"lastUsedAt"_s,
                    u"type"_s, u"userId"_s, u"userName"_s}));
        }
        QVERIFY(!reply.body.contains(tokens.text("access_token"_L1).toUtf8()));
        QVERIFY(!reply.body.contains(tokens.text("refresh_token"_L1).toUtf8()));
    }

    void tokenListsAreFiltered_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        QTest::newRow("type") << "?type=CLIENT"_qba << u"type"_s << u"CLIENT"_s;
        QTest::newRow("client") << "?clientId="_qba + server::teneo::studioEuId << u"clientId"_s << id;
        QTest::newRow("user") << "?userId=u-1043"_qba << u"userId"_s << u"u-1043"_s;
        QTest::newRow("both") << "?userId=u-1043&type=USER"_qba << u"userId"_s << u"u-1043"_s;
    }
    void tokenListsAreFiltered()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, member);
        QFETCH(QString, value);
        const QString administrator = m_twin->adminToken();
        const QJsonArray list = m_twin->get("/oauth2/access-tokens" + query, administrator).array();
        QVERIFY(!list.isEmpty());
        QVERIFY(list.size() < m_twin->get("/oauth2/access-tokens", administrator).array().size());
        for (const auto &entry : list)
            QCOMPARE(entry.toObject()[member].toString(), value);
    }

    void anUnmatchedFilterListsNothing()
    {
        QCOMPARE(m_twin->get("/oauth2/access-tokens?type=NONE", m_twin->adminToken()).body, "[]");
        QCOMPARE(m_twin->get("/oauth2/refresh-tokens?type=CLIENT", m_twin->adminToken()).body, "[]");
    }

    void useIsNoted()
    {
        const QString client = m_twin->clientToken();
        m_twin->time.advance(5s);
        m_twin->get("/oauth2/token-info", client);
        const QJsonArray list = m_twin->get("/oauth2/access-tokens", m_twin->adminToken()).array();
        QCOMPARE(list.at(1).toObject()["type"_L1].toString(), u"CLIENT"_s);
        QCOMPARE(list.at(1).toObject()["lastUsedAt"_L1].toString(), u"2026-03-02T08:00:05.000Z"_s);
    }

    void aRevokedTokenStopsWorking_data()
    {
        QTest::addColumn<bool>("byId");
        QTest::newRow("by value") << false;
        QTest::newRow("by id") << true;
    }
    void aRevokedTokenStopsWorking()
    {
        QFETCH(bool, byId);
        const QString administrator = m_twin->adminToken();
        m_twin->time.advance(1s);
        const QString token = m_twin->clientToken();
        const QJsonArray list = m_twin->get("/oauth2/access-tokens", administrator).array();
        const QString name = byId ? list.at(0).toObject()["id"_L1].toString() : token;
        const Reply reply
            = m_twin->form("/oauth2/revoke", "token_type_hint=access_token&token=" + name.toUtf8(), administrator);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray());
        QCOMPARE(m_twin->get("/oauth2/token-info", token).status, 401);
        QCOMPARE(m_twin->get("/oauth2/access-tokens", administrator).array().size(), list.size() - 1);
    }

    void manyTokensAreRevokedAtOnce()
    {
        const QString administrator = m_twin->adminToken();
        QByteArray body;
        const QJsonArray list = m_twin->get("/oauth2/access-tokens?type=USER", administrator).array();
        for (const auto &entry : list)
            body += "token=" + entry.toObject()["id"_L1].toString().toLatin1() + '&';
        QCOMPARE(m_twin->form("/oauth2/revoke", body, administrator).status, 200);
        QCOMPARE(m_twin->get("/oauth2/access-tokens?type=USER", administrator).body, "[]");
    }

    void aRevokedRefreshTokenTakesItsAccessTokensAlong()
    {
        const Reply first = m_twin->signIn("reporter");
        const Reply second = m_twin->form("/oauth2/token",
            "grant_type=refresh_token&" + Fixture::studioEu()
                + "&refresh_token=" + first.text("refresh_token"_L1).toUtf8());
        const QString bystander = m_twin->userToken("editor");
        QCOMPARE(
            m_twin->form("/oauth2/revoke", "token=" + second.text("refresh_token"_L1).toUtf8(), m_twin->adminToken())
                .status,
            200);
        QCOMPARE(m_twin->get("/oauth2/token-info", first.text("access_token"_L1)).status, 401);
        QCOMPARE(m_twin->get("/oauth2/token-info", second.text("access_token"_L1)).status, 401);
        QCOMPARE(m_twin->get("/oauth2/token-info", bystander).status, 200);
    }

    void signingOutRevokesTheBearerInUse_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        for (const char *kind : {"admin", "client", "user"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << 200;
        QTest::newRow("api") << u"api"_s << 400; // is deleted, not revoked
    }
    void signingOutRevokesTheBearerInUse()
    {
        QFETCH(QString, kind);
        QFETCH(int, status);
        const QString token = bearer(kind);
        QCOMPARE(m_twin->send("POST", "/oauth2/revoke", token, {}, {}).status, status);
        QCOMPARE(m_twin->get("/oauth2/token-info", token).status, status == 200 ? 401 : 200);
    }

    void unknownTokensAreAsGoodAsRevoked()
    {
        QCOMPARE(m_twin->form("/oauth2/revoke", "token=nonsense", m_twin->adminToken()).status, 200);
    }

    void onlyOnesOwnTokensCanBeRevoked()
    {
        const QString user = m_twin->userToken();
        const QString administrator = m_twin->adminToken();
        const QString client = m_twin->clientToken();
        const Reply refused
            = m_twin->form("/oauth2/revoke", "token=" + client.toUtf8() + "&token=" + administrator.toUtf8(), user);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("error"_L1), u"insufficient_scope"_s);
        QCOMPARE(m_twin->get("/oauth2/token-info", client).status, 200); // all or none
        QCOMPARE(m_twin->form("/oauth2/revoke", "token=" + client.toUtf8(), user).status, 200);
        QCOMPARE(m_twin->get("/oauth2/token-info", client).status, 401);
        QCOMPARE(m_twin->form("/oauth2/revoke", "token=" + user.toUtf8(), bearer(u"api"_s)).status, 403);
        QCOMPARE(m_twin->form("/oauth2/revoke", "token=" + user.toUtf8(), user).status, 200);
    }

    void revocationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("nobody") << "token=x"_qba << u"none"_s << 401;
        QTest::newRow("nobody, nothing") << ""_qba << u"none"_s << 401;
        QTest::newRow("bad bearer") << "token=x"_qba << u"wrong"_s << 401;
        QTest::newRow("bad credentials") << "token=x&client_id=x&client_secret=y"_qba << u"none"_s << 401;
        QTest::newRow("half credentials") << "token=x&client_id=x"_qba << u"none"_s << 400;
        QTest::newRow("credentials, no token") << Fixture::studioEu() << u"none"_s << 400;
        QTest::newRow("body, no token") << "a=b"_qba << u"admin"_s << 400;
        QTest::newRow("malformed") << "token=%"_qba << u"admin"_s << 400;
    }
    void revocationIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        const Reply reply = m_twin->form("/oauth2/revoke", body, bearer(kind));
        QTEST(reply.status, "status");
        QVERIFY(reply.isError());
    }

    void clientCredentialsCanRevoke()
    {
        const QString user = m_twin->userToken();
        QCOMPARE(m_twin->form("/oauth2/revoke", Fixture::studioEu() + "&token=" + user.toUtf8()).status, 200);
        QCOMPARE(m_twin->get("/oauth2/token-info", user).status, 401);
        const QString administrator = m_twin->adminToken();
        QCOMPARE(m_twin->form("/oauth2/revoke", Fixture::studioEu() + "&token=" + administrator.toUtf8()).status, 403);
        QCOMPARE(
            m_twin->form("/oauth2/revoke", "client_id=admin&client_secret=admin_pass&token=" + administrator.toUtf8())
                .status,
            200);
        QCOMPARE(m_twin->get("/oauth2/token-info", administrator).status, 401);
    }

private:
    QString bearer(const QString &kind)
    {
        if (kind == "admin"_L1)
            return m_twin->adminToken();
        if (kind == "client"_L1)
            return m_twin->clientToken();
        if (kind == "user"_L1)
            return m_twin->userToken();
        if (kind == "adminUser"_L1)
            return m_twin->userToken("admin");
        if (kind == "api"_L1)
            return m_twin->apiToken(u"u-1042"_s);
        if (kind == "adminApi"_L1)
            return m_twin->apiToken(u"u-1000"_s);
        return kind == "wrong"_L1 ? u"wrong"_s : QString();
    }

    std::unique_ptr<Fixture> m_twin;
};

int tst_teneotokens(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoTokens>(argc, argv);
}
#include "tst_teneotokens.moc"
