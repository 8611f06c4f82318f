// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"
#include "tests/net/outcome.h"
#include "tests/net/tokenserver.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

using Conduct = TokenServer::Conduct;

namespace {

const Header clientBasic = basicAuthorization(u"console"_s, Secret(u"pw"_s));

Request withOwnAuthorization(Request request)
{
    request.headers.append(clientBasic);
    return request;
}

// A server that knows some ways to say something and refuses the others; its SignIn tries them in turn.
struct Versions {
    QHash<QByteArray, QByteArray> statuses; // by target; 404 where it is not there
    HostileServer server{[this](Peer &peer) {
        peer.answer(R"({"error":"no"})", statuses.value(peer.request().target, "404 Not Found"));
    }};

    QByteArrayList asked() const
    {
        QByteArrayList targets;
        for (const Seen &request : server.seen())
            targets += request.verb + ' ' + request.target;
        return targets;
    }
};

// /v1, then /v2, and so on to `last`.
SignIn countingUp(int last)
{
    SignIn signIn{.fixed = Credential{.access = Secret(u"t"_s)}};
    signIn.alternative = [last](const Request &sent, const Response &) -> std::optional<Request> {
        const int number = sent.path.sliced(2).toInt();
        if (number >= last)
            return {};
        Request next = sent;
        next.path = u"/v%1"_s.arg(number + 1);
        return next;
    };
    return signIn;
}

}

// What a Session makes of a request that is special and of an answer that is not plainly good or bad.
class tst_SessionAnswers : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Session> session(const QUrl &url, const SignIn &signIn = TokenServer::signIn())
    {
        return std::make_unique<Session>(HttpSettings{.base = url}, signIn);
    }

