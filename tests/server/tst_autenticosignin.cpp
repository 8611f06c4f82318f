// SPDX-License-Identifier: GPL-3.0-or-later
#include "autentico.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray portalAuthorizePath = QByteArray("/oauth2/authorize?response_type=code&state=s%201&client_id=")
    + server::autentico::portalId + "&redirect_uri=" + redirectUri.toPercentEncoding();

class tst_AutenticoSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_servers = std::make_unique<Autenticos>(); }
    void cleanupTestCase() { m_servers.reset(); }

    void aCodeIsWonByTheFormAndSpentOnce_data() { addShapes(); }
    void aCodeIsWonByTheFormAndSpentOnce()
    {
        QFETCH(bool, isActual);
        Fixture &server = m_servers->of(isActual);
        Browser browser(server);
        const Reply page = browser.open(portalAuthorizePath);
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers["content-type"].startsWith("text/html"));
        QVERIFY(page.headers["content-security-policy"].contains("form-action 'self' http://127.0.0.1;"));
        const Reply done = browser.submit(page, {{"username", "ana@example.test"}, {"password", "ana_pass"}});
        QCOMPARE(done.status, 302);
        QVERIFY(done.headers["location"].startsWith(redirectUri + "?code="));
        QCOMPARE(parameter(done, u"state"), u"s 1"_s);
        const QByteArray code = parameter(done, u"code").toLatin1();
        QCOMPARE(code.size(), 43);
        const Parameters form{{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", redirectUri}};
        const Reply tokens = post(server, "/oauth2/token", form, portalBasic);
        QCOMPARE(tokens.status, 200);
        QCOMPARE(server.get("/oauth2/userinfo", accessToken(tokens)).text("username"_L1), u"ana@example.test"_s);
        const Reply again = post(server, "/oauth2/token", form, portalBasic);
        QCOMPARE(again.status, 400);
        QVERIFY(isAutenticoError(again, isActual, u"invalid_grant"_s));
        const Reply signedIn = browser.open(portalAuthorizePath); // by its cookie
        QCOMPARE(signedIn.status, 302);
        QVERIFY(parameter(signedIn, u"code") != QString::fromLatin1(code));
    }

    void aCodeIsBound_data()
    {
        QTest::addColumn<QByteArray>("redirect");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("minutes");
        QTest::newRow("other redirect URI") << "http://127.0.0.1/other"_qba << portalBasic << 0;
        QTest::newRow("no client") << redirectUri << ""_qba << 0;
        QTest::newRow("expired") << redirectUri << portalBasic << 10;
    }
    void aCodeIsBound()
    {
        QFETCH(QByteArray, redirect);
        QFETCH(QByteArray, authorization);
        QFETCH(int, minutes);
        Fixture &server = m_servers->of(true);
        Browser browser(server);
        const Reply done
            = browser.submit(browser.open(portalAuthorizePath), {{"username", "ana@example.test"}, {"password", "ana_pass"}});
        server.time.advance(std::chrono::minutes(minutes));
        const Reply reply = post(server, "/oauth2/token",
            {{"grant_type", "authorization_code"}, {"code", parameter(done, u"code").toLatin1()},
                {"redirect_uri", redirect}},
            authorization);
        QCOMPARE(reply.status, 400);
        QVERIFY(isAutenticoError(reply, true, u"invalid_grant"_s));
    }

    void anAuthorizationMayBeRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QByteArray uri = "&redirect_uri=" + redirectUri.toPercentEncoding();
        const QByteArray client = QByteArray("&client_id=") + server::autentico::portalId;
        const auto row = [](const char *name, const QByteArray &query, int status, const QString &error) {
            QTest::newRow(name) << query << status << error;
        };
        row("nothing", "", 403, u"invalid_request"_s);
        row("no redirect URI", "response_type=code" + client, 403, u"invalid_request"_s);
        row("no response type", client + uri, 403, u"invalid_request"_s);
        row("script", "response_type=code&redirect_uri=javascript:alert(1)", 403, u"invalid_request"_s);
        row("other response type", "response_type=token" + client + uri, 400, u"unsupported_response_type"_s);
        row("unknown client", "response_type=code&client_id=x" + uri, 400, u"invalid_client"_s);
        row("unregistered redirect URI", "response_type=code&redirect_uri=http://evil.test/" + client, 400,
            u"invalid_request"_s);
    }
    void anAuthorizationMayBeRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, error);
        for (const bool isActual : {false, true}) {
            const Reply reply = m_servers->of(isActual).get("/oauth2/authorize?" + query);
            QTEST(reply.status, "status");
            QVERIFY2(isAutenticoError(reply, isActual, error), reply.body.constData());
        }
    }

    void theLoginFormIsChecked_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("keepsCookie");
        QTest::addColumn<int>("status");
        QTest::newRow("wrong password") << "ana@example.test"_qba
                                        << "wrong_pass"_qba << true << 500;
        QTest::newRow("unknown user") << "nobody"_qba
                                      << "wrong_pass"_qba << true << 500;
        QTest::newRow("short name") << "ana"_qba
                                    << "ana_pass"_qba << true << 400;
        QTest::newRow("short password") << "ana@example.test"_qba
                                        << "ana"_qba << true << 400;
        QTest::newRow("no cookie") << "ana@example.test"_qba
                                   << "ana_pass"_qba << false << 403;
    }
    void theLoginFormIsChecked()
    {
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, password);
        QFETCH(bool, keepsCookie);
        QFETCH(int, status);
        for (const bool isActual : {false, true}) {
            Browser browser(m_servers->of(isActual));
            const Reply page = browser.open(portalAuthorizePath);
            if (!keepsCookie)
                browser.jar.clear();
            const Reply reply = browser.submit(page, {{"username", user}, {"password", password}});
            QCOMPARE(reply.status, status);
            if (status == 403)
                QVERIFY(reply.headers["content-type"].startsWith("text/plain"));
            else
                QVERIFY(isAutenticoError(reply, isActual, status == 500 ? u"server_error"_s : u"invalid_request"_s));
        }
    }

    void whatIsShownIsEscapedAndWhatIsSentStaysInItsLine()
    {
        Fixture &server = m_servers->of(false);
        Browser browser(server);
        const Reply page = browser.open("/oauth2/authorize?response_type=code&redirect_uri=http://a.test/x"
                                        "&state=%22%3E%3Cscript%3E%0d%0aSet-Cookie:%20a=b");
        QVERIFY(!page.body.contains("<script"));
        const Reply done = browser.submit(page, {{"username", "ana@example.test"}, {"password", "ana_pass"}});
        QCOMPARE(done.status, 302);
        QCOMPARE(parameter(done, u"state"), u"\"><script>\r\nSet-Cookie: a=b"_s);
    }

private:
    std::unique_ptr<Autenticos> m_servers;
};

int tst_autenticosignin(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoSignIn>(argc, argv);
}
#include "tst_autenticosignin.moc"
