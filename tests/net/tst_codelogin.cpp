// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/codeserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Conduct = TokenServer::Conduct;

// A sign-in by authorization code: what is asked, what becomes of every answer, and that nothing stays open. Strangers
// at the port are in tst_loopback.
class tst_CodeLogin : public QObject {
    Q_OBJECT

private:
    QDateTime m_now;

    // A session whose person has just been asked to open a browser.
    struct Waiting {
        std::unique_ptr<Session> session;
        Future<> signIn{};
        OpenedBrowser browser{QUrl()};
        QDateTime expiresAt{};
    };

    Waiting waiting(const CodeServer &server, const SignIn &method)
    {
        Waiting begun{.session
            = std::make_unique<Session>(HttpSettings{.base = server.url()}, method, nullptr, [this] { return m_now; })};
        QSignalSpy asked(begun.session.get(), &Session::browserRequested);
        begun.signIn = begun.session->signIn();
        if (asked.wait(30'000)) {
            begun.browser = OpenedBrowser(asked.first().first().toUrl());
            begun.expiresAt = asked.first().last().toDateTime();
        }
        return begun;
    }

private Q_SLOTS:
    void init() { m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC); }

    void theCodeIsExchangedOnce()
    {
        CodeServer server;
        const Waiting login = waiting(server, server.codeSignIn());
        login.session->setReadOnly(true);
        QCOMPARE(login.expiresAt, m_now.addSecs(300));
        QVERIFY(login.session->state() == Session::State::SigningIn);
        Visitor browser(login.browser.port(), login.browser.request("code=c0%2Fde+x&state={state}"));
        QCOMPARE(awaited(login.signIn), "ok");
        const QByteArray page = browser.answer();
        QVERIFY2(page.startsWith("HTTP/1.1 200 OK\r\n"), page);
        QVERIFY(page.contains("You are signed in. You can close this window."));
        QVERIFY(login.session->isOwn(Secret(u"access1"_s)));
        QCOMPARE(server.exchanges(), 1);
        QCOMPARE(server.seen("/token").size(), 1);

        const QUrlQuery sent(QString::fromLatin1(server.seen("/token").first().body));
        QCOMPARE(sent.queryItemValue(u"code"_s), u"c0%2Fde+x"_s);
        QCOMPARE(sent.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded).toUtf8(),
            login.browser.parameter(u"redirect_uri"_s));
        const QByteArray verifier = sent.queryItemValue(u"code_verifier"_s).toLatin1();
        QCOMPARE(verifier.size(), 43);
        QCOMPARE(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            login.browser.parameter(u"code_challenge"_s));
        // The port has closed, so nothing can come a second time.
        Visitor again(login.browser.port(), login.browser.request());
        QCOMPARE(again.answer(), "");
        QVERIFY(again.wasRefused());
        QCOMPARE(server.exchanges(), 1);
    }

    void everyAttemptIsUnlikeTheLast()
    {
        CodeServer server;
        QSet<QByteArray> seen;
        constexpr int attempts = 20;
        for (int i = 0; i < attempts; ++i) {
            const Waiting login = waiting(server, server.codeSignIn());
            QCOMPARE(login.browser.redirectUri().host(), u"127.0.0.1"_s);
            for (const QString &name : {u"state"_s, u"nonce"_s, u"code_challenge"_s}) {
                QCOMPARE(login.browser.parameter(name).size(), 43); // 256 bits
                seen.insert(login.browser.parameter(name));
            }
            QVERIFY(login.browser.path().size() > 20);
            seen.insert(login.browser.path());
        }
        QCOMPARE(seen.size(), 4 * attempts);
    }

    void thePageLoadsNothingAndIsKeptNowhere()
    {
        CodeServer server;
        const Waiting login = waiting(server, server.codeSignIn());
        const QByteArray page = Visitor(login.browser.port(), login.browser.request()).answer();
        for (const QByteArray header :
            {"Content-Security-Policy: default-src 'none'; style-src 'sha256-", "Cache-Control: no-store\r\n",
                "Referrer-Policy: no-referrer\r\n", "Connection: close\r\n", "X-Content-Type-Options: nosniff\r\n"})
            QVERIFY2(page.contains(header), header);
        for (const QByteArray reference : {"src=", "href=", "url(", "http:", "<script", "c0de"})
            QVERIFY2(!page.contains(reference), reference);
        const QByteArray style = page.mid(page.indexOf("<style>") + 7).split('<').first();
        QVERIFY(
            page.contains("'sha256-" + QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + "'"));
    }

    void anAnswerEndsTheSignIn_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("issuerRequired");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QString>("code");
        const QByteArray state = "&state={state}", as = "&iss=https%3A%2F%2Fas.example";
        QTest::newRow("code") << "code=c" + state << false << "ok"_ba << QString();
        QTest::newRow("code, issuer") << "code=c" + state + as << true << "ok"_ba << QString();
        QTest::newRow("more than asked for") << "code=c&session_state=x&foo" + state << false << "ok"_ba << QString();
        QTest::newRow("other issuer") << "code=c" + state + as + ".evil" << false << "Protocol"_ba << QString();
        QTest::newRow("issuer with a slash") << "code=c" + state + as + "%2F" << false << "Protocol"_ba << QString();
        QTest::newRow("empty issuer") << "code=c&iss=" + state << false << "Protocol"_ba << QString();
        QTest::newRow("no issuer") << "code=c" + state << true << "Protocol"_ba << QString();
        QTest::newRow("denied") << "error=access_denied" + state << false << "Forbidden"_ba << u"access_denied"_s;
        QTest::newRow("denied elsewhere") << "error=access_denied&iss=x" + state << false << "Protocol"_ba << QString();
        QTest::newRow("broken") << "error=server_error" + state << false << "Server"_ba << u"server_error"_s;
        QTest::newRow("scope") << "error=invalid_scope" + state << false << "Rejected"_ba << u"invalid_scope"_s;
        QTest::newRow("no word") << "error=%3Cb%3E%22" + state << false << "Rejected"_ba << QString();
    }

    void anAnswerEndsTheSignIn()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const bool, issuerRequired);
        QFETCH(const QByteArray, outcome);
        QFETCH(const QString, code);
        CodeServer server;
        SignIn method = server.codeSignIn();
        method.code->isIssuerRequired = issuerRequired;
        const Waiting login = waiting(server, method);
        Visitor browser(login.browser.port(), login.browser.request(query + "&error_description=Not+%3Cyou%3E"));
        QCOMPARE(awaited(login.signIn), outcome);
        QVERIFY(browser.answer().contains(outcome == "ok" ? "You are signed in." : "The sign-in failed: "));
        QCOMPARE(server.exchanges(), outcome == "ok" ? 1 : 0);
        if (outcome == "ok")
            return;
        QCOMPARE(login.signIn.result().error().code, code);
        QVERIFY(!login.signIn.result().error().message.contains("<you>"_L1));
        QCOMPARE(login.signIn.result().error().detail.contains("Not <you>"_L1), outcome != "Protocol");
        QVERIFY(Visitor(login.browser.port()).answer().isEmpty());
        QVERIFY(login.session->state() == Session::State::SignedOut);
    }

    void anExchangeThatFailsIsShownInBothPlaces_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("refused") << "400 Bad"_ba
                                 << "Rejected"_ba;
        QTest::newRow("client refused") << "401 No"_ba
                                        << "Unauthorized"_ba;
        QTest::newRow("broken") << "500 Oops"_ba
                                << "Server"_ba;
        QTest::newRow("cut") << "cut"_ba
                             << "Network"_ba;
    }

    void anExchangeThatFailsIsShownInBothPlaces()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, outcome);
        CodeServer server;
        server.behave([&](Conduct &conduct) { conduct.tokenStatus = status; });
        const Waiting login = waiting(server, server.codeSignIn());
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), outcome);
        const QString message = login.signIn.result().error().message;
        QVERIFY(browser.answer().contains("The sign-in failed: " + message.toHtmlEscaped().toUtf8()));
        QCOMPARE(server.exchanges(), 1);
    }

    void whatTheReaderRefusesIsNoSignIn()
    {
        CodeServer server;
        SignIn method = server.codeSignIn();
        QString nonce;
        method.code->read = [&](const Response &, const CodeAttempt &attempt) -> Result<Credential> {
            nonce = attempt.nonce.reveal();
            return failure(Error::Kind::Protocol, u"<img src=x> & \"nonce\""_s);
        };
        const Waiting login = waiting(server, method);
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), "Protocol");
        QCOMPARE(nonce.toUtf8(), login.browser.parameter(u"nonce"_s));
        QVERIFY(browser.answer().contains("&lt;img src=x&gt; &amp; &quot;nonce&quot;"));
    }

    void itRunsOutOfTime()
    {
        CodeServer server;
        SignIn method = server.codeSignIn();
        method.code->patience = 50ms;
        const Waiting login = waiting(server, method);
        QCOMPARE(awaited(login.signIn), "Timeout");
        Visitor late(login.browser.port(), login.browser.request());
        QCOMPARE(late.answer(), "");
        QVERIFY(late.wasRefused());
        QCOMPARE(server.exchanges(), 0);
    }

    void itCanBeStopped_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::newRow("at once") << u"at once"_s;
        QTest::newRow("when the browser is asked for") << u"asked"_s;
        QTest::newRow("waiting") << u"waiting"_s;
        QTest::newRow("during the exchange") << u"exchange"_s;
    }

    void itCanBeStopped()
    {
        QFETCH(const QString, moment);
        CodeServer server;
        server.behave([&](Conduct &conduct) { conduct.holdsTokens = true; });
        Session session({.base = server.url()}, server.codeSignIn());
        QSignalSpy asked(&session, &Session::browserRequested);
        const auto stop = [&] { session.stop(u"sign-in"_s); };
        if (moment == "asked"_L1)
            connect(&session, &Session::browserRequested, this, stop);
        const auto signIn = session.signIn();
        if (moment == "at once"_L1) {
            stop();
            QCOMPARE(awaited(signIn), "Stopped");
            QCoreApplication::processEvents();
            QCOMPARE(asked.size(), 0);
            return;
        }
        QTRY_COMPARE(asked.size(), 1);
        const OpenedBrowser opened(asked.first().first().toUrl());
        std::optional<Visitor> browser;
        if (moment == "exchange"_L1) {
            browser.emplace(opened.port(), opened.request());
            QTRY_COMPARE(server.exchanges(), 1);
        }
        stop();
        // Not even in the same moment, when everything is still there.
        Visitor late(opened.port(), opened.request());
        QCOMPARE(awaited(signIn), "Stopped");
        QCOMPARE(late.answer(), "");
        if (browser)
            QVERIFY(browser->answer().contains("The sign-in failed: "));
        server.behave([&](Conduct &conduct) { conduct.holdsTokens = false; });
        QVERIFY(session.state() == Session::State::SignedOut);
        QCOMPARE(server.exchanges(), browser ? 1 : 0);
    }

    void deletingTheSessionClosesThePort()
    {
        CodeServer server;
        Waiting login = waiting(server, server.codeSignIn());
        Visitor idle(login.browser.port(), "GET ");
        login.session.reset();
        QCOMPARE(idle.answer(), "");
        Visitor late(login.browser.port());
        QCOMPARE(late.answer(), "");
        QVERIFY(late.wasRefused());
        QCOMPARE(awaited(login.signIn), "dropped");
    }

    void anUnsafeAddressIsNotOpened_data()
    {
        QTest::addColumn<QUrl>("base");
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("isOpened");
        const QUrl https(u"https://as.example/x"_s), http(u"http://as.example"_s);
        QTest::newRow("https") << https << QUrl(u"https://login.example/a?b"_s) << true;
        QTest::newRow("http as the base") << http << QUrl(u"http://as.example/a"_s) << true;
        QTest::newRow("http on loopback") << https << QUrl(u"http://127.0.0.1:1/a"_s) << true;
        QTest::newRow("http on loopback, IPv6") << https << QUrl(u"http://[::1]:1/a"_s) << true;
        QTest::newRow("http on localhost") << https << QUrl(u"http://localhost/a"_s) << true;
        QTest::newRow("http elsewhere") << http << QUrl(u"http://login.example/a"_s) << false;
        QTest::newRow("http below https") << https << QUrl(u"http://as.example/a"_s) << false;
        QTest::newRow("name like loopback") << https << QUrl(u"http://127.0.0.1.evil.example/"_s) << false;
        QTest::newRow("file") << http << QUrl(u"file:///etc/passwd"_s) << false;
        QTest::newRow("relative") << http << QUrl(u"/authorize"_s) << false;
        QTest::newRow("user information") << http << QUrl(u"https://a:b@login.example/"_s) << false;
        QTest::newRow("fragment") << http << QUrl(u"https://login.example/#a"_s) << false;
        QTest::newRow("empty") << http << QUrl() << false;
    }

    void anUnsafeAddressIsNotOpened()
    {
        QFETCH(const QUrl, base);
        QFETCH(const QUrl, url);
        QFETCH(const bool, isOpened);
        SignIn method;
        method.code = CodeSignIn{.authorizationUrl = [&](const CodeAttempt &) { return url; }};
        Session session({.base = base}, method);
        QSignalSpy asked(&session, &Session::browserRequested);
        const auto signIn = session.signIn();
        if (isOpened)
            QTRY_COMPARE(asked.size(), 1);
        else
            QCOMPARE(awaited(signIn), "Protocol");
        QCOMPARE(asked.size(), isOpened ? 1 : 0);
    }

    void aRedirectUriRegisteredToTheLetterIsUsed()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        CodeServer server;
        SignIn method = server.codeSignIn();
        method.code->redirectPort = probe.serverPort();
        method.code->redirectPath = u"/call%20back"_s;
        Session refused({.base = server.url()}, method);
        const auto signIn = refused.signIn();
        QCOMPARE(awaited(signIn), "Network"); // somebody else has it
        QVERIFY(signIn.result().error().message.contains(QString::number(probe.serverPort())));
        probe.close();
        const Waiting login = waiting(server, method);
        QCOMPARE(login.browser.parameter(u"redirect_uri"_s),
            "http://127.0.0.1:" + QByteArray::number(method.code->redirectPort) + "/call%20back");
        Visitor browser(login.browser.port(),
            login.browser.filled("GET /call%20back?code=c&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        QCOMPARE(awaited(login.signIn), "ok");
    }

    void renewalComesFirstAndOpensNoBrowser()
    {
        CodeServer server;
        const Waiting login = waiting(server, server.codeSignIn());
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), "ok");
        QSignalSpy asked(login.session.get(), &Session::browserRequested);
        m_now = m_now.addSecs(3600);
        QCOMPARE(awaited(login.session->call(getRequest(u"/thing"_s))), "200");
        QCOMPARE(server.refreshes(), 1);
        server.forgetTokens();
        server.behave([](Conduct &conduct) { conduct.refreshStatus = "400 Bad"; });
        QCOMPARE(awaited(login.session->call(getRequest(u"/thing"_s))), "Unauthorized");
        QVERIFY(login.session->state() == Session::State::SignedOut);
        QCOMPARE(asked.size(), 0);
    }
};

int tst_codelogin(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_CodeLogin>(argc, argv);
}
#include "tst_codelogin.moc"
