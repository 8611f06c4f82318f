// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_HttpGuards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRedirectIsReportedAndNothingLeaksThere_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("target"); // {other}: another origin
        QTest::addColumn<QByteArray>("verb");

        for (const char *status : {"301", "302", "303", "307", "308", "300", "305"}) {
            for (const char *target : {"{other}/steal", "//127.0.0.1:{port}/steal", "/thing", "/elsewhere",
                     "file:///etc/passwd", "data:,x", "javascript:x", ""}) {
                for (const char *verb : {"GET", "POST", "PUT", "PATCH", "DELETE"})
                    QTest::addRow("%s %s to '%s'", verb, status, target)
                        << QByteArray(status) << QByteArray(target) << QByteArray(verb);
            }
        }
    }

    void aRedirectIsReportedAndNothingLeaksThere()
    {
        QFETCH(const QByteArray, status);
        QFETCH(QByteArray, target);
        QFETCH(const QByteArray, verb);

        HostileServer other([](Peer &peer) { peer.answer("{}"); });
        target.replace("{other}", other.url().toEncoded()).replace("{port}", QByteArray::number(other.url().port()));
        HostileServer server(
            [&](Peer &peer) { peer.answer("", status + " Elsewhere", "Location: " + target + "\r\n"); });
        Http http({.base = server.url()});
        const auto answer = http.send({
            .verb = verb,
            .path = u"/thing"_s,
            .body = verb == "GET" ? ""_ba : "client_secret=s3cret"_ba,
            .headers = {{"Authorization", "Bearer s3cret"}},
            .effect = verb == "GET" ? Effect::Read : Effect::Write,
        });
        QCOMPARE(awaited(answer), "Redirect");
        QCOMPARE(answer.result().error().status, status.toInt());
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(other.seen().size(), 0);
    }

    void aRedirectIsShownWithoutItsSecrets()
    {
        HostileServer server([](Peer &peer) {
            peer.answer(
                "", "302 Found", "Location: https://user:pw@idp.example/login?access_token=s3cret#code=s3cret\r\n");
        });
        Http http({.base = server.url()});
        const auto answer = http.send(getRequest(u"/thing"_s));
        QCOMPARE(awaited(answer), "Redirect");
        QCOMPARE(answer.result().error().detail, u"https://idp.example/login"_s);
    }

    void aCookieIsNotSentBack()
    {
        HostileServer server([](Peer &peer) { peer.answer("{}", "200 OK", "Set-Cookie: sid=abc; Path=/\r\n"); });
        Http http({.base = server.url()});
        QCOMPARE(awaited(http.send(getRequest(u"/one"_s))), "200");
        QCOMPARE(awaited(http.send(getRequest(u"/two"_s))), "200");
        QCOMPARE(server.seen().size(), 2);
        QVERIFY(!server.seen().last().headers.contains("cookie"));
    }

    void aChallengeIsNotAnswered()
    {
        HostileServer server(
            [](Peer &peer) { peer.answer("{}", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"); });
        QUrl base = server.url();
        base.setUserInfo(u"admin:pw"_s);
        Http http({.base = base});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "401");
        QCOMPARE(server.seen().size(), 1);
        QVERIFY(!server.seen().first().headers.contains("authorization"));
    }

    void everyWriteDeclaresItsLengthAndAsksForNoEncoding_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << "POST"_ba
                              << "{\"a\":1}"_ba;
        QTest::newRow("empty POST") << "POST"_ba
                                    << ""_ba;
        QTest::newRow("empty PATCH") << "PATCH"_ba
                                     << ""_ba;
        QTest::newRow("empty DELETE") << "DELETE"_ba
                                      << ""_ba;
        QTest::newRow("big PUT") << "PUT"_ba << QByteArray(3'000'000, 'x');
    }

    void everyWriteDeclaresItsLengthAndAsksForNoEncoding()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, body);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        Http http({.base = server.url()});
        QCOMPARE(awaited(http.send({.verb = verb, .path = u"/thing"_s, .body = body, .effect = Effect::Write})), "200");
        const Seen seen = server.seen().first();
        QCOMPARE(seen.verb, verb);
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.headers.value("content-length"), QByteArray::number(body.size()));
        QCOMPARE(seen.headers.value("accept-encoding"), "identity");
    }

    void aTargetArrivesAsItWasMeant_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QStringList>("segments");
        QTest::addColumn<QUrlQuery>("query");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("plain") << u""_s << QStringList{u"clients"_s} << QUrlQuery() << "/clients"_ba;
        QTest::newRow("prefix") << u"/auth/"_s << QStringList{u"clients"_s} << QUrlQuery() << "/auth/clients"_ba;
        QTest::newRow("slash and percent") << u""_s << QStringList{u"a/b%2F"_s} << QUrlQuery() << "/a%2Fb%252F"_ba;
        QTest::newRow("space and letters") << u""_s << QStringList{u"é x"_s} << QUrlQuery() << "/%C3%A9%20x"_ba;
        QTest::newRow("query mark") << u""_s << QStringList{u"a?b#c;d"_s} << QUrlQuery() << "/a%3Fb%23c%3Bd"_ba;
        QTest::newRow("query") << u""_s << QStringList{u"a"_s} << encodedQuery({{u"q"_s, u"1+1 %20&=é"_s}})
                               << "/a?q=1%2B1%20%2520%26%3D%C3%A9"_ba;
        QUrlQuery plain;
        plain.addQueryItem(u"q"_s, u"1+1"_s);
        QTest::newRow("plus in a plain query") << u""_s << QStringList{u"a"_s} << plain << "/a?q=1%2B1"_ba;
    }

    void aTargetArrivesAsItWasMeant()
    {
        QFETCH(const QString, prefix);
        QFETCH(const QStringList, segments);
        QFETCH(const QUrlQuery, query);
        QFETCH(const QByteArray, target);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        QUrl base = server.url();
        base.setPath(prefix);
        Http http({.base = base});
        QCOMPARE(awaited(http.send(getRequest(encodedPath(segments), query))), "200");
        QCOMPARE(server.seen().first().target, target);
    }

    void whatCannotBeSentSafelyIsNotSent_data()
    {
        QTest::addColumn<Request>("request");
        QTest::newRow("dot segment") << getRequest(encodedPath({u"clients"_s, u".."_s}));
        QTest::newRow("single dot") << getRequest(encodedPath({u"clients"_s, u"."_s}));
        QTest::newRow("not encoded") << getRequest(u"/a b"_s);
        Request injected = getRequest(u"/a"_s);
        injected.headers = {{"Authorization", "Bearer abc\r\nX-Admin: 1"}};
        QTest::newRow("line break in a header") << injected;
        injected.headers = {{"X-A\nB", "c"}};
        QTest::newRow("line break in a name") << injected;
    }

    void whatCannotBeSentSafelyIsNotSent()
    {
        QFETCH(const Request, request);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        Http http({.base = server.url()});
        QCOMPARE(awaited(http.send(request)), "Rejected");
        QCOMPARE(awaited(http.send(getRequest(u"/control"_s))), "200");
        QCOMPARE(server.seen().size(), 1);
    }

    void anAddressThatIsNoWebAddressIsRefused_data()
    {
        QTest::addColumn<QUrl>("base");
        QTest::newRow("empty") << QUrl();
        QTest::newRow("file") << QUrl(u"file:///etc"_s);
        QTest::newRow("no host") << QUrl(u"http:///x"_s);
        QTest::newRow("ftp") << QUrl(u"ftp://127.0.0.1"_s);
    }

    void anAddressThatIsNoWebAddressIsRefused()
    {
        QFETCH(const QUrl, base);
        Http http({.base = base});
        QCOMPARE(awaited(http.send(getRequest(u"/passwd"_s))), "Network");
    }

    // What a server names as an endpoint of its own may be elsewhere, but not where everybody can read along.
    void httpsNeverBecomesHttp()
    {
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        QUrl base = server.url();
        base.setScheme(u"https"_s);
        Http http({.base = base});
        Request request = emptyRequest("POST", {});
        request.absolute = server.url();
        request.absolute.setPath(u"/token"_s);
        QCOMPARE(awaited(http.send(request)), "Rejected");
        QCOMPARE(server.seen().size(), 0);
        Http plain({.base = server.url()});
        QCOMPARE(awaited(plain.send(request)), "200");
    }

    void aRefusedConnectionIsNeverUnknown()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QUrl base(u"http://user:pw@127.0.0.1:%1"_s.arg(listener.serverPort()));
        listener.close();
        Http http({.base = base});
        const auto answer = http.send(emptyRequest("DELETE", u"/thing"_s));
        QCOMPARE(awaited(answer), "Network");
        QVERIFY(!answer.result().error().message.contains("pw"_L1));
    }

    // It waits behind six others and has not begun.
    void aWriteThatWasNotSentIsOnlyStopped()
    {
        HostileServer server([](Peer &peer) { peer.hang(); });
        Http http({.base = server.url()});
        QList<Future<Response>> busy;
        for (int i = 0; i < 6; ++i)
            busy += http.send(getRequest(u"/slow"_s));
        QTRY_COMPARE(server.seen().size(), 6);
        Request write = jsonRequest("POST", u"/thing"_s, {{u"a"_s, 1}});
        write.asker = u"clients"_s;
        const auto waiting = http.send(write);
        QCoreApplication::processEvents();
        http.stop(u"clients"_s);
        QCOMPARE(awaited(waiting), "Stopped");
        QCOMPARE(server.count("POST"), 0);
    }

    void stoppingConcernsOnlyTheAsker()
    {
        std::atomic<bool> mayAnswer = false;
        HostileServer server([&](Peer &peer) {
            while (!mayAnswer && peer.pause(1ms)) { }
            peer.answer("{}");
        });
        Http http({.base = server.url()});
        Request read = getRequest(u"/read"_s), write = emptyRequest("DELETE", u"/write"_s),
                other = getRequest(u"/other"_s);
        read.asker = write.asker = u"clients"_s;
        other.asker = u"users"_s;
        const auto stoppedRead = http.send(read), stoppedWrite = http.send(write), kept = http.send(other);
        QTRY_COMPARE(server.seen().size(), 3);
        http.stop(u"clients"_s);
        QCOMPARE(awaited(stoppedRead), "Stopped");
        QCOMPARE(awaited(stoppedWrite), "Unknown");
        mayAnswer = true;
        QCOMPARE(awaited(kept), "200");
    }

    void deletingDropsWhatIsPending()
    {
        HostileServer server([](Peer &peer) { peer.hang(); });
        auto http = std::make_unique<Http>(HttpSettings{.base = server.url()});
        bool called = false;
        const auto read = http->send(getRequest(u"/read"_s)), write = http->send(emptyRequest("DELETE", u"/write"_s));
        onResult(this, read, [&](const Result<Response> &) { called = true; });
        onResult(this, write, [&](const Result<Response> &) { called = true; });
        QTRY_COMPARE(server.seen().size(), 2);
        http.reset();
        QCOMPARE(awaited(read), "dropped");
        QCOMPARE(awaited(write), "dropped");
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void everyExchangeIsReportedWithoutItsQuery()
    {
        HostileServer server([](Peer &peer) {
            if (peer.request().target.startsWith("/cut"))
                peer.close();
            else
                peer.answer("12345", "404 Not Found");
        });
        Http http({.base = server.url()});
        QList<ExchangeSummary> summaries;
        connect(&http, &Http::exchanged, this, [&](const ExchangeSummary &summary) { summaries += summary; });
        Request request = getRequest(u"/thing"_s, encodedQuery({{u"access_token"_s, u"s3cret"_s}}));
        request.asker = u"clients"_s;
        QCOMPARE(awaited(http.send(request)), "404");
        QCOMPARE(awaited(http.send(emptyRequest("PATCH", u"/cut"_s))), "Unknown");
        QCOMPARE(summaries.size(), 2);
        QCOMPARE(summaries[0].path, u"/thing"_s);
        QCOMPARE(summaries[0].status, 404);
        QCOMPARE(summaries[0].size, 5);
        QCOMPARE(summaries[0].asker, u"clients"_s);
        QVERIFY(summaries[0].outcome.isEmpty());
        QCOMPARE(summaries[1].verb, "PATCH");
        QCOMPARE(summaries[1].status, 0);
        QVERIFY(!summaries[1].outcome.isEmpty());
    }

    void headersArriveInLowerCaseAndTheClocksAreCompared()
    {
        HostileServer server([](Peer &peer) {
            peer.answer("{}", "200 OK", "X-Mixed-CASE: Yes\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n");
        });
        const QDateTime now(QDate(1994, 11, 6), QTime(8, 50, 0), Qt::UTC);
        Http http({.base = server.url()}, nullptr, [&] { return now; });
        QVERIFY(!http.clockDifference());
        const auto answer = http.send(getRequest(u"/thing"_s));
        QCOMPARE(awaited(answer), "200");
        QCOMPARE(answer.result()->header("x-mixed-case"), "Yes");
        QCOMPARE(answer.result()->receivedAt, now);
        QCOMPARE(http.clockDifference()->count(), 23);
    }

    // Deleting a manager whose HTTP thread is busy would block for five seconds.
    void aHeaderFloodStallsNobody_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("one endless header") << "HTTP/1.1 200 OK\r\nX-A: "_ba << QByteArray(100'000, 'y');
        QTest::newRow("endless headers") << "HTTP/1.1 200 OK\r\n"_ba
                                         << ("X-Pad: " + QByteArray(10'000, 'y') + "\r\n").repeated(10);
        QTest::newRow("endless status line") << "HTTP/1.1 200 "_ba << QByteArray(100'000, 'y');
    }

    void aHeaderFloodStallsNobody()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QByteArray, block);
        HostileServer flooder([&](Peer &peer) {
            if (peer.request().target == "/fine") {
                peer.answer("{}");
                return;
            }
            // To the end of the test, which the HTTP thread then hears of: it would go on reading what is on its way.
            bool isThere = peer.send(start);
            while (isThere)
                isThere = peer.send(block) && peer.pause(0ms);
            peer.reset();
        });
        HostileServer calm([](Peer &peer) { peer.answer("{}"); });
        auto http = std::make_unique<Http>(HttpSettings{.base = flooder.url()});
        Http other({.base = calm.url()});
        int ticks = 0;
        QTimer probe;
        connect(&probe, &QTimer::timeout, this, [&] { ++ticks; });
        probe.start(1ms);
        const auto isDeepInTheFlood = [&](qsizetype requests) {
            ticks = 0;
            return QTest::qWaitFor([&] { return flooder.seen().size() == requests && ticks > 20; }, 30'000);
        };
        const auto reapers = [] { return QCoreApplication::instance()->findChildren<QThread *>().size(); };
        Request flood = getRequest(u"/flood"_s);
        flood.asker = u"flood"_s;

        const auto flooded = http->send(flood);
        QVERIFY(isDeepInTheFlood(1));
        QCOMPARE(awaited(other.send(getRequest(u"/meanwhile"_s))), "200");
        QVERIFY(!flooded.isFinished());
        http->stop(u"flood"_s);
        QCOMPARE(awaited(flooded), "Stopped");

        // The retired manager is deleted elsewhere, the same profile goes on with a new one.
        QCOMPARE(awaited(http->send(getRequest(u"/fine"_s))), "200");
        QCOMPARE(awaited(other.send(getRequest(u"/afterwards"_s))), "200");

        // Neither does closing the connection amid a flood wait.
        const auto again = http->send(flood);
        QVERIFY(isDeepInTheFlood(3));
        const qsizetype before = reapers();
        http.reset();
        QVERIFY(again.isCanceled());
        QCOMPARE(reapers(), before + 1);
    }
};

int tst_httpguards(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_HttpGuards>(argc, argv);
}
#include "tst_httpguards.moc"