private Q_SLOTS:
    void aRequestThatSpeaksForItselfIsSentAsItIs_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("as usual") << "Authorization"_ba;
        QTest::newRow("in lower case") << "authorization"_ba;
    }

    void aRequestThatSpeaksForItselfIsSentAsItIs()
    {
        QFETCH(const QByteArray, name);
        TokenServer server;
        const auto session = this->session(server.url());
        Request request = getRequest(u"/thing"_s);
        request.headers = {{name, "Basic abc"}};
        QCOMPARE(awaited(session->call(request)), "Unauthorized"); // the token server wants a token
        QCOMPARE(server.seen("/thing").size(), 1);
        QCOMPARE(server.seen("/thing").first().headers.value("authorization"), "Basic abc");
        QVERIFY(server.seen("/token").isEmpty());
        QCOMPARE(awaited(session->callAs({.access = Secret(u"other"_s)}, request)), "Unauthorized");
        QCOMPARE(server.seen("/thing").last().headers.value("authorization"), "Basic abc");
    }

    void itsRefusalDoesNotCostTheCredential()
    {
        TokenServer server;
        SignIn signIn = TokenServer::signIn();
        signIn.fixed = Credential{.access = Secret(u"pasted"_s)};
        for (const SignIn &method : {TokenServer::signIn(), signIn}) {
            const auto session = this->session(server.url(), method);
            QCOMPARE(awaited(session->signIn()), "ok");
            QCOMPARE(awaited(session->call(withOwnAuthorization(getRequest(u"/thing"_s)))), "Unauthorized");
            QVERIFY(session->state() == Session::State::SignedIn);
        }
        QCOMPARE(server.refreshes(), 0);
    }

    void itIsHeldBackLikeAnyOther()
    {
        TokenServer server;
        const auto session = this->session(server.url());
        session->setReadOnly(true);
        QCOMPARE(awaited(session->call(withOwnAuthorization(emptyRequest("DELETE", u"/thing"_s)))), "ReadOnly");
        QCOMPARE(awaited(session->signIn()), "ok");
        QCOMPARE(awaited(session->signOut()), "ok");
        QCOMPARE(awaited(session->call(withOwnAuthorization(getRequest(u"/thing"_s)))), "Unauthorized");
        QVERIFY(server.seen("/thing").isEmpty());
    }

    void aStatusThatIsAnAnswerIsNoError_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QList<int>>("accepts");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("401 that is one") << "401 Unauthorized"_ba << QList{401} << "401"_ba;
        QTest::newRow("404 that is one") << "404 Not Found"_ba << QList{400, 404} << "404"_ba;
        QTest::newRow("500 that is one") << "500 Oops"_ba << QList{500} << "500"_ba;
        QTest::newRow("404 that is none") << "404 Not Found"_ba << QList{400, 401} << "NotFound"_ba;
        QTest::newRow("a redirect never is") << "302 Found"_ba << QList{302} << "Redirect"_ba;
    }

    void aStatusThatIsAnAnswerIsNoError()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QList<int>, accepts);
        QFETCH(const QByteArray, outcome);
        Versions versions{.statuses = {{"/v1", status}}};
        SignIn signIn = countingUp(2);
        if (outcome == "NotFound")
            signIn.alternative = nullptr;
        const auto session = this->session(versions.server.url(), signIn);
        Request request = getRequest(u"/v1"_s);
        request.accepts = accepts;
        const auto answer = session->call(request);
        QCOMPARE(awaited(answer), outcome);
        QCOMPARE(versions.asked(), QByteArrayList{"GET /v1"});
        QVERIFY(session->state() == Session::State::SignedIn);
        if (answer.result())
            QCOMPARE(answer.result()->body, R"({"error":"no"})");
        QCOMPARE(awaited(session->callAs({}, request)), outcome);
    }

    void anAccepted401IsNotRenewedFor()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.refusesAll = true; });
        const auto session = this->session(server.url());
        Request request = formRequest(u"/introspect"_s, {{u"token"_s, u"x"_s}}, Effect::Read);
        request.accepts = {401};
        QCOMPARE(awaited(session->call(request)), "401");
        QCOMPARE(server.seen("/introspect").size(), 1);
        QCOMPARE(server.refreshes(), 0);
    }

    void aTokenKnownToLackTheScopeIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<std::optional<QStringList>>("asked");
        QTest::addColumn<QByteArray>("outcome");
        using Asked = std::optional<QStringList>;
        QTest::newRow("told") << "a wanted"_ba << Asked() << "200"_ba;
        QTest::newRow("told less") << "a b"_ba << Asked(QStringList{u"wanted"_s}) << "Forbidden"_ba;
        QTest::newRow("asked for") << ""_ba << Asked(QStringList{u"wanted"_s}) << "200"_ba;
        QTest::newRow("not asked for") << ""_ba << Asked(QStringList()) << "Forbidden"_ba;
        QTest::newRow("not known") << ""_ba << Asked() << "200"_ba;
    }
    void aTokenKnownToLackTheScopeIsNotSent()
    {
        QFETCH(const QByteArray, told);
        QFETCH(const std::optional<QStringList>, asked);
        QFETCH(const QByteArray, outcome);
        TokenServer server;
        server.behave([&](Conduct &conduct) { conduct.scope = told; });
        SignIn signIn = TokenServer::signIn();
        signIn.asked = asked;
        const auto session = this->session(server.url(), signIn);
        Request request = getRequest(u"/thing"_s);
        request.scope = u"wanted"_s;
        QCOMPARE(awaited(session->call(request)), outcome);
        // Renewed without a word about scopes, it is as before.
        server.behave([](Conduct &conduct) { conduct.scope.clear(); });
        QCOMPARE(awaited(session->signInAgain()), "ok");
        QCOMPARE(awaited(session->call(request)), outcome);
        QCOMPARE(server.refreshes(), 1);
        QCOMPARE(server.seen("/thing").size(), outcome == "200" ? 2 : 0);
        QVERIFY(session->state() == Session::State::SignedIn);
    }

    void anotherWayIsTriedWhereTheFirstIsNotKnown_data()
    {
        QTest::addColumn<int>("last");
        QTest::addColumn<int>("known"); // the version that works
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<int>("sent");
        QTest::newRow("the first works") << 9 << 1 << "404 Not Found"_ba
                                         << "200"_ba << 1;
        QTest::newRow("the second, 404") << 9 << 2 << "404 Not Found"_ba
                                         << "200"_ba << 2;
        QTest::newRow("the second, 405") << 9 << 2 << "405 No"_ba
                                         << "200"_ba << 2;
        QTest::newRow("the second, 415") << 9 << 2 << "415 No"_ba
                                         << "200"_ba << 2;
        QTest::newRow("the fourth") << 9 << 4 << "400 No"_ba
                                    << "200"_ba << 4;
        QTest::newRow("the fifth is too far") << 9 << 5 << "404 Not Found"_ba
                                              << "NotFound"_ba << 4;
        QTest::newRow("there is no third") << 2 << 3 << "404 Not Found"_ba
                                           << "NotFound"_ba << 2;
        QTest::newRow("never for 401") << 9 << 2 << "401 No"_ba
                                       << "Unauthorized"_ba << 1;
    }

    void anotherWayIsTriedWhereTheFirstIsNotKnown()
    {
        QFETCH(const int, last);
        QFETCH(const int, known);
        QFETCH(const QByteArray, refusal);
        QFETCH(const QByteArray, outcome);
        QFETCH(const int, sent);
        for (const QByteArray verb : {"GET", "POST"}) {
            Versions versions;
            for (int i = 1; i < 9; ++i)
                versions.statuses.insert("/v" + QByteArray::number(i), i == known ? "200 OK" : refusal);
            const auto session = this->session(versions.server.url(), countingUp(last));
            const Request request = verb == "GET" ? getRequest(u"/v1"_s) : jsonRequest(verb, u"/v1"_s, {});
            QCOMPARE(awaited(session->call(request)), outcome);
            QByteArrayList each;
            for (int i = 1; i <= sent; ++i)
                each += verb + " /v" + QByteArray::number(i);
            QCOMPARE(versions.asked(), each);
        }
    }

    void anotherWayToWriteThatBreaksOffIsUnknown()
    {
        HostileServer server([](Peer &peer) {
            if (peer.request().target == "/v1")
                peer.answer("", "405 No");
            else
                peer.close();
        });
        const auto session = this->session(server.url(), countingUp(3));
        QCOMPARE(awaited(session->call(emptyRequest("DELETE", u"/v1"_s))), "Unknown");
        QCOMPARE(server.count("DELETE"), 2);
    }

    void anotherWayToWriteStaysAWrite()
    {
        Versions versions;
        SignIn signIn = countingUp(3);
        const auto session = std::make_shared<std::unique_ptr<Session>>();
        signIn.alternative = [session](const Request &sent, const Response &) -> std::optional<Request> {
            (*session)->setReadOnly(true);
            return sent.path == "/v1"_L1 ? std::optional(getRequest(u"/v2"_s)) : std::nullopt;
        };
        *session = this->session(versions.server.url(), signIn);
        QCOMPARE(awaited((*session)->call(emptyRequest("DELETE", u"/v1"_s))), "ReadOnly");
        QCOMPARE(versions.asked(), QByteArrayList{"DELETE /v1"});
        session->reset();
    }

    void anotherWayIsStoppedWithItsAsker()
    {
        HostileServer server([](Peer &peer) {
            if (peer.request().target == "/v1")
                peer.answer("", "404 Not Found");
            else
                peer.hang();
        });
        SignIn signIn = countingUp(3);
        signIn.alternative = [](const Request &, const Response &) { return getRequest(u"/v2"_s); };
        const auto session = this->session(server.url(), signIn);
        Request request = getRequest(u"/v1"_s);
        request.asker = u"clients"_s;
        const auto call = session->call(request);
        QTRY_COMPARE(server.seen().size(), 2);
        session->stop(u"clients"_s);
        QCOMPARE(awaited(call), "Stopped");
    }

    void aRenewalInBetweenDoesNotGoBackToTheFirstWay()
    {
        QAtomicInt refusals = 1;
        HostileServer server([&](Peer &peer) {
            if (peer.request().target == "/token")
                peer.answer(R"({"access_token":"a","refresh_token":"r"})");
            else if (peer.request().target == "/v1")
                peer.answer("", "404 Not Found");
            else
                peer.answer("{}", refusals.fetchAndAddRelaxed(-1) > 0 ? "401 No" : "200 OK");
        });
        SignIn signIn = TokenServer::signIn();
        signIn.alternative = countingUp(2).alternative;
        const auto session = this->session(server.url(), signIn);
        QCOMPARE(awaited(session->call(emptyRequest("DELETE", u"/v1"_s))), "200");
        QByteArrayList targets;
        for (const Seen &seen : server.seen())
            targets += seen.target;
        QCOMPARE(targets, (QByteArrayList{"/token", "/v1", "/v2", "/token", "/v2"}));
    }

    void ownRevocationMayHaveAnotherWayToo()
    {
        TokenServer server;
        server.behave([](Conduct &conduct) { conduct.revokeStatus = "415 No"; });
        SignIn signIn = TokenServer::signIn();
        signIn.alternative = [](const Request &sent, const Response &) -> std::optional<Request> {
            if (sent.path == "/revoke"_L1)
                return emptyRequest("DELETE", u"/revocation"_s);
            return {};
        };
        const auto session = this->session(server.url(), signIn);
        QCOMPARE(awaited(session->signIn()), "ok");
        QCOMPARE(awaited(session->signOut()), "ok");
        QCOMPARE(server.seen("/revocation").size(), 1);
        QCOMPARE(server.seen("/revocation").first().headers.value("authorization"), "Bearer access1");
    }

    void anEndpointNamedByTheServerIsUsed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QUrlQuery>("query");
        QTest::addColumn<QByteArray>("asked");
        const QUrlQuery more = encodedQuery({{u"a b"_s, u"1+1"_s}});
        QTest::newRow("plain") << "/oauth/token"_ba << QUrlQuery() << "/oauth/token"_ba;
        QTest::newRow("encoded") << "/a%2Fb%20c"_ba << QUrlQuery() << "/a%2Fb%20c"_ba;
        QTest::newRow("own query") << "/token?policy=b2c%2F1"_ba << QUrlQuery() << "/token?policy=b2c%2F1"_ba;
        QTest::newRow("query") << "/token"_ba << more << "/token?a%20b=1%2B1"_ba;
        QTest::newRow("both") << "/token?policy=x"_ba << more << "/token?policy=x&a%20b=1%2B1"_ba;
        QTest::newRow("no path") << ""_ba << QUrlQuery() << "/"_ba;
    }

    void anEndpointNamedByTheServerIsUsed()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QUrlQuery, query);
        QFETCH(const QByteArray, asked);
        HostileServer other([](Peer &peer) { peer.answer("{}"); });
        HostileServer base([](Peer &peer) { peer.answer("{}"); });
        QUrl prefixed = base.url();
        prefixed.setPath(u"/realm"_s);
        const auto session = this->session(prefixed, {.fixed = Credential{}});
        QSignalSpy exchanged(session.get(), &Session::exchanged);
        Request request = getRequest(u"/ignored"_s, query);
        request.absolute = QUrl::fromEncoded(other.url().toEncoded() + target);
        QCOMPARE(awaited(session->call(request)), "200");
        QCOMPARE(other.seen().size(), 1);
        QCOMPARE(other.seen().first().target, asked);
        QVERIFY(base.seen().isEmpty());
        QVERIFY(!exchanged.first().first().value<ExchangeSummary>().path.contains(u'?'));
    }

    void anUnsafeEndpointIsNotUsed_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("endpoint"); // {origin}: that of a server that counts
        QTest::newRow("https to http") << u"https://127.0.0.1:1"_s << u"{origin}/token"_s;
        QTest::newRow("user information") << u"{origin}"_s << u"http://u:p@127.0.0.1:1/token"_s;
        QTest::newRow("fragment") << u"{origin}"_s << u"{origin}/token#x"_s;
        QTest::newRow("file") << u"{origin}"_s << u"file:///etc/passwd"_s;
        QTest::newRow("relative") << u"{origin}"_s << u"/token"_s;
        QTest::newRow("no host") << u"{origin}"_s << u"http:///token"_s;
        QTest::newRow("step up") << u"{origin}"_s << u"{origin}/a/../token"_s;
        QTest::newRow("data") << u"{origin}"_s << u"data:,x"_s;
    }

    void anUnsafeEndpointIsNotUsed()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, endpoint);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        const auto filled = [&](QString text) { return QUrl(text.replace("{origin}"_L1, server.url().toString())); };
        const auto session = this->session(filled(base), {.fixed = Credential{}});
        Request request = formRequest({}, {{u"client_secret"_s, u"s3cret"_s}});
        request.absolute = filled(endpoint);
        const auto answer = session->call(request);
        QCOMPARE(awaited(answer), "Rejected");
        QVERIFY(!answer.result().error().detail.contains("u:p"_L1));
        QVERIFY(server.seen().isEmpty());
    }
};

int tst_sessionanswers(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_SessionAnswers>(argc, argv);
}
#include "tst_sessionanswers.moc"
