// SPDX-License-Identifier: GPL-3.0-or-later
#include "description.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// Who may do what: every endpoint with every kind of bearer.
class tst_TeneoRights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_twin = std::make_unique<Fixture>(); }

    void everyEndpointAnswersEachBearerAsItShould_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        // Statuses for: no bearer, a wrong one, administrator, client, user, API token of a user, of the administrator.
        const QList<QString> kinds{u"none"_s, u"wrong"_s, u"admin"_s, u"client"_s, u"user"_s, u"api"_s, u"adminApi"_s};
        const auto row = [&](const QByteArray &method, const QByteArray &path, const QList<int> &statuses) {
            for (qsizetype i = 0; i < kinds.size(); ++i)
                QTest::addRow("%s %s as %s", method.constData(), path.constData(), qPrintable(kinds[i]))
                    << method << path << kinds[i] << statuses[i];
        };
        const QByteArray client = server::teneo::studioEuId;
        const QByteArray tasks = "/oauth2/clients/studio/admin/maintenance";
        // 400: let in, but the body is missing. 404: let in, but there is no such thing.
        row("GET", "/oauth2/token-info", {401, 401, 200, 200, 200, 200, 200});
        row("GET", "/oauth2/tokens/types", {401, 401, 200, 200, 200, 200, 200});
        row("GET", "/oauth2/access-tokens", {401, 401, 200, 403, 403, 403, 200});
        row("GET", "/oauth2/refresh-tokens", {401, 401, 200, 403, 403, 403, 200});
        row("GET", "/oauth2/clients", {401, 401, 200, 200, 200, 200, 200});
        row("GET", "/oauth2/clients/types", {401, 401, 200, 200, 200, 200, 200});
        row("GET", "/oauth2/clients/" + client, {401, 401, 200, 200, 200, 404, 200});
        row("POST", "/oauth2/clients", {401, 401, 400, 403, 403, 403, 400});
        row("PUT", "/oauth2/clients/" + client, {401, 401, 400, 403, 403, 403, 400});
        row("DELETE", "/oauth2/clients/" + client, {401, 401, 204, 403, 403, 403, 204});
        row("GET", "/oauth2/api-tokens", {401, 401, 200, 403, 403, 403, 200});
        row("POST", "/oauth2/api-tokens", {401, 401, 400, 403, 403, 403, 400});
        row("GET", "/oauth2/api-tokens/x", {401, 401, 404, 403, 403, 403, 404});
        row("PUT", "/oauth2/api-tokens/x", {401, 401, 400, 403, 403, 403, 400});
        row("DELETE", "/oauth2/api-tokens/x", {401, 401, 404, 403, 403, 403, 404});
        row("POST", tasks + "/daily/begin/" + client, {401, 401, 202, 403, 403, 403, 202});
        row("POST", tasks + "/hourly/begin/" + client, {401, 401, 202, 403, 403, 403, 202});
        row("GET", tasks + "/daily/status/" + client, {401, 401, 200, 403, 403, 403, 200});
        row("GET", tasks + "/hourly/status/" + client, {401, 401, 200, 403, 403, 403, 200});
        row("GET", "/oauth2/delegated/saml2/metadata", {200, 200, 200, 200, 200, 200, 200});
        row("GET", "/oauth2/delegated/start-login-url", {401, 401, 403, 200, 403, 403, 403});
        row("GET", "/oauth2/delegated/notification", {401, 401, 403, 400, 403, 403, 403});
        row("POST", "/oauth2/delegated/notification", {400, 400, 400, 400, 400, 400, 400});
        row("POST", "/oauth2/token", {400, 400, 400, 400, 400, 400, 400});
        row("POST", "/oauth2/revoke", {401, 401, 200, 200, 200, 400, 400});
    }
    void everyEndpointAnswersEachBearerAsItShould()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QString, kind);
        QFETCH(int, status);
        const Reply reply = m_twin->send(method, path, bearer(kind), {}, {});
        QCOMPARE(reply.status, status);
        if (status >= 400)
            QVERIFY(reply.isError());
        if (status == 401) {
            QCOMPARE(reply.text("error"_L1), u"invalid_token"_s);
            QVERIFY(reply.headers["www-authenticate"].startsWith("Bearer realm=\"teneo\""));
        }
        if (status == 403)
            QCOMPARE(reply.text("error"_L1), u"insufficient_scope"_s);
    }

    void aWrongMethodIsToldTheRightOnes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("allowed");
        QTest::newRow("token") << "GET"_qba
                               << "/oauth2/token"_qba
                               << "POST"_qba;
        QTest::newRow("clients") << "PATCH"_qba
                                 << "/oauth2/clients"_qba
                                 << "GET, HEAD, POST"_qba;
        QTest::newRow("client") << "POST"_qba
                                << "/oauth2/clients/x"_qba
                                << "GET, HEAD, PUT, DELETE"_qba;
        QTest::newRow("options") << "OPTIONS"_qba
                                 << "/oauth2/api-tokens"_qba
                                 << "GET, HEAD, POST"_qba;
        QTest::newRow("invented") << "BREW"_qba
                                  << "/oauth2/revoke"_qba
                                  << "POST"_qba;
        QTest::newRow("begin") << "GET"_qba
                               << "/oauth2/clients/studio/admin/maintenance/daily/begin/x"_qba
                               << "POST"_qba;
    }
    void aWrongMethodIsToldTheRightOnes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const Reply reply = m_twin->send(method, path, {}, {}, {});
        QCOMPARE(reply.status, 405);
        QVERIFY(reply.isError());
        QTEST(reply.headers["allow"], "allowed");
        QVERIFY(!reply.headers.contains("access-control-allow-origin"));
    }

    void anUnknownPathIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/", "//", "/oauth2", "/oauth2/", "/oauth2/clients/", "/oauth2/clients/x/y",
                 "/oauth2//token", "/OAUTH2/token", "/idp", "/oauth2%2Ftoken", "/../oauth2/token"})
            QTest::newRow(path) << QByteArray(path);
    }
    void anUnknownPathIsNotFound()
    {
        QFETCH(QByteArray, path);
        const Reply reply = m_twin->get(path, m_twin->adminToken());
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.isError());
        QCOMPARE(reply.text("error"_L1), u"not_found"_s);
    }

    void aBearerInAnotherShapeIsNone_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        const QByteArray token = "TOKEN";
        QTest::newRow("lower case") << "bearer " + token << 200;
        QTest::newRow("spaces") << "Bearer   " + token + "  " << 200;
        QTest::newRow("scheme missing") << token << 401;
        QTest::newRow("other scheme") << "Token " + token << 401;
        QTest::newRow("token missing") << "Bearer"_qba << 401;
        QTest::newRow("two tokens") << "Bearer " + token + ' ' + token << 401;
        QTest::newRow("not ASCII") << "Bearer \xff\xfe"_qba << 401;
    }
    void aBearerInAnotherShapeIsNone()
    {
        QFETCH(QByteArray, authorization);
        authorization.replace("TOKEN", m_twin->adminToken().toLatin1());
        Wire wire(m_twin->port());
        wire.send("GET /oauth2/token-info HTTP/1.1\r\nHost: " + m_twin->host() + "\r\nAuthorization: " + authorization
            + "\r\n\r\n");
        QTEST(wire.receive().status, "status");
    }

    void theDescriptionListsWhatIsServed()
    {
        const Reply reply = m_twin->get("/openapi.json");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object()["servers"_L1][0]["url"_L1].toString(), m_twin->url().toString());
        QVERIFY(!reply.body.contains("localhost:8080"));
        const QString tasks = u"/oauth2/clients/studio/admin/maintenance"_s;
        QStringList expected{u"GET /idp/login"_s, u"GET /openapi.json"_s, u"POST /oauth2/token"_s,
            u"POST /oauth2/revoke"_s, u"GET /oauth2/token-info"_s, u"GET /oauth2/tokens/types"_s,
            u"GET /oauth2/access-tokens"_s, u"GET /oauth2/refresh-tokens"_s, u"GET /oauth2/clients"_s,
            u"POST /oauth2/clients"_s, u"GET /oauth2/clients/types"_s, u"GET /oauth2/clients/{clientId}"_s,
            u"PUT /oauth2/clients/{clientId}"_s, u"DELETE /oauth2/clients/{clientId}"_s, u"GET /oauth2/api-tokens"_s,
            u"POST /oauth2/api-tokens"_s, u"GET /oauth2/api-tokens/{apiTokenId}"_s,
            u"PUT /oauth2/api-tokens/{apiTokenId}"_s, u"DELETE /oauth2/api-tokens/{apiTokenId}"_s,
            u"POST %1/daily/begin/{clientId}"_s.arg(tasks), u"POST %1/hourly/begin/{clientId}"_s.arg(tasks),
            u"GET %1/daily/status/{clientId}"_s.arg(tasks), u"GET %1/hourly/status/{clientId}"_s.arg(tasks),
            u"GET /oauth2/delegated/saml2/metadata"_s, u"GET /oauth2/delegated/start-login-url"_s,
            u"GET /oauth2/delegated/notification"_s, u"POST /oauth2/delegated/notification"_s};
        expected.sort();
        QCOMPARE(operationsOf(reply.object()), expected);
        // The path of the types is also that of a client whose id is "types".
        expected << u"PUT /oauth2/clients/types"_s << u"DELETE /oauth2/clients/types"_s;
        expected.sort();
        QCOMPARE(served(*m_twin, reply.object()), expected);
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
        if (kind == "api"_L1)
            return m_twin->apiToken(u"u-1042"_s);
        if (kind == "adminApi"_L1)
            return m_twin->apiToken(u"u-1000"_s);
        return kind == "wrong"_L1 ? u"wrong"_s : QString();
    }

    std::unique_ptr<Fixture> m_twin;
};

int tst_teneorights(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoRights>(argc, argv);
}
#include "tst_teneorights.moc"
