// SPDX-License-Identifier: GPL-3.0-or-later
#include "description.h"
#include "oidc.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QString initial = u"initial_access_token"_s;
static const QJsonObject wishedClient{{u"client_name"_s, u"Zoë"_s}, {u"redirect_uris"_s, QJsonArray{u"http://127.0.0.1/cb"_s}},
    {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"password"_s}}, {u"scope"_s, u"openid"_s}};

// What of an answer a client sends back to change it (RFC 7592 §2.2).
static QJsonObject own(QJsonObject object)
{
    for (const QString &theirs : {u"registration_access_token"_s, u"registration_client_uri"_s,
             u"client_secret_expires_at"_s, u"client_id_issued_at"_s})
        object.remove(theirs);
    return object;
}

class tst_OidcServerClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = makeProvider(); }
    void cleanupTestCase() { m_server.reset(); }

    void aClientIsRegistered()
    {
        const Reply reply = m_server->json("POST", "/register", with(wishedClient, u"unknown_member"_s, 1), initial);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["cache-control"], "no-store");
        const QString id = reply.text("client_id"_L1);
        QJsonObject expected = wishedClient;
        expected[u"client_id"_s] = id;
        expected[u"client_id_issued_at"_s] = m_server->time.now().toSecsSinceEpoch();
        expected[u"client_secret"_s] = reply.text("client_secret"_L1);
        expected[u"client_secret_expires_at"_s] = 0;
        expected[u"registration_access_token"_s] = reply.text("registration_access_token"_L1);
        expected[u"registration_client_uri"_s]
            = u"http://%1/register/%2"_s.arg(QString::fromLatin1(m_server->host()), id);
        expected[u"response_types"_s] = QJsonArray{u"code"_s};
        expected[u"token_endpoint_auth_method"_s] = u"client_secret_basic"_s;
        expected[u"application_type"_s] = u"web"_s;
        expected[u"subject_type"_s] = u"public"_s;
        expected[u"id_token_signed_response_alg"_s] = u"RS256"_s;
        QCOMPARE(reply.object(), expected);
        QVERIFY(reply.text("client_secret"_L1).size() >= 43);

        const Reply tokens = post(*m_server, "/token",
            {{"grant_type", "password"}, {"username", "ana"}, {"password", "ana_pass"}, {"scope", "openid email"}},
            basic(id.toLatin1(), member(reply, "client_secret"_L1)));
        QCOMPARE(tokens.status, 200);
        QCOMPARE(tokens.text("scope"_L1), u"openid"_s); // as it was registered
        QVERIFY(!tokens.object().contains("refresh_token"_L1));
    }

    void onlySomeMayRegister_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<int>("status");
        QTest::newRow("administrator") << "admin"_qba << 201;
        QTest::newRow("user") << "ana"_qba << 401;
    }
    void onlySomeMayRegister()
    {
        QFETCH(QByteArray, user);
        const QString bearer = userGrant(*m_server, user).text("access_token"_L1);
        QTEST(m_server->json("POST", "/register", wishedClient, bearer).status, "status");
        const Reply nobody = m_server->json("POST", "/register", wishedClient, {});
        QCOMPARE(nobody.status, 401);
        QVERIFY(nobody.headers["www-authenticate"].startsWith("Bearer "));
        QCOMPARE(m_server->json("POST", "/register", wishedClient, u"x"_s).text("error"_L1), u"invalid_token"_s);
    }

    void aPublicClientHasNoSecret()
    {
        const Reply reply
            = m_server->json("POST", "/register", with(wishedClient, u"token_endpoint_auth_method"_s, u"none"_s), initial);
        QCOMPARE(reply.status, 201);
        QVERIFY(!reply.object().contains("client_secret"_L1));
        QVERIFY(!reply.object().contains("client_secret_expires_at"_L1));
    }

    void aBadWishIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("error");
        const QString uri = u"invalid_redirect_uri"_s, metadata = u"invalid_client_metadata"_s;
        const auto row = [](const char *name, const QString &member, const QJsonValue &value, const QString &error) {
            QTest::newRow(name) << member << value << error;
        };
        row("no redirect URI", u"redirect_uris"_s, QJsonArray(), uri);
        row("relative", u"redirect_uris"_s, QJsonArray{u"/cb"_s}, uri);
        row("fragment", u"redirect_uris"_s, QJsonArray{u"http://a.test/#x"_s}, uri);
        row("script", u"redirect_uris"_s, QJsonArray{u"javascript:alert(1)"_s}, uri);
        row("no list", u"redirect_uris"_s, u"http://a.test/"_s, metadata);
        row("numbers", u"redirect_uris"_s, QJsonArray{1}, metadata);
        row("bad sign-out address", u"post_logout_redirect_uris"_s, QJsonArray{u"x"_s}, uri);
        row("unknown grant", u"grant_types"_s, QJsonArray{u"implicit"_s}, metadata);
        row("grant without response", u"response_types"_s, QJsonArray(), metadata);
        row("response without grant", u"grant_types"_s, QJsonArray{u"password"_s}, {});
        row("unknown response", u"response_types"_s, QJsonArray{u"token"_s}, metadata);
        row("unknown authentication", u"token_endpoint_auth_method"_s, u"private_key_jwt"_s, metadata);
        row("unknown algorithm", u"id_token_signed_response_alg"_s, u"none"_s, metadata);
        row("pairwise", u"subject_type"_s, u"pairwise"_s, metadata);
        row("name is a number", u"client_name"_s, 1, metadata);
        row("home page is a script", u"client_uri"_s, u"javascript:x"_s, metadata);
        row("contacts is no list", u"contacts"_s, u"a@b.test"_s, metadata);
    }
    void aBadWishIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, error);
        const Reply reply = m_server->json("POST", "/register", with(wishedClient, member, value), initial);
        QCOMPARE(reply.status, error.isEmpty() ? 201 : 400);
        QCOMPARE(reply.text("error"_L1), error);
        QVERIFY(!reply.text("error_description"_L1).contains(u'"'));
    }

    void otherBadBodiesAreRefused()
    {
        for (const QByteArray body : {"", "{", "[]"})
            QCOMPARE(m_server->send("POST", "/register", initial, body, "application/json").status, 400);
        QCOMPARE(m_server->form("/register", "a=b", initial).status, 400);
        QJsonObject open = with(wishedClient, u"token_endpoint_auth_method"_s, u"none"_s);
        open[u"grant_types"_s] = QJsonArray{u"client_credentials"_s};
        QCOMPARE(m_server->json("POST", "/register", open, initial).text("error"_L1), u"invalid_client_metadata"_s);
    }

    void aClientIsReadReplacedAndDeleted()
    {
        const Reply made = m_server->json("POST", "/register", wishedClient, initial);
        const QByteArray path = "/register/" + member(made, "client_id"_L1);
        const QString first = made.text("registration_access_token"_L1);
        QCOMPARE(m_server->get(path, first).object(), made.object());

        QJsonObject change = own(made.object());
        change.remove(u"scope"_s); // an omitted member is taken away
        change[u"client_name"_s] = u"Other"_s;
        const Reply changed = m_server->json("PUT", path, change, first);
        QCOMPARE(changed.status, 200);
        QCOMPARE(own(changed.object()), change);
        const QString second = changed.text("registration_access_token"_L1);
        QVERIFY(second != first);
        QCOMPARE(m_server->get(path, first).status, 401);
        QCOMPARE(m_server->get(path, second).object(), changed.object());

        const QByteArray login = basic(member(made, "client_id"_L1), member(made, "client_secret"_L1));
        const Reply tokens = post(
            *m_server, "/token", {{"grant_type", "password"}, {"username", "ana"}, {"password", "ana_pass"}}, login);
        QCOMPARE(tokens.status, 200);
        const Reply removed = m_server->remove(path, second);
        QCOMPARE(removed.status, 204);
        QVERIFY(removed.body.isEmpty());
        QCOMPARE(m_server->get(path, second).status, 401); // RFC 7592 §2.1
        QCOMPARE(m_server->remove(path, second).status, 401);
        QCOMPARE(post(*m_server, "/introspect", {{"token", member(tokens, "access_token"_L1)}}, service).object(),
            (QJsonObject{{u"active"_s, false}}));
    }

    void theWayToAuthenticateSettlesTheSecret()
    {
        const Reply made = m_server->json("POST", "/register", wishedClient, initial);
        const QByteArray path = "/register/" + member(made, "client_id"_L1);
        QJsonObject change = own(made.object());
        change.remove(u"client_secret"_s);
        change[u"token_endpoint_auth_method"_s] = u"none"_s;
        const Reply open = m_server->json("PUT", path, change, made.text("registration_access_token"_L1));
        QVERIFY(!open.object().contains("client_secret"_L1));
        change[u"token_endpoint_auth_method"_s] = u"client_secret_post"_s;
        const Reply closed = m_server->json("PUT", path, change, open.text("registration_access_token"_L1));
        QVERIFY(!closed.text("client_secret"_L1).isEmpty());
        QVERIFY(closed.text("client_secret"_L1) != made.text("client_secret"_L1));
    }

    void aBadReplacementIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("error");
        const QString request = u"invalid_request"_s;
        QTest::newRow("no id") << u"client_id"_s << QJsonValue() << request;
        QTest::newRow("other id") << u"client_id"_s << QJsonValue(u"x"_s) << request;
        QTest::newRow("other secret") << u"client_secret"_s << QJsonValue(u"x"_s) << request;
        QTest::newRow("its token") << u"registration_access_token"_s << QJsonValue(u"x"_s) << request;
        QTest::newRow("its address") << u"registration_client_uri"_s << QJsonValue(u"x"_s) << request;
        QTest::newRow("its time") << u"client_id_issued_at"_s << QJsonValue(1) << request;
        QTest::newRow("no redirect URI") << u"redirect_uris"_s << QJsonValue(QJsonArray()) << u"invalid_redirect_uri"_s;
    }
    void aBadReplacementIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const Reply made = m_server->json("POST", "/register", wishedClient, initial);
        const QByteArray path = "/register/" + made.text("client_id"_L1).toLatin1();
        const QString token = made.text("registration_access_token"_L1);
        const Reply reply = m_server->json("PUT", path, with(own(made.object()), member, value), token);
        QCOMPARE(reply.status, 400);
        QTEST(reply.text("error"_L1), "error");
        QCOMPARE(m_server->get(path, token).object(), made.object()); // and the token still is the one
    }

    void aTokenIsForOneClientOnly()
    {
        const Reply one = m_server->json("POST", "/register", wishedClient, initial);
        const Reply other = m_server->json("POST", "/register", wishedClient, initial);
        const QByteArray path = "/register/" + member(one, "client_id"_L1);
        const QString admin = userGrant(*m_server, "admin").text("access_token"_L1);
        for (const QString &bearer : {QString(), initial, admin, other.text("registration_access_token"_L1)}) {
            QCOMPARE(m_server->get(path, bearer).status, 401);
            QCOMPARE(m_server->json("PUT", path, own(one.object()), bearer).status, 401);
            QCOMPARE(m_server->remove(path, bearer).status, 401);
        }
        QCOMPARE(m_server->get("/register/console", {}).status, 401); // it never had one
        QCOMPARE(m_server->get("/register", initial).status, 405);
    }

    void theDescriptionListsWhatIsServed()
    {
        const QJsonObject document = m_server->get("/openapi.json").object();
        QCOMPARE(
            document["servers"_L1][0]["url"_L1].toString(), u"http://%1"_s.arg(QString::fromLatin1(m_server->host())));
        QCOMPARE(operationsOf(document).size(), 18);
        QCOMPARE(operationsOf(document), served(*m_server, document));
    }

private:
    std::unique_ptr<Fixture> m_server;
};

int tst_oidcserverclients(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcServerClients>(argc, argv);
}
#include "tst_oidcserverclients.moc"
