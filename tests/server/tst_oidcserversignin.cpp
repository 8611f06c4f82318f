// SPDX-License-Identifier: GPL-3.0-or-later
#include "oidc.h"
#include "tests/testprogram.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_OidcServerSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = makeProvider(); }
    void cleanupTestCase() { m_server.reset(); }

    void aCodeIsWonByTheFormAndBuysTokens()
    {
        Browser browser(*m_server);
        const Reply page = browser.open(authorizePath());
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers["content-type"].startsWith("text/html"));
        const QByteArray policy = page.headers["content-security-policy"];
        QVERIFY(policy.startsWith("default-src 'none'"));
        QVERIFY(policy.contains("form-action 'self' http://127.0.0.1:4711;"));
        QVERIFY(!policy.contains("unsafe"));
        const Reply done = browser.submit(page, {{"username", "ana"}, {"password", "ana_pass"}});
        QCOMPARE(done.status, 303);
        QVERIFY(done.headers["location"].startsWith(callback + "?code="));
        QCOMPARE(parameter(done, u"state"), u"s 1"_s);
        const QString issuer = u"http://%1"_s.arg(QString::fromLatin1(m_server->host()));
        QCOMPARE(parameter(done, u"iss"), issuer);

        const Reply tokens = redeem(*m_server, parameter(done, u"code"));
        QCOMPARE(tokens.status, 200);
        QCOMPARE(tokens.headers["cache-control"], "no-store");
        QCOMPARE(tokens.text("token_type"_L1), u"Bearer"_s);
        QCOMPARE(tokens.text("scope"_L1), u"openid profile"_s);
        QVERIFY(!tokens.text("refresh_token"_L1).isEmpty());
        const QJsonObject id = claimsOf(tokens.text("id_token"_L1));
        QCOMPARE(id["iss"_L1].toString(), issuer);
        QCOMPARE(id["aud"_L1].toString(), u"console"_s);
        QCOMPARE(id["sub"_L1].toString(), u"u-ana"_s);
        QCOMPARE(id["nonce"_L1].toString(), u"n-1"_s);
        QCOMPARE(id["auth_time"_L1].toInteger(), m_server->time.now().toSecsSinceEpoch());
        const QByteArray hash
            = QCryptographicHash::hash(member(tokens, "access_token"_L1), QCryptographicHash::Sha256).first(16);
        QCOMPARE(id["at_hash"_L1].toString().toLatin1(),
            hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        const QJsonObject access = claimsOf(tokens.text("access_token"_L1));
        QCOMPARE(access["client_id"_L1].toString(), u"console"_s);
        QCOMPARE(access["aud"_L1].toString(), issuer);
        QVERIFY(access.contains("jti"_L1));
    }

    void anAuthorizationWithoutAnAddressEndsOnAPage_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("nothing") << "/authorize"_qba;
        QTest::newRow("unknown client") << authorizePath({{"client_id", "x"}});
        QTest::newRow("client twice") << authorizePath() + "&client_id=console";
        QTest::newRow("redirect URI twice") << authorizePath() + "&redirect_uri=x";
        QTest::newRow("other path") << authorizePath({{"redirect_uri", "http://127.0.0.1:4711/callback/"}});
        QTest::newRow("other scheme") << authorizePath({{"redirect_uri", "https://127.0.0.1:4711/callback"}});
        QTest::newRow("other loopback") << authorizePath({{"redirect_uri", "http://localhost:4711/callback"}});
        QTest::newRow("with a query") << authorizePath({{"redirect_uri", "http://127.0.0.1/callback?x=y"}});
        QTest::newRow("with a user") << authorizePath({{"redirect_uri", "http://u@127.0.0.1/callback"}});
        QTest::newRow("port of another host")
            << authorizePath({{"client_id", "webapp"}, {"redirect_uri", "https://webapp.example.test:444/callback"}});
        QTest::newRow("none, but several registered") << authorizePath({{"client_id", "webapp"}, {"redirect_uri", ""}});
        QTest::newRow("client without any") << authorizePath({{"client_id", "service"}});
    }
    void anAuthorizationWithoutAnAddressEndsOnAPage()
    {
        QFETCH(QByteArray, path);
        const Reply reply = m_server->get(path);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.headers["content-type"].startsWith("text/html"));
        QVERIFY(!reply.headers.contains("location"));
    }

    void otherErrorsGoToTheClient_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const Parameters &changes, const QString &error) {
            QTest::newRow(name) << authorizePath(changes) << error;
        };
        row("no response type", {{"response_type", ""}}, u"invalid_request"_s);
        row("other response type", {{"response_type", "token"}}, u"unsupported_response_type"_s);
        row("no challenge", {{"code_challenge", ""}, {"code_challenge_method", ""}}, u"invalid_request"_s);
        row("no method", {{"code_challenge_method", ""}}, u"invalid_request"_s);
        row("plain", {{"code_challenge_method", "plain"}}, u"invalid_request"_s);
        row("short challenge", {{"code_challenge", "x"}}, u"invalid_request"_s);
        row("none and login", {{"prompt", "none login"}}, u"invalid_request"_s);
        row("nobody signed in", {{"prompt", "none"}}, u"login_required"_s);
        row("negative age", {{"max_age", "-1"}}, u"invalid_request"_s);
        row("no number", {{"max_age", "x"}}, u"invalid_request"_s);
        row("request object", {{"request", "x"}}, u"request_not_supported"_s);
        row("request URI", {{"request_uri", "https://a.test/"}}, u"request_uri_not_supported"_s);
        row("response mode", {{"response_mode", "fragment"}}, u"invalid_request"_s);
        QTest::newRow("scope twice") << authorizePath() + "&scope=openid" << u"invalid_request"_s;
    }
    void otherErrorsGoToTheClient()
    {
        QFETCH(QByteArray, path);
        const Reply reply = m_server->get(path);
        QCOMPARE(reply.status, 303);
        QVERIFY(reply.headers["location"].startsWith(callback + '?'));
        QTEST(parameter(reply, u"error"), "error");
        QCOMPARE(parameter(reply, u"state"), u"s 1"_s);
        QVERIFY(!parameter(reply, u"iss").isEmpty());
        QVERIFY(parameter(reply, u"code").isEmpty());
    }

    void theRequestMayBePosted()
    {
        const QByteArray path = authorizePath();
        const Reply page = m_server->form("/authorize", path.mid(path.indexOf('?') + 1));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("name=\"password\""));
        QCOMPARE(m_server->send("POST", "/authorize", {}, "{}", "application/json").status, 400);
    }

    void theFormIsChecked_data()
    {
        QTest::addColumn<Parameters>("typed");
        QTest::addColumn<bool>("keepsCookie");
        QTest::newRow("wrong password") << Parameters{{"username", "ana"}, {"password", "x"}} << true;
        QTest::newRow("unknown user") << Parameters{{"username", "' OR 1=1--"}, {"password", "x"}} << true;
        QTest::newRow("nothing") << Parameters{} << true;
        QTest::newRow("without its cookie") << Parameters{{"username", "ana"}, {"password", "ana_pass"}} << false;
    }
    void theFormIsChecked()
    {
        QFETCH(Parameters, typed);
        QFETCH(bool, keepsCookie);
        Browser browser(*m_server);
        const Reply page = browser.open(authorizePath());
        if (!keepsCookie)
            browser.jar.clear();
        const Reply again = browser.submit(page, typed);
        QCOMPARE(again.status, 200);
        QVERIFY(again.body.contains("role=\"alert\""));
        const Reply done = browser.submit(again, {{"username", "ana"}, {"password", "ana_pass"}});
        QVERIFY(!parameter(done, u"code").isEmpty()); // the page still leads on
    }

    void aSignedInBrowserIsRemembered_data()
    {
        QTest::addColumn<Parameters>("changes");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isRemembered");
        QTest::newRow("plainly") << Parameters{} << 0 << true;
        QTest::newRow("silently") << Parameters{{"prompt", "none"}} << 0 << true;
        QTest::newRow("another client") << Parameters{{"client_id", "webapp"}} << 0 << true;
        QTest::newRow("told to sign in") << Parameters{{"prompt", "login"}} << 0 << false;
        QTest::newRow("told to consent") << Parameters{{"prompt", "consent"}} << 0 << false;
        QTest::newRow("young enough") << Parameters{{"max_age", "60"}} << 60 << true;
        QTest::newRow("too old") << Parameters{{"max_age", "60"}} << 61 << false;
        QTest::newRow("the day is over") << Parameters{} << 8 * 3600 << false;
        QTest::newRow("forged hint") << Parameters{{"id_token_hint", "a.b.c"}} << 0 << false;
    }
    void aSignedInBrowserIsRemembered()
    {
        QFETCH(Parameters, changes);
        QFETCH(int, seconds);
        QFETCH(bool, isRemembered);
        Browser browser(*m_server);
        const qint64 then = m_server->time.now().toSecsSinceEpoch();
        const Reply first = signIn(browser);
        QCOMPARE(first.status, 303);
        m_server->time.advance(std::chrono::seconds(seconds));
        const Reply second = browser.open(authorizePath(changes));
        QCOMPARE(second.status, isRemembered ? 303 : 200);
        if (isRemembered && changes.empty())
            QCOMPARE(
                claimsOf(redeem(*m_server, parameter(second, u"code")).text("id_token"_L1))["auth_time"_L1].toInteger(),
                then);
    }

    void aHintOfAnotherUserIsNotEnough()
    {
        Browser ana(*m_server);
        const QByteArray hint = member(redeem(*m_server, parameter(signIn(ana), u"code")), "id_token"_L1);
        const Parameters silent{{"prompt", "none"}, {"id_token_hint", hint}};
        QVERIFY(!parameter(ana.open(authorizePath(silent)), u"code").isEmpty());
        Browser ben(*m_server);
        signIn(ben, {}, "ben");
        QCOMPARE(parameter(ben.open(authorizePath(silent)), u"error"), u"login_required"_s);
    }

    void whatIsShownIsEscapedAndWhatIsSentStaysInItsLine()
    {
        Browser browser(*m_server);
        const Reply page = browser.open(authorizePath({{"state", "\"><script>\r\nSet-Cookie: a=b"}}));
        QVERIFY(!page.body.contains("<script"));
        const Reply done = browser.submit(page, {{"username", "ana"}, {"password", "ana_pass"}});
        QCOMPARE(parameter(done, u"state"), u"\"><script>\r\nSet-Cookie: a=b"_s);
    }

    void aRelyingPartySignsOut_data()
    {
        QTest::addColumn<Parameters>("query");
        QTest::addColumn<bool>("hasHint");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isOut");
        const std::pair<QByteArray, QByteArray> bye{"post_logout_redirect_uri", "http://127.0.0.1/signed-out"};
        QTest::newRow("with a hint") << Parameters{{"state", "x"}, bye} << true << 303 << true;
        QTest::newRow("to nowhere") << Parameters{} << true << 200 << true;
        QTest::newRow("to an unknown address") << Parameters{{bye.first, "http://evil.test/"}} << true << 400 << false;
        QTest::newRow("as another client") << Parameters{{"client_id", "webapp"}} << true << 400 << false;
        QTest::newRow("with a forged hint") << Parameters{{"id_token_hint", "x"}} << false << 400 << false;
        QTest::newRow("without a hint") << Parameters{bye, {"client_id", "console"}} << false << 200 << false;
        QTest::newRow("without a client") << Parameters{bye} << false << 400 << false;
    }
    void aRelyingPartySignsOut()
    {
        QFETCH(Parameters, query);
        QFETCH(bool, hasHint);
        QFETCH(bool, isOut);
        Browser browser(*m_server);
        const Reply tokens = redeem(*m_server, parameter(signIn(browser), u"code"));
        if (hasHint)
            query.emplace_back("id_token_hint", member(tokens, "id_token"_L1));
        const Reply reply = browser.open("/logout?" + encoded(query));
        QTEST(reply.status, "status");
        if (reply.status == 303)
            QCOMPARE(reply.headers["location"], "http://127.0.0.1/signed-out?state=x");
        QCOMPARE(browser.open(authorizePath()).status, isOut ? 200 : 303);
    }

    void aPersonConfirmsToSignOut()
    {
        Browser browser(*m_server);
        signIn(browser);
        const Reply question
            = browser.open("/logout?client_id=console&post_logout_redirect_uri=http://127.0.0.1/signed-out");
        QCOMPARE(browser.open(authorizePath()).status, 303); // still signed in
        const Reply done = browser.submit(question, {});
        QCOMPARE(done.headers["location"], "http://127.0.0.1/signed-out");
        QCOMPARE(browser.open(authorizePath()).status, 200);
        QCOMPARE(browser.open("/logout").status, 200);
    }

private:
    std::unique_ptr<Fixture> m_server;
};

int tst_oidcserversignin(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcServerSignIn>(argc, argv);
}
#include "tst_oidcserversignin.moc"
