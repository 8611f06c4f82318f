// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include "app/server/httpserver.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// The HTTP layer alone, with a handler that tells what it was given.
class tst_HttpServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { serve({}); }

    void aRequestArrivesWhole()
    {
        Wire wire(m_port);
        wire.send("POST /a%20b/c%2Fd?x=1+2&y=%C3%A9&x=3 HTTP/1.1\r\nHost: " + m_host
            + "\r\nX-Name: value\r\nContent-Length: 3\r\n\r\nabc");
        const Reply reply = wire.receive();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object(),
            QJsonObject({{u"method"_s, u"POST"_s}, {u"path"_s, u"/a%20b/c%2Fd"_s},
                {u"segments"_s, QJsonArray{u"a b"_s, u"c/d"_s}}, {u"x"_s, QJsonArray{u"1 2"_s, u"3"_s}},
                {u"y"_s, QJsonArray{u"é"_s}}, {u"name"_s, u"value"_s}, {u"body"_s, u"abc"_s}}));
        QCOMPARE(reply.headers["cache-control"], "no-store");
        QVERIFY(!reply.headers.contains("access-control-allow-origin"));
    }

    void aConnectionServesManyRequests()
    {
        Wire wire(m_port);
        for (int i = 0; i < 50; ++i) {
            wire.send(get("/" + QByteArray::number(i)));
            QCOMPARE(wire.receive().text("path"_L1), u"/%1"_s.arg(i));
        }
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        Wire wire(m_port);
        QByteArray requests;
        for (int i = 0; i < 64; ++i)
            requests += get("/" + QByteArray::number(i));
        wire.send(requests);
        for (int i = 0; i < 64; ++i)
            QCOMPARE(wire.receive().text("path"_L1), u"/%1"_s.arg(i));
    }

    void headHasTheHeaderOfGetAndNoBody()
    {
        Wire wire(m_port);
        wire.send("HEAD /a HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n" + get("/b"));
        const Reply head = wire.receive(false);
        QCOMPARE(head.status, 200);
        QVERIFY(head.headers["content-length"].toInt() > 0);
        QCOMPARE(wire.receive().text("path"_L1), u"/b"_s); // nothing lay between
    }

    void theConnectionIsClosedWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("closed");
        QTest::newRow("close") << "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"_qba << true;
        QTest::newRow("old") << "GET / HTTP/1.0\r\n\r\n"_qba << true;
        QTest::newRow("old, kept") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_qba << false;
        QTest::newRow("kept") << "GET / HTTP/1.1\r\nHost: HOST\r\n\r\n"_qba << false;
    }
    void theConnectionIsClosedWhenAsked()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, closed);
        Wire wire(m_port);
        wire.send(request.replace("HOST", m_host));
        const Reply reply = wire.receive();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["connection"], closed ? "close" : "keep-alive");
        if (closed)
            QVERIFY(wire.isClosed());
        else
            QVERIFY(!wire.isClosed(1));
    }

    void aBodyMayComeInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length") << "Content-Length: 5\r\n"_qba
                                << "hello"_qba;
        QTest::newRow("chunks") << "Transfer-Encoding: chunked\r\n"_qba
                                << "2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nTrailer: t\r\n\r\n"_qba;
    }
    void aBodyMayComeInAnyPieces()
    {
        QFETCH(QByteArray, framing);
        QFETCH(QByteArray, body);
        Wire wire(m_port);
        const QByteArray request = "POST / HTTP/1.1\r\nHost: " + m_host + "\r\n" + framing + "\r\n" + body;
        for (const char byte : request)
            wire.send(QByteArray(1, byte));
        QCOMPARE(wire.receive().text("body"_L1), u"hello"_s);
    }

    void anEmptyBodyMayComeInAnyPieces()
    {
        Wire wire(m_port);
        wire.send("POST / HTTP/1.1\r\nHost: " + m_host + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (const char *piece : {"0\r\n", "\r", "\n"}) {
            QVERIFY(!wire.isClosed(20)); // so long that each is read by itself
            wire.send(piece);
        }
        QCOMPARE(wire.receive().status, 200);
    }

    void aCautiousClientIsToldToGoOn()
    {
        Wire wire(m_port);
        wire.send("POST / HTTP/1.1\r\nHost: " + m_host + "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(wire.receive().status, 100);
        wire.send("hi");
        QCOMPARE(wire.receive().text("body"_L1), u"hi"_s);
    }

    void whatIsNoProperRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status = 400) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray host = "Host: HOST\r\n";
        row("garbage", "hello\r\n\r\n");
        row("binary", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"_qba);
        row("no version", "GET /\r\n\r\n");
        row("HTTP/9.9", "GET / HTTP/9.9\r\n" + host + "\r\n");
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("no colon", "GET / HTTP/1.1\r\n" + host + "NoColon\r\n\r\n");
        row("space before colon", "GET / HTTP/1.1\r\n" + host + "Name : v\r\n\r\n");
        row("control in value", "GET / HTTP/1.1\r\n" + host + "Name: a\1b\r\n\r\n");
        row("bad length", "POST / HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n");
        row("negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n");
        row("two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        row("the same length twice", "POST / HTTP/1.1\r\n" + host + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab");
        row("length and chunks",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks and length",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n");
        row("bad chunk", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
        row("no Host", "GET / HTTP/1.1\r\n\r\n");
        row("two Hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n");
        row("two Authorizations", "GET / HTTP/1.1\r\n" + host + "Authorization: a\r\nAuthorization: b\r\n\r\n");
        row("absolute target", "GET http://HOST/ HTTP/1.1\r\n" + host + "\r\n");
        row("asterisk", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n");
        row("CONNECT", "CONNECT HOST HTTP/1.1\r\n" + host + "\r\n");
        row("broken escape", "GET /%zz HTTP/1.1\r\n" + host + "\r\n");
        row("broken escape in query", "GET /?a=%2 HTTP/1.1\r\n" + host + "\r\n");
        row("path not UTF-8", "GET /%ff HTTP/1.1\r\n" + host + "\r\n");
        row("long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
        row("large header", "GET / HTTP/1.1\r\n" + host + "A: " + QByteArray(20'000, 'a') + "\r\n\r\n", 431);
        row("endless header", "GET / HTTP/1.1\r\n" + host + "A: " + QByteArray(1 << 20, 'a'), 431);
        row("many fields", "GET / HTTP/1.1\r\n" + host + QByteArray("A: b\r\n").repeated(5000) + "\r\n", 431);
        row("announced large body", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1000000000000\r\n\r\n", 413);
        row("large body", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n" + QByteArray(1'048'577, 'a'),
            413);
        row("large chunk",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + QByteArray(0x200000, 'a')
                + "\r\n0\r\n\r\n",
            413);
        row("unknown expectation", "POST / HTTP/1.1\r\n" + host + "Expect: wonders\r\nContent-Length: 1\r\n\r\na", 417);
    }
    void whatIsNoProperRequestIsRefused()
    {
        QFETCH(QByteArray, request);
        Wire wire(m_port);
        wire.send(request.replace("HOST", m_host));
        const Reply reply = wire.receive();
        QTEST(reply.status, "status");
        QVERIFY(reply.isError());
        QCOMPARE(reply.text("error"_L1), u"invalid_request"_s);
        QVERIFY(wire.isClosed());
    }

    void aBodyOfTheLargestSizeIsTaken()
    {
        Wire wire(m_port);
        wire.send(
            "POST / HTTP/1.1\r\nHost: " + m_host + "\r\nContent-Length: 1048576\r\n\r\n" + QByteArray(1 << 20, 'a'));
        QCOMPARE(wire.receive().text("body"_L1).size(), 1 << 20);
    }

    void onlyOurOwnHostIsAnsweredFor_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("address") << "127.0.0.1:PORT"_qba << 200;
        QTest::newRow("localhost") << "localhost:PORT"_qba << 200;
        QTest::newRow("LOCALHOST") << "LOCALHOST:PORT"_qba << 200;
        QTest::newRow("no port") << "127.0.0.1"_qba << 421;
        QTest::newRow("other port") << "127.0.0.1:1"_qba << 421;
        QTest::newRow("other name") << "attacker.example:PORT"_qba << 421;
        QTest::newRow("name below localhost") << "localhost.attacker.example:PORT"_qba << 421;
        QTest::newRow("other address") << "127.0.0.2:PORT"_qba << 421;
        QTest::newRow("IPv6") << "[::1]:PORT"_qba << 421;
        QTest::newRow("empty") << ""_qba << 421;
        QTest::newRow("user") << "a@127.0.0.1:PORT"_qba << 421;
    }
    void onlyOurOwnHostIsAnsweredFor()
    {
        QFETCH(QByteArray, host);
        Wire wire(m_port);
        wire.send("GET / HTTP/1.1\r\nHost: " + host.replace("PORT", QByteArray::number(m_port)) + "\r\n\r\n");
        QTEST(wire.receive().status, "status");
    }

    void mutatedRequestsAreAnsweredOrClosed_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void mutatedRequestsAreAnsweredOrClosed()
    {
        QFETCH(quint32, seed);
        serve({.idle = 2s, .header = 40ms, .body = 40ms, .write = 2s});
        QRandomGenerator random(seed);
        const QByteArrayList originals{"POST /oauth2/token?a=b HTTP/1.1\r\nHost: " + m_host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nAuthorization: Bearer x\r\nContent-Length: "
                  "9\r\n\r\na=b&c=%20",
            "PUT /a/b HTTP/1.1\r\nHost: " + m_host
                + "\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            get("/x")};
        int answered = 0;
        for (int i = 0; i < 100; ++i) {
            Wire wire(m_port);
            wire.send(mutated(originals[random.bounded(originals.size())], random));
            const Reply reply = wire.receive();
            if (reply.status == 0) {
                QVERIFY(wire.isClosed());
                continue;
            }
            ++answered;
            QVERIFY(reply.status == 100 || reply.status == 200 || reply.isError());
        }
        QVERIFY(answered > 50);
        Wire wire(m_port);
        wire.send(get("/alive"));
        QCOMPARE(wire.receive().status, 200);
    }

    void aSlowHeaderIsAnsweredAndClosed()
    {
        serve({.header = 50ms});
        Wire wire(m_port);
        wire.send("GET / HTT");
        const Reply reply = wire.receive();
        QCOMPARE(reply.status, 408);
        QVERIFY(reply.isError());
        QVERIFY(wire.isClosed());
    }

    void aSlowBodyIsAnsweredAndClosed()
    {
        serve({.body = 50ms});
        Wire wire(m_port);
        wire.send("POST / HTTP/1.1\r\nHost: " + m_host + "\r\nContent-Length: 5\r\n\r\nab");
        QCOMPARE(wire.receive().status, 408);
        QVERIFY(wire.isClosed());
    }

    void anIdleConnectionIsClosed()
    {
        serve({.idle = 50ms});
        Wire fresh(m_port);
        QVERIFY(fresh.isClosed());
        Wire used(m_port);
        used.send(get("/"));
        QCOMPARE(used.receive().status, 200);
        QVERIFY(used.isClosed());
    }

    void slowConnectionsDelayNobody()
    {
        std::vector<std::unique_ptr<Wire>> slow;
        for (int i = 0; i < 300; ++i) {
            slow.push_back(std::make_unique<Wire>(m_port));
            if (i % 2 == 0)
                slow.back()->send("GET / HTTP/1.1\r\nX: ");
        }
        for (int i = 0; i < 100; ++i) {
            Wire wire(m_port);
            wire.send(get("/"));
            QCOMPARE(wire.receive().status, 200);
        }
        slow.front()->send("y\r\nHost: " + m_host + "\r\n\r\n"); // and they are served once they speak
        QCOMPARE(slow.front()->receive().status, 200);
    }

    void aClientThatLeavesHarmsNobody()
    {
        for (int i = 0; i < 100; ++i) {
            Wire wire(m_port);
            wire.send(i % 2 == 0 ? get("/large")
                                 : "POST / HTTP/1.1\r\nHost: " + m_host + "\r\nContent-Length: 500\r\n\r\nabc");
        }
        Wire wire(m_port);
        wire.send(get("/"));
        QCOMPARE(wire.receive().status, 200);
    }

    void aLargeAnswerArrivesWhole()
    {
        Wire wire(m_port);
        wire.send(get("/large"));
        QCOMPARE(wire.receive().body.size(), 20'000'000);
    }

    void aClientThatTakesNothingIsLeft_data()
    {
        QTest::addColumn<int>("write"); // limits, ms
        QTest::addColumn<int>("stop");
        QTest::newRow("as it does not take it") << 50 << 3'600'000;
        QTest::newRow("as the server stops") << 3'600'000 << 50;
    }
    void aClientThatTakesNothingIsLeft()
    {
        QFETCH(const int, write);
        QFETCH(const int, stop);
        serve({.write = std::chrono::milliseconds(write), .stop = std::chrono::milliseconds(stop)});
        QTcpSocket idler;
        idler.setReadBufferSize(1);
        idler.connectToHost(u"127.0.0.1"_s, m_port);
        QVERIFY(idler.waitForConnected());
        idler.write(get("/large"));
        QVERIFY(idler.waitForBytesWritten());
        QTRY_COMPARE(m_handled.load(), 1);
        m_server->stop(); // would wait for a client that takes its answer
        idler.setReadBufferSize(0);
        qsizetype size = idler.readAll().size();
        while (idler.waitForReadyRead(10'000))
            size += idler.readAll().size();
        QCOMPARE(idler.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(size < 20'000'000);
    }

    void aThrowingHandlerIsAServerError()
    {
        Wire wire(m_port);
        wire.send(get("/throw") + get("/next"));
        const Reply reply = wire.receive();
        QCOMPARE(reply.status, 500);
        QVERIFY(reply.isError());
        QCOMPARE(wire.receive().status, 200);
    }

    void anAnswerUnderWayOutlivesTheStop()
    {
        serve({.stop = 30s}); // however busy the machine is
        Wire wire(m_port);
        wire.send(get("/large"));
        QTRY_COMPARE(m_handled.load(), 1);
        std::thread stopping([this] { m_server->stop(); });
        const Reply reply = wire.receive();
        stopping.join();
        QCOMPARE(reply.body.size(), 20'000'000);
        QVERIFY(wire.isClosed());
    }

private:
    QByteArray get(const QByteArray &path) const { return "GET " + path + " HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n"; }

    static QByteArray mutated(QByteArray request, QRandomGenerator &random)
    {
        const int changes = random.bounded(1, 4);
        for (int i = 0; i < changes && !request.isEmpty(); ++i) {
            const qsizetype at = random.bounded(static_cast<int>(request.size()));
            switch (random.bounded(5)) {
            case 0:
                request[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                request.remove(at, random.bounded(1, 20));
                break;
            case 2:
                request.insert(at, QByteArray(random.bounded(1, 30), static_cast<char>(random.bounded(256))));
                break;
            case 3:
                request.insert(at, request.mid(random.bounded(static_cast<int>(request.size())), 40));
                break;
            default:
                request.truncate(at);
            }
        }
        return request;
    }

    server::Response answer(const server::Request &request)
    {
        ++m_handled;
        if (request.path == "/throw")
            throw std::runtime_error("thrown");
        if (request.path == "/large")
            return server::jsonResponse(200, QByteArray(20'000'000, 'a'));
        return server::jsonResponse(200,
            QJsonObject{{u"method"_s, QString::fromLatin1(request.method)},
                {u"path"_s, QString::fromLatin1(request.path)},
                {u"segments"_s, QJsonArray::fromStringList(request.segments)},
                {u"x"_s, QJsonArray::fromStringList(request.query.values(u"x"))},
                {u"y"_s, QJsonArray::fromStringList(request.query.values(u"y"))},
                {u"name"_s, QString::fromLatin1(request.header("x-name"))},
                {u"body"_s, QString::fromLatin1(request.body)}});
    }

    void serve(const server::HttpLimits &limits)
    {
        m_handled = 0;
        m_server = std::make_unique<server::HttpServer>(limits);
        const auto port = m_server->start(u"127.0.0.1"_s, 0, [this]() -> Result<server::HttpServer::Handler> {
            return [this](const server::Request &request) { return answer(request); };
        });
        QVERIFY(port);
        m_port = *port;
        m_host = "127.0.0.1:" + QByteArray::number(m_port);
    }

    std::atomic<int> m_handled = 0;
    std::unique_ptr<server::HttpServer> m_server;
    quint16 m_port = 0;
    QByteArray m_host;
};

int tst_httpserver(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_HttpServer>(argc, argv);
}
#include "tst_httpserver.moc"
