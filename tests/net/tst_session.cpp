// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"
#include "tests/net/outcome.h"
#include "tests/net/tokenserver.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Conduct = TokenServer::Conduct;

namespace {

Request askedBy(const QString &asker, Request request)
{
    request.asker = asker;
    return request;
}

Request thing()
{
    return getRequest(u"/thing"_s);
}

Request change()
{
    return jsonRequest("POST", u"/thing"_s, {{u"a"_s, 1}});
}

}

class tst_Session : public QObject {
    Q_OBJECT

private:
    QDateTime m_now;
    Clock m_clock = [this] { return m_now; };

    std::unique_ptr<Session> session(const TokenServer &server, const SignIn &signIn = TokenServer::signIn())
    {
        return std::make_unique<Session>(HttpSettings{.base = server.url()}, signIn, nullptr, m_clock);
    }

private Q_SLOTS:
    void init() { m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC); }

    void parallelCallsShareOneSignIn()
    {
        TokenServer server;
        const auto session = this->session(server);
        QSignalSpy states(session.get(), &Session::stateChanged);
        QList<Future<Response>> calls;
        for (int i = 0; i < 5; ++i)
            calls += session->call(thing());
        QVERIFY(session->state() == Session::State::SigningIn);
        for (const auto &call : calls)
            QCOMPARE(awaited(call), "200");
        QCOMPARE(server.signIns(), 1);
        QCOMPARE(server.seen("/thing").size(), 5);
        QVERIFY(session->state() == Session::State::SignedIn);
        QCOMPARE(states.size(), 2);
        QCOMPARE(session->expiresAt(), m_now.addSecs(3600));
        QVERIFY(session->isOwn(Secret(u"access1"_s)));
        QVERIFY(session->isOwn(Secret(u"refresh1"_s)));
        QVERIFY(!session->isOwn(Secret(u"access2"_s)));
        QVERIFY(!session->isOwn(Secret()));
    }

    void parallelRefusalsShareOneRenewal()
    {
        TokenServer server;
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        server.forgetTokens();
        QList<Future<Response>> calls;
        for (int i = 0; i < 5; ++i)
            calls += session->call(thing());
        for (const auto &call : calls)
            QCOMPARE(awaited(call), "200");
        QCOMPARE(server.signIns(), 1);
        QCOMPARE(server.refreshes(), 1);
        QCOMPARE(server.seen("/thing").size(), 10);
    }

    void aLateRefusalOfAnOldTokenDoesNotCostTheNewOne()
    {
        TokenServer server;
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        server.behave([](Conduct &conduct) { conduct.holdsLate = true; });
        const auto late = session->call(getRequest(u"/late"_s));
        QTRY_COMPARE(server.seen("/late").size(), 1);
        server.forgetTokens();
        QCOMPARE(awaited(session->call(thing())), "200");
        server.behave([](Conduct &conduct) { conduct.holdsLate = false; });
        QCOMPARE(awaited(late), "200");
        QCOMPARE(server.refreshes(), 1);
        QCOMPARE(server.seen("/late").size(), 2);
    }

    void aCredentialIsRenewedBeforeItExpires_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("age");
        QTest::addColumn<bool>("renewed");
        QTest::newRow("an hour, long before") << 3600 << 3500 << false;
        QTest::newRow("an hour, just before the margin") << 3600 << 3569 << false;
        QTest::newRow("an hour, in the margin") << 3600 << 3570 << true;
        QTest::newRow("an hour, expired") << 3600 << 4000 << true;
        QTest::newRow("short, in its first half") << 40 << 19 << false;
        QTest::newRow("short, in its second half") << 40 << 20 << true;
        QTest::newRow("unknown") << 0 << 1'000'000 << false;
    }

    void aCredentialIsRenewedBeforeItExpires()
    {
        QFETCH(const int, lifetime);
        QFETCH(const int, age);
        QFETCH(const bool, renewed);
        TokenServer server;
        server.behave([&](Conduct &conduct) { conduct.expiresIn = lifetime; });
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        m_now = m_now.addSecs(age);
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(server.refreshes(), renewed ? 1 : 0);
        QCOMPARE(server.seen("/thing").size(), 1);
        QCOMPARE(server.seen("/thing").first().headers.value("authorization"),
            renewed ? "Bearer access2" : "Bearer access1");
    }

    void anAlreadyExpiredCredentialServesItsCallOnly()
    {
        TokenServer server;
        SignIn signIn = TokenServer::signIn();
        signIn.read = [this, read = signIn.read](const Response &response) {
            return read(response).map([this](Credential credential) {
                credential.expiresAt = m_now.addSecs(-10);
                return credential;
            });
        };
        const auto session = this->session(server, signIn);
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(server.refreshes(), 1);
    }

    void withoutANewRefreshTokenTheOldOneIsKept()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.rotatesRefreshToken = false; });
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        for (int i = 0; i < 2; ++i) {
            server.forgetTokens();
            QCOMPARE(awaited(session->call(thing())), "200");
        }
        QCOMPARE(server.refreshes(), 2);
        QVERIFY(server.seen("/token").last().body.contains("refresh_token=refresh1"));
    }

    void withoutARefreshTokenASignInFollows()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.givesRefreshToken = false; });
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        server.forgetTokens();
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(server.signIns(), 2);
        QCOMPARE(server.refreshes(), 0);
    }

    void aRenewalThatFailsIsJudgedByItsReason_data()
    {
        QTest::addColumn<QByteArray>("refreshStatus");
        QTest::addColumn<bool>("inBrowser");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<bool>("signedIn");
        QTest::addColumn<int>("signIns");
        QTest::newRow("400") << "400 Bad"_ba << false << "200"_ba << true << 2;
        QTest::newRow("401") << "401 Unauthorized"_ba << false << "200"_ba << true << 2;
        QTest::newRow("400, browser") << "400 Bad"_ba << true << "Unauthorized"_ba << false << 1;
        QTest::newRow("403") << "403 Forbidden"_ba << false << "Forbidden"_ba << false << 1;
        QTest::newRow("500") << "500 Oops"_ba << false << "Server"_ba << true << 1;
        QTest::newRow("cut") << "cut"_ba << false << "Network"_ba << true << 1;
    }

    void aRenewalThatFailsIsJudgedByItsReason()
    {
        QFETCH(const QByteArray, refreshStatus);
        QFETCH(const bool, inBrowser);
        QFETCH(const QByteArray, outcome);
        QFETCH(const bool, signedIn);
        QFETCH(const int, signIns);
        TokenServer server;
        server.behave([&](Conduct &conduct) { conduct.refreshStatus = refreshStatus; });
        const auto session = this->session(server, inBrowser ? TokenServer::browserSignIn() : TokenServer::signIn());
        QCOMPARE(awaited(session->signIn()), "ok");
        server.forgetTokens();
        QCOMPARE(awaited(session->call(thing())), outcome);
        QCOMPARE(session->state() == Session::State::SignedIn, signedIn);
        QCOMPARE(server.signIns(), signIns);
        QCOMPARE(server.refreshes(), 1);
        // What only failed for now works later, with the same refresh token.
        server.behave([](Conduct &conduct) { conduct.refreshStatus = "200 OK"; });
        QCOMPARE(awaited(session->call(thing())), "200");
    }

    void anExpiredBrowserSignInOpensNoBrowserByItself()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.givesRefreshToken = false; });
        const auto session = this->session(server, TokenServer::browserSignIn());
        QCOMPARE(awaited(session->signIn()), "ok");
        QSignalSpy browser(session.get(), &Session::browserRequested);
        m_now = m_now.addSecs(4000);
        QCOMPARE(awaited(session->call(thing())), "Unauthorized");
        QVERIFY(session->state() == Session::State::SignedOut);
        QCOMPARE(browser.size(), 0);
        QCOMPARE(server.seen("/thing").size(), 0);
    }

    void aSecondRefusalIsReported()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.refusesAll = true; });
        const auto session = this->session(server);
        const auto call = session->call(thing());
        QCOMPARE(awaited(call), "Unauthorized");
        QCOMPARE(call.result().error().status, 401);
        QCOMPARE(call.result().error().code, u"invalid_token"_s);
        QCOMPARE(server.seen("/thing").size(), 2);
        QCOMPARE(server.refreshes(), 1);
    }

    void aRefusedWriteIsSentAgainWithTheNewToken()
    {
        TokenServer server;
        const auto session = this->session(server);
        QCOMPARE(awaited(session->signIn()), "ok");
        server.forgetTokens();
        QCOMPARE(awaited(session->call(change())), "200");
        const QList<Seen> sent = server.seen("/thing");
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent[0].headers.value("authorization"), "Bearer access1");
        QCOMPARE(sent[1].headers.value("authorization"), "Bearer access2");
        QCOMPARE(sent[1].body, sent[0].body);
    }

    void aPastedTokenIsNeverRenewed()
    {
        TokenServer server;
        SignIn signIn = TokenServer::signIn();
        signIn.fixed = Credential{
            .access = Secret(u"pasted"_s), .refresh = Secret(u"refresh"_s), .expiresAt = m_now.addSecs(-1)};
        const auto session = this->session(server, signIn);
        QCOMPARE(awaited(session->signIn()), "ok");
        QVERIFY(session->state() == Session::State::SignedIn);
        QCOMPARE(awaited(session->call(thing())), "Unauthorized");
        QVERIFY(session->state() == Session::State::SignedOut);
        QCOMPARE(server.seen("/thing").size(), 1);
        QCOMPARE(server.seen("/token").size(), 0);
    }

    void aFailedSignInIsReportedToAllWhoWait_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("refused") << "401 Unauthorized"_ba
                                 << "Unauthorized"_ba;
        QTest::newRow("bad request") << "400 Bad"_ba
                                     << "Rejected"_ba;
        QTest::newRow("broken") << "500 Oops"_ba
                                << "Server"_ba;
        QTest::newRow("cut") << "cut"_ba
                             << "Network"_ba;
        QTest::newRow("redirected") << "302 Found"_ba
                                    << "Redirect"_ba;
    }

    void aFailedSignInIsReportedToAllWhoWait()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, outcome);
        TokenServer server;
        server.behave([&](Conduct &conduct) { conduct.tokenStatus = status; });
        const auto session = this->session(server);
        const auto read = session->call(thing()), write = session->call(change());
        QCOMPARE(awaited(read), outcome);
        QCOMPARE(awaited(write), outcome);
        QVERIFY(session->state() == Session::State::SignedOut);
        QCOMPARE(server.signIns(), 1);
        QCOMPARE(server.seen("/thing").size(), 0);
    }

    void nothingIsWrittenWhileReadOnly()
    {
        TokenServer server;
        const auto session = this->session(server);
        session->setReadOnly(true);
        QVERIFY(session->isReadOnly());
        QCOMPARE(awaited(session->call(change())), "ReadOnly");
        QCOMPARE(awaited(session->callAs({.access = Secret(u"x"_s)}, change())), "ReadOnly");
        QVERIFY(server.seen("/token").isEmpty());
        QVERIFY(server.seen("/thing").isEmpty());
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(awaited(session->signOut()), "ok");
        session->setReadOnly(false);
        QCOMPARE(awaited(session->signIn()), "ok");
        QCOMPARE(awaited(session->call(change())), "200");
    }

    void whatGoesOnAfterSigningOutDoesNotSignInAgain()
    {
        TokenServer server;
        const auto session = this->session(server);
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(awaited(session->signOut()), "ok");
        const auto before = server.signIns();
        QCOMPARE(awaited(session->call(thing())), "Unauthorized");
        QCOMPARE(server.signIns(), before);
        QCOMPARE(awaited(session->signIn()), "ok");
        QCOMPARE(awaited(session->call(thing())), "200");
    }

    void aWriteThatWaitsIsHeldBackWhenTheConnectionBecomesReadOnly()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.holdsTokens = true; });
        const auto session = this->session(server);
        const auto write = session->call(change());
        QTRY_COMPARE(server.signIns(), 1);
        session->setReadOnly(true);
        server.behave([](Conduct &conduct) { conduct.holdsTokens = false; });
        QCOMPARE(awaited(write), "ReadOnly");
        QVERIFY(server.seen("/thing").isEmpty());
    }

    void stoppingAnAskerLeavesTheSignInToOthers()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.holdsTokens = true; });
        const auto session = this->session(server);
        const auto stopped = session->call(askedBy(u"clients"_s, change())),
                   kept = session->call(askedBy(u"users"_s, thing()));
        QTRY_COMPARE(server.signIns(), 1);
        session->stop(u"clients"_s);
        QCOMPARE(awaited(stopped), "Stopped");
        server.behave([](Conduct &conduct) { conduct.holdsTokens = false; });
        QCOMPARE(awaited(kept), "200");
        QCOMPARE(server.seen("/thing").size(), 1);
    }

    void stoppingTheSignInStopsAllWhoWait()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.holdsTokens = true; });
        const auto session = this->session(server);
        const auto signIn = session->signIn();
        const auto call = session->call(thing());
        QTRY_COMPARE(server.signIns(), 1);
        session->stop(u"sign-in"_s);
        QCOMPARE(awaited(signIn), "Stopped");
        QCOMPARE(awaited(call), "Stopped");
        QVERIFY(session->state() == Session::State::SignedOut);
        server.behave([](Conduct &conduct) { conduct.holdsTokens = false; });
        QCOMPARE(awaited(session->call(thing())), "200");
        QCOMPARE(server.signIns(), 2);
    }

    void aStopOvertakesAResultThatIsUnderWay()
    {
        TokenServer server;
        SignIn signIn = TokenServer::signIn();
        signIn.fixed = Credential{.access = Secret(u"pasted"_s)};
        const auto session = this->session(server, signIn);
        const auto signedIn = session->signIn(); // its result already waits for the event loop
        session->stop(u"sign-in"_s);
        QCOMPARE(awaited(signedIn), "Stopped");
        QCoreApplication::processEvents();
        QVERIFY(session->state() == Session::State::SignedOut);
    }

    void aSignInEndsInTheBrowser()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) {
            conduct.pendingPolls = 3;
            conduct.cutPolls = 1;
        });
        const auto session = this->session(server, TokenServer::browserSignIn());
        session->setReadOnly(true);
        QSignalSpy browser(session.get(), &Session::browserRequested);
        const auto call = session->call(thing());
        QCOMPARE(awaited(call), "200");
        QCOMPARE(browser.size(), 1);
        QCOMPARE(browser.first().first().toUrl(), QUrl(u"https://idp.example/login"_s));
        QCOMPARE(browser.first().last().toDateTime(), m_now.addSecs(300));
        QVERIFY(server.seen("/poll").size() >= 5);
        QCOMPARE(server.seen("/poll").first().headers.value("authorization"), "Bearer access1");
        QCOMPARE(server.seen("/thing").first().headers.value("authorization"), "Bearer access2");
    }

    void aBrowserSignInEndsOtherwise_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("pollStatus");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("denied") << "https://idp.example/"_ba
                                << "403 Forbidden"_ba
                                << "Forbidden"_ba;
        QTest::newRow("expired there") << "https://idp.example/"_ba
                                       << "410 Gone"_ba
                                       << "NotFound"_ba;
        QTest::newRow("a file to open") << "file:///etc/passwd"_ba
                                        << "200 OK"_ba
                                        << "Protocol"_ba;
        QTest::newRow("a program to open") << "vnc://host"_ba
                                           << "200 OK"_ba
                                           << "Protocol"_ba;
        QTest::newRow("no address") << ""_ba
                                    << "200 OK"_ba
                                    << "Protocol"_ba;
    }

    void aBrowserSignInEndsOtherwise()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, pollStatus);
        QFETCH(const QByteArray, outcome);
        TokenServer server;
        server.behave([&](Conduct &conduct) {
            conduct.loginUrl = url;
            conduct.pollStatus = pollStatus;
        });
        const auto session = this->session(server, TokenServer::browserSignIn());
        QSignalSpy browser(session.get(), &Session::browserRequested);
        QCOMPARE(awaited(session->signIn()), outcome);
        QVERIFY(session->state() == Session::State::SignedOut);
        QCOMPARE(browser.size(), outcome == "Protocol" ? 0 : 1);
    }

    void aBrowserSignInRunsOutOfTime()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.pendingPolls = -1; });
        const auto session = this->session(server, TokenServer::browserSignIn());
        const auto signIn = session->signIn();
        QTRY_VERIFY(server.seen("/poll").size() > 2);
        m_now = m_now.addSecs(299);
        const qsizetype polls = server.seen("/poll").size();
        QTRY_VERIFY(server.seen("/poll").size() > polls);
        QVERIFY(!signIn.isFinished());
        m_now = m_now.addSecs(2);
        QCOMPARE(awaited(signIn), "Timeout");
        QVERIFY(session->state() == Session::State::SignedOut);
    }

    void aBrowserSignInCanBeStopped()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.pendingPolls = -1; });
        const auto session = this->session(server, TokenServer::browserSignIn());
        // At the worst moment: from within its own signal.
        connect(session.get(), &Session::browserRequested, this, [&] { session->stop(u"sign-in"_s); });
        QCOMPARE(awaited(session->signIn()), "Stopped");
        QVERIFY(session->state() == Session::State::SignedOut);
        QTest::qWait(20); // many intervals
        QVERIFY(server.seen("/poll").isEmpty());
    }

    void signingOutRevokesAndForgets_data()
    {
        QTest::addColumn<QByteArray>("revokeStatus");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("done") << "200 OK"_ba
                              << "ok"_ba;
        QTest::newRow("refused") << "403 Forbidden"_ba
                                 << "Forbidden"_ba;
        QTest::newRow("broken") << "500 Oops"_ba
                                << "Server"_ba;
    }

    void signingOutRevokesAndForgets()
    {
        QFETCH(const QByteArray, revokeStatus);
        QFETCH(const QByteArray, outcome);
        TokenServer server;
        server.behave([&](Conduct &conduct) { conduct.revokeStatus = revokeStatus; });
        const auto session = this->session(server);
        session->setReadOnly(true);
        QCOMPARE(awaited(session->signOut()), "ok"); // nothing to do
        QCOMPARE(awaited(session->signIn()), "ok");
        const auto signOut = session->signOut();
        QVERIFY(session->state() == Session::State::SignedOut);
        QVERIFY(!session->expiresAt().isValid());
        QCOMPARE(awaited(signOut), outcome);
        QVERIFY(session->state() == Session::State::SignedOut);
        QVERIFY(!session->isOwn(Secret(u"access1"_s)));
        QCOMPARE(server.seen("/revoke").size(), 1);
        QCOMPARE(server.seen("/revoke").first().body, "token=access1");
        QCOMPARE(server.seen("/revoke").first().headers.value("authorization"), "Bearer access1");
    }

    void signingOutEndsASignIn()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.holdsTokens = true; });
        const auto session = this->session(server);
        const auto call = session->call(thing());
        QTRY_COMPARE(server.signIns(), 1);
        QCOMPARE(awaited(session->signOut()), "ok");
        server.behave([](Conduct &conduct) { conduct.holdsTokens = false; });
        QCOMPARE(awaited(call), "Stopped");
        QVERIFY(session->state() == Session::State::SignedOut);
    }

    void aRefusalIsReadByTheDialectWhereItCan()
    {
        TokenServer server;
        SignIn signIn = TokenServer::signIn();
        const auto plain = session(server, signIn);
        const auto missing = plain->call(getRequest(u"/missing"_s));
        QCOMPARE(awaited(missing), "NotFound");
        QCOMPARE(missing.result().error().code, u"not_found"_s);

        signIn.readError
            = [](const Response &response) { return Error{.kind = Error::Kind::Conflict, .status = response.status}; };
        const auto own = session(server, signIn);
        const auto again = own->call(getRequest(u"/missing"_s));
        QCOMPARE(awaited(again), "Conflict");
        QCOMPARE(again.result().error().status, 404);
    }

    void anotherCredentialIsUsedOnceAndForgotten()
    {
        TokenServer server;
        const auto session = this->session(server);
        QCOMPARE(awaited(session->callAs({.access = Secret(u"other"_s)}, thing())), "Unauthorized");
        QCOMPARE(server.seen("/thing").size(), 1);
        QCOMPARE(server.seen("/thing").first().headers.value("authorization"), "Bearer other");
        QVERIFY(server.seen("/token").isEmpty());
        QVERIFY(session->state() == Session::State::SignedOut);
    }

    void deletingTheSessionCallsNobody_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("signing in") << u"sign-in"_s << "/token"_ba;
        QTest::newRow("calling") << u"call"_s << "/late"_ba;
        QTest::newRow("polling") << u"poll"_s << "/poll"_ba;
        QTest::newRow("just stopped") << u"stopped"_s << "/poll"_ba;
    }

    void deletingTheSessionCallsNobody()
    {
        QFETCH(const QString, moment);
        QFETCH(const QByteArray, target);
        TokenServer server;
        server.behave([&](Conduct &conduct) {
            conduct.holdsTokens = moment == "sign-in"_L1;
            conduct.holdsLate = true;
            conduct.pendingPolls = -1;
        });
        auto session = this->session(server, target == "/poll" ? TokenServer::browserSignIn() : TokenServer::signIn());
        bool called = false;
        const auto call = session->call(getRequest(u"/late"_s));
        QTRY_VERIFY(!server.seen(target).isEmpty());
        if (moment == "stopped"_L1)
            session->stop(u"sign-in"_s);
        onResult(this, call, [&](const Result<Response> &) { called = true; });
        session.reset();
        server.behave([](Conduct &conduct) { conduct.holdsTokens = conduct.holdsLate = false; });
        QCOMPARE(awaited(call), "dropped");
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void everyExchangeIsReportedWithItsAsker()
    {
        TokenServer server;
        const auto session = this->session(server);
        QStringList askers;
        connect(
            session.get(), &Session::exchanged, this, [&](const ExchangeSummary &summary) { askers += summary.asker; });
        QCOMPARE(awaited(session->call(askedBy(u"clients"_s, thing()))), "200");
        QCOMPARE(askers, (QStringList{u"sign-in"_s, u"clients"_s}));
    }
};

int tst_session(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Session>(argc, argv);
}
#include "tst_session.moc"
