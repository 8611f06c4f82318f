// SPDX-License-Identifier: GPL-3.0-or-later
#include "autentico.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QJsonObject opsPortal{{u"client_name"_s, u"Ops Zoë"_s},
    {u"redirect_uris"_s, QJsonArray{u"http://127.0.0.1:8155/cb"_s}},
    {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}}};

class tst_AutenticoClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_servers = std::make_unique<Autenticos>(); }
    void cleanupTestCase() { m_servers.reset(); }

    void aClientIsMadeReadChangedAndDeactivated_data() { addShapes(); }
    // The list omits a client from its deactivation on.
    void aClientIsMadeReadChangedAndDeactivated()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const QString admin = administrator(server);
        const Reply made = server.json("POST", "/oauth2/register", opsPortal, admin);
        QCOMPARE(made.status, 201);
        const QString id = made.text("client_id"_L1);
        QCOMPARE(id.size(), 22);
        QCOMPARE(made.text("client_secret"_L1).size(), 43);
        QJsonObject expected = opsPortal;
        expected[u"client_id"_s] = id;
        expected[u"client_type"_s] = u"confidential"_s;
        expected[u"response_types"_s] = QJsonArray{u"code"_s};
        expected[u"scopes"_s] = u"openid profile email"_s;
        expected[u"token_endpoint_auth_method"_s] = u"client_secret_basic"_s;
        QCOMPARE(made.object(),
            with(with(expected, u"client_secret_expires_at"_s, 0), u"client_secret"_s, made.text("client_secret"_L1)));

        const QByteArray path = "/oauth2/register/" + id.toLatin1();
        expected[u"is_active"_s] = true;
        QCOMPARE(server.get(path, admin).object(), expected);
        QCOMPARE(server.get("/oauth2/register", admin).array().first().toObject(), expected); // the newest

        expected[u"client_name"_s] = u"Other"_s;
        QCOMPARE(server.json("PUT", path, {{u"client_name"_s, u"Other"_s}}, admin).object(), expected);

        for (int i = 0; i < 2; ++i) // it may be repeated
            QCOMPARE(server.remove(path, admin).status, 204);
        QCOMPARE(server.get(path, admin).object(), with(expected, u"is_active"_s, false));
        const QJsonArray list = server.get("/oauth2/register", admin).array();
        QVERIFY(std::none_of(
            list.begin(), list.end(), [&](const QJsonValue &client) { return client["client_id"_L1] == id; }));
        QCOMPARE(server.json("PUT", path, {{u"is_active"_s, true}}, admin).object(), expected);
        QCOMPARE(server.get("/oauth2/register", admin).array().first().toObject(), expected);
    }

    void anEmptyMemberChangesNothing_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("empty list") << QJsonObject{{u"redirect_uris"_s, QJsonArray{}}};
        QTest::newRow("empty text") << QJsonObject{{u"client_name"_s, QString()}};
        QTest::newRow("null") << QJsonObject{{u"grant_types"_s, QJsonValue::Null}, {u"is_active"_s, QJsonValue::Null}};
        QTest::newRow("type") << QJsonObject{{u"client_type"_s, u"public"_s}};
        QTest::newRow("id and secret") << QJsonObject{{u"client_id"_s, u"x"_s}, {u"client_secret"_s, u"x"_s}};
        QTest::newRow("nothing") << QJsonObject();
    }
    // A PUT with an empty array changes nothing.
    void anEmptyMemberChangesNothing()
    {
        QFETCH(QJsonObject, change);
        Fixture &server = m_servers->of(false);
        const QString admin = administrator(server);
        const QByteArray path = QByteArray("/oauth2/register/") + server::autentico::portalId;
        const QJsonObject before = server.get(path, admin).object();
        const Reply reply = server.json("PUT", path, change, admin);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object(), before);
        QCOMPARE(passwordGrant(server, "ana", portalBasic).status, 200); // its secret is the old one
    }

    void aPublicClientHasNoSecret()
    {
        Fixture &server = m_servers->of(true);
        const Reply made = server.json(
            "POST", "/oauth2/register", with(opsPortal, u"client_type"_s, u"public"_s), administrator(server));
        QCOMPARE(made.status, 201);
        QVERIFY(!made.object().contains("client_secret"_L1));
        QCOMPARE(made.object()["client_secret_expires_at"_L1], QJsonValue(0));
        QCOMPARE(made.text("token_endpoint_auth_method"_L1), u"none"_s);
    }

    void aBadClientIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("client");
        QTest::addColumn<QString>("member");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value) {
            QTest::newRow(name) << with(opsPortal, member, value) << member;
        };
        row("no name", u"client_name"_s, {});
        row("empty name", u"client_name"_s, QString());
        row("long name", u"client_name"_s, QString(256, u'x'));
        row("name is a number", u"client_name"_s, 1);
        row("no redirect URI", u"redirect_uris"_s, QJsonArray());
        row("redirect URI is none", u"redirect_uris"_s, QJsonArray{u"nowhere"_s});
        row("redirect URI is a script", u"redirect_uris"_s, QJsonArray{u"javascript:x"_s});
        row("redirect URI is a number", u"redirect_uris"_s, QJsonArray{1});
        row("redirect URI is no list", u"redirect_uris"_s, u"http://a.test/"_s);
        QJsonArray eleven;
        for (int i = 0; i < 11; ++i)
            eleven << u"http://a.test/%1"_s.arg(i);
        row("eleven redirect URIs", u"redirect_uris"_s, eleven);
        row("unknown grant", u"grant_types"_s, QJsonArray{u"implicit"_s});
        row("unknown response", u"response_types"_s, QJsonArray{u"none"_s});
        row("unknown type", u"client_type"_s, u"secret"_s);
        row("unknown authentication", u"token_endpoint_auth_method"_s, u"tls"_s);
    }
    void aBadClientIsRefused()
    {
        QFETCH(QJsonObject, client);
        QFETCH(QString, member);
        for (const bool isActual : {false, true}) {
            Fixture &server = m_servers->of(isActual);
            const Reply reply = server.json("POST", "/oauth2/register", client, administrator(server));
            QCOMPARE(reply.status, 400);
            QVERIFY(isAutenticoError(reply, isActual, u"invalid_request"_s, true));
            QVERIFY(reply.text("error_description"_L1).startsWith(member + u": "_s));
        }
    }

    void aBodyMustBeAnObject()
    {
        Fixture &server = m_servers->of(false);
        const QString admin = administrator(server);
        for (const QByteArray body : {"", "{", "[]", "1"}) {
            QCOMPARE(server.send("POST", "/oauth2/register", admin, body, "application/json").status, 400);
            QCOMPARE(server.send("POST", "/users/create", admin, body, "application/json").status, 400);
        }
        const QByteArray path = QByteArray("/oauth2/register/") + server::autentico::portalId;
        QCOMPARE(server.send("PUT", path, admin, "{", "application/json").status, 400);
        QCOMPARE(server.json("PUT", path, {{u"is_active"_s, u"yes"_s}}, admin).status, 400);
    }

    void onlyAnAdministratorManagesClients_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("list") << "GET"_qba
                              << "/oauth2/register"_qba;
        QTest::newRow("create") << "POST"_qba
                                << "/oauth2/register"_qba;
        QTest::newRow("read") << "GET"_qba
                              << "/oauth2/register/x"_qba;
        QTest::newRow("change") << "PUT"_qba
                                << "/oauth2/register/x"_qba;
        QTest::newRow("delete") << "DELETE"_qba
                                << "/oauth2/register/x"_qba;
    }
    void onlyAnAdministratorManagesClients()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        for (const bool isActual : {false, true}) {
            Fixture &server = m_servers->of(isActual);
            const auto refuses = [&](const QByteArray &authorization, int status, const QString &code) {
                const Reply reply = server.exchange(method, path, "Authorization: " + authorization + "\r\n", {});
                return reply.status == status && isAutenticoError(reply, isActual, code, true);
            };
            QVERIFY(refuses("", 401, u"unauthorized"_s));
            QVERIFY(refuses("Bearer x", 401, u"unauthorized"_s));
            QVERIFY(refuses("bearer " + administrator(server).toLatin1(), 401, u"unauthorized"_s));
            QVERIFY(refuses("Bearer " + accessToken(passwordGrant(server, "ana")).toLatin1(), 403, u"forbidden"_s));
            if (path.endsWith("/x") && method != "PUT")
                QVERIFY(refuses("Bearer " + administrator(server).toLatin1(), 404, u"invalid_client"_s));
        }
    }

    void onlyTheRunningServerForgetsRevocation_data() { addShapes(); }
    void onlyTheRunningServerForgetsRevocation()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const QString admin = administrator(server);
        QCOMPARE(post(server, "/oauth2/revoke", {{"token", admin.toLatin1()}}).status, 200);
        QCOMPARE(server.get("/oauth2/register", admin).status, isActual ? 200 : 401);
        server.time.advance(15min);
        QCOMPARE(server.get("/oauth2/register", admin).status, 401);
    }

    void aUserIsMadeByAnyone_data() { addShapes(); }
    // The answer is in PascalCase, though described otherwise.
    void aUserIsMadeByAnyone()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        const QByteArray path = isActual ? "/user" : "/users/create";
        const QString bearer = accessToken(passwordGrant(server, "ana"));
        const QJsonObject wish{
            {u"username"_s, u"eve@example.test"_s}, {u"password"_s, u"eve_pass"_s}, {u"role"_s, u"admin"_s}};
        const Reply reply = server.json("POST", path, wish, bearer);
        QCOMPARE(reply.status, 201);
        const QJsonObject user = isActual ? reply.object()["data"_L1].toObject() : reply.object();
        const QStringList names = isActual ? QStringList{u"CreatedAt"_s, u"Email"_s, u"ID"_s, u"Role"_s, u"Username"_s}
                                           : QStringList{u"createdAt"_s, u"email"_s, u"id"_s, u"role"_s, u"username"_s};
        QCOMPARE(user.keys(), names);
        QCOMPARE(user[names[1]].toString(), u"eve@example.test"_s);
        QCOMPARE(user[names[3]].toString(), isActual ? QString() : u"user"_s); // never an administrator
        QCOMPARE(user[names[0]].toString(), server.time.now().toString(Qt::ISODate));
        const QString eve = accessToken(passwordGrant(server, "eve"));
        QCOMPARE(claimsOf(eve)["sub"_L1].toString(), user[names[2]].toString());
        QCOMPARE(server.get("/oauth2/register", eve).status, 403);

        const Reply twice = server.json("POST", path, wish, bearer);
        QCOMPARE(twice.status, 500);
        QVERIFY(isAutenticoError(twice, isActual, u"server_error"_s));
        const Reply nobody = server.json("POST", path, wish, {});
        QCOMPARE(nobody.status, 401);
        QVERIFY(isAutenticoError(nobody, isActual, u"unauthorized"_s));
        const Reply elsewhere = server.json("POST", isActual ? "/users/create" : "/user", wish, bearer);
        QCOMPARE(elsewhere.status, 404);
        QVERIFY(elsewhere.headers["content-type"].startsWith("text/plain"));
    }

    void aBadUserIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("email");
        const QString good = u"finn@example.test"_s;
        QTest::newRow("no name") << QString() << u"finn_pass"_s << QString();
        QTest::newRow("name is no address") << u"finn"_s << u"finn_pass"_s << QString();
        QTest::newRow("long name") << QString(60, u'f') + u"@example.test"_s << u"finn_pass"_s << QString();
        QTest::newRow("no password") << good << QString() << QString();
        QTest::newRow("short password") << good << u"finn"_s << QString();
        QTest::newRow("long password") << good << QString(65, u'f') << QString();
        QTest::newRow("bad address") << good << u"finn_pass"_s << u"finn@"_s;
    }
    void aBadUserIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, email);
        for (const bool isActual : {false, true}) {
            Fixture &server = m_servers->of(isActual);
            const Reply reply = server.json("POST", isActual ? "/user" : "/users/create",
                {{u"username"_s, name}, {u"password"_s, password}, {u"email"_s, email}}, administrator(server));
            QCOMPARE(reply.status, 400);
            QVERIFY(isAutenticoError(reply, isActual, u"invalid_request"_s));
        }
    }

private:
    std::unique_ptr<Autenticos> m_servers;
};

int tst_autenticoclients(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoClients>(argc, argv);
}
#include "tst_autenticoclients.moc"
