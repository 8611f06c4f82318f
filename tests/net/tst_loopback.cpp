// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/loopbackreceiver.h"
#include "tests/net/codeserver.h"
#include "tests/net/hostilecallbacks.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A sign-in that waits for its browser.
struct Login {
    explicit Login(const CodeServer &server)
        : session({.base = server.url()}, server.codeSignIn())
    {
        QSignalSpy asked(&session, &Session::browserRequested);
        signIn = session.signIn();
        if (asked.wait(30'000))
            browser = OpenedBrowser(asked.first().first().toUrl());
    }

    Session session;
    Future<> signIn;
    OpenedBrowser browser{QUrl()};
};

}

// Strangers at the port where a sign-in waits: other programs, web pages, other people's sign-ins.
class tst_Loopback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostileCallbackChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QList<HostileCallback> callbacks = hostileCallbacks();
        QVERIFY(callbacks.size() >= 60);
        for (const HostileCallback &callback : callbacks)
            QTest::newRow(callback.name) << callback.bytes << callback.status;
    }

    void aHostileCallbackChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(const int, status);
        CodeServer server;
        Login login(server), other(server);
        bytes.replace("{other}", other.browser.parameter(u"state"_s));
        QCOMPARE(Visitor(login.browser.port(), login.browser.filled(bytes)).status(), status);
        QCOMPARE(outcomeOf(login.signIn), "pending");
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), "ok");
        QCOMPARE(server.exchanges(), 1);
        QCOMPARE(browser.status(), 200);
        QCOMPARE(outcomeOf(other.signIn), "pending");
    }

    void neitherDoAllOfThemAtOnce()
    {
        CodeServer server;
        Login login(server);
        std::vector<std::unique_ptr<Visitor>> visitors;
        const QList<HostileCallback> callbacks = hostileCallbacks();
        for (const HostileCallback &callback : callbacks)
            visitors.push_back(std::make_unique<Visitor>(login.browser.port(), login.browser.filled(callback.bytes)));
        for (const auto &visitor : visitors)
            QTRY_VERIFY(visitor->isGone());
        QCOMPARE(outcomeOf(login.signIn), "pending");
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), "ok");
        QCOMPARE(server.exchanges(), 1);
    }

    // All of 127.0.0.0/8 is this computer, so that another address of it stands for any other interface.
    void nobodyIsHeardAtAnotherAddress()
    {
        CodeServer server;
        Login login(server);
        QTcpSocket elsewhere;
        elsewhere.connectToHost(u"127.0.0.2"_s, static_cast<quint16>(login.browser.port()));
        QTRY_COMPARE_WITH_TIMEOUT(elsewhere.state(), QAbstractSocket::UnconnectedState, 30'000);
        QCOMPARE(elsewhere.error(), QAbstractSocket::ConnectionRefusedError);
        QCOMPARE(outcomeOf(login.signIn), "pending");
        QCOMPARE(Visitor(login.browser.port(), login.browser.request()).status(), 200);
        QCOMPARE(awaited(login.signIn), "ok");
    }

    void twoAttemptsDoNotMix()
    {
        CodeServer server;
        Login one(server), two(server);
        QVERIFY(one.browser.port() != two.browser.port());
        const auto crossed = [](const OpenedBrowser &at, const OpenedBrowser &from) {
            return at.filled(
                "GET {path}?code=c0de&state=" + from.parameter(u"state"_s) + " HTTP/1.1\r\nHost: {host}\r\n\r\n");
        };
        QCOMPARE(Visitor(one.browser.port(), crossed(one.browser, two.browser)).status(), 400);
        QCOMPARE(Visitor(two.browser.port(), one.browser.request()).status(), 404);
        QCOMPARE(Visitor(one.browser.port(), one.browser.request("code=one&state={state}")).status(), 200);
        QCOMPARE(awaited(one.signIn), "ok");
        QCOMPARE(outcomeOf(two.signIn), "pending");
        QCOMPARE(Visitor(two.browser.port(), two.browser.request("code=two&state={state}")).status(), 200);
        QCOMPARE(awaited(two.signIn), "ok");
        QVERIFY(server.seen("/token").first().body.contains("code=one"));
        QVERIFY(server.seen("/token").last().body.contains("code=two"));
        QCOMPARE(server.exchanges(), 2);
    }

    void onlyTheFirstOfManyRightOnesCounts()
    {
        CodeServer server;
        Login login(server);
        std::vector<std::unique_ptr<Visitor>> visitors;
        for (int i = 0; i < 10; ++i)
            visitors.push_back(std::make_unique<Visitor>(login.browser.port(), login.browser.request()));
        QCOMPARE(awaited(login.signIn), "ok");
        int served = 0;
        for (const auto &visitor : visitors)
            served += visitor->status() == 200 ? 1 : 0;
        QCOMPARE(served, 1);
        QCOMPARE(server.exchanges(), 1);
    }

    void aRequestInPiecesIsReadWhole()
    {
        CodeServer server;
        Login login(server);
        const QByteArray request = login.browser.request();
        Visitor browser(login.browser.port());
        for (const char byte : request) {
            browser.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QCOMPARE(awaited(login.signIn), "ok");
    }

    void whoOnlyHoldsConnectionsHoldsUpNobody()
    {
        CodeServer server;
        Login login(server);
        std::vector<std::unique_ptr<Visitor>> idlers;
        for (int i = 0; i < 200; ++i)
            idlers.push_back(std::make_unique<Visitor>(login.browser.port(), i % 2 == 0 ? "GET /" : ""));
        QTRY_VERIFY(idlers.front()->isGone()); // gave way
        Visitor browser(login.browser.port(), login.browser.request());
        QCOMPARE(awaited(login.signIn), "ok");
        for (const auto &idler : idlers)
            QTRY_VERIFY(idler->isGone());
    }

    void whoSendsTooSlowlyIsLeft()
    {
        LoopbackReceiver receiver(Secret(u"state"_s), {.connections = 3, .patience = 20ms});
        QSignalSpy received(&receiver, &LoopbackReceiver::received);
        const Result<QString> uri = receiver.listen();
        QVERIFY(uri);
        Visitor idle(QUrl(*uri).port()), slow(QUrl(*uri).port(), "GET ");
        QCOMPARE(idle.answer(), "");
        QCOMPARE(slow.answer(), "");
        QVERIFY(!idle.wasRefused());
        QCOMPARE(received.size(), 0);
    }

    void theBrowserThatLeavesEarlyIsNoTrouble()
    {
        CodeServer server;
        server.behave([](TokenServer::Conduct &conduct) { conduct.holdsTokens = true; });
        Login login(server);
        auto browser = std::make_unique<Visitor>(login.browser.port(), login.browser.request());
        QTRY_COMPARE(server.exchanges(), 1);
        browser.reset();
        QCoreApplication::processEvents();
        server.behave([](TokenServer::Conduct &conduct) { conduct.holdsTokens = false; });
        QCOMPARE(awaited(login.signIn), "ok");
    }

    // Right requests with a few things changed, so that many come far.
    void noRandomChangeForgesTheState()
    {
        constexpr int requests = 10'000;
        const CallbackTarget target{.port = 4711, .path = "/p", .state = Secret(u"s3cret-state"_s)};
        const QByteArray right = "GET /p?code=c0de&state=s3cret-state HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n";
        QCOMPARE(readCallback(right, target).status, 200);
        const QByteArray state = "s3cret-state";
        QRandomGenerator random(20260301);
        for (int i = 0; i < requests; ++i) {
            QByteArray request = right;
            const int changes = random.bounded(1, 6);
            for (int change = 0; change < changes; ++change) {
                const qsizetype at = random.bounded(static_cast<int>(request.size()));
                const char byte = static_cast<char>(random.bounded(256));
                switch (random.bounded(4)) {
                case 0:
                    request[at] = byte;
                    break;
                case 1:
                    request.insert(at, byte);
                    break;
                case 2:
                    request.remove(at, random.bounded(1, 5));
                    break;
                default:
                    request.insert(at, request.mid(random.bounded(static_cast<int>(request.size())), 12));
                }
                if (request.isEmpty())
                    request = right;
            }
            const Callback callback = readCallback(request, target);
            // With another code it is still the server's word; the state is what nobody else knows.
            if (callback.status == 200)
                QVERIFY2(request.contains("state=" + state), request);
        }
    }

    void tenThousandRandomRequestsAreRefused()
    {
        constexpr int requests = 10'000, atOnce = 16;
        CodeServer server;
        Login login(server);
        const QByteArray right = login.browser.request();
        const QByteArray state = login.browser.parameter(u"state"_s);
        QRandomGenerator random(7636);
        std::vector<std::unique_ptr<Visitor>> visitors;
        int refused = 0;
        for (int i = 0; i < requests; ++i) {
            QByteArray request = right;
            if (random.bounded(2) == 0)
                request[random.bounded(static_cast<int>(request.size()))] = static_cast<char>(random.bounded(256));
            request[right.indexOf(state) + random.bounded(43)] = "*!'()"[random.bounded(5)]; // none of base64url
            if (!request.contains("\r\n\r\n"))
                request += "\r\n\r\n";
            visitors.push_back(std::make_unique<Visitor>(login.browser.port(), request));
            if (visitors.size() < atOnce && i + 1 < requests)
                continue;
            for (const auto &visitor : visitors)
                refused += visitor->status() >= 400 ? 1 : 0;
            visitors.clear();
        }
        QCOMPARE(refused, requests);
        QCOMPARE(outcomeOf(login.signIn), "pending");
        QCOMPARE(Visitor(login.browser.port(), right).status(), 200);
        QCOMPARE(awaited(login.signIn), "ok");
        QCOMPARE(server.exchanges(), 1);
    }
};

int tst_loopback(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Loopback>(argc, argv);
}
#include "tst_loopback.moc"
