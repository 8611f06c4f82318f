// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A way to answer wrongly, and what reads and writes make of it. An outcome is a status or the name of an Error::Kind.
struct Fault {
    const char *name = "";
    HostileServer::Script script{};
    QByteArray read{};
    QByteArray write{};
};

HostileServer::Script sends(const QByteArray &bytes)
{
    return [bytes](Peer &peer) {
        peer.send(bytes);
        peer.close();
    };
}

HostileServer::Script answersWithLength(const QByteArray &length)
{
    return sends("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{\"a\":1}");
}

HostileServer::Script answersChunked(const QByteArray &chunks)
{
    return sends("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
}

HostileServer::Script answersEncoded(const QByteArray &encoding, const QByteArray &body)
{
    return [=](Peer &peer) { peer.answer(body, "200 OK", "Content-Encoding: " + encoding + "\r\n"); };
}

HostileServer::Script answersStatus(const QByteArray &status, const QByteArray &headerLines = {})
{
    return [=](Peer &peer) { peer.answer("{\"error\":\"x\"}", status, headerLines); };
}

HostileServer::Script drips(const QByteArray &start, const QByteArray &drop)
{
    return [=](Peer &peer) {
        bool isThere = peer.send(start);
        while (isThere)
            isThere = peer.pause(5ms) && peer.send(drop);
    };
}

HostileServer::Script floods(const QByteArray &start, const QByteArray &block)
{
    return [=](Peer &peer) {
        bool isThere = peer.send(start);
        for (int i = 0; isThere && i < 1024; ++i)
            isThere = peer.send(block);
    };
}

QList<Fault> brokenConnections()
{
    const auto partial = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":"_ba;
    return {
        {"reset before an answer", [](Peer &peer) { peer.reset(); }, "Network", "Unknown"},
        {"closed before an answer", [](Peer &peer) { peer.close(); }, "Network", "Unknown"},
        {"closed in the status line", sends("HTTP/1.1 200"), "Network", "Unknown"},
        {"closed in the headers", sends("HTTP/1.1 200 OK\r\nContent-Type: app"), "Network", "Unknown"},
        {"closed in the body", sends(partial), "Network", "Unknown"},
        {"reset in the body",
            [=](Peer &peer) {
                peer.send(partial);
                peer.pause(20ms);
                peer.reset();
            },
            "Network", "Unknown"},
        {"never answered", [](Peer &peer) { peer.hang(); }, "Timeout", "Unknown"},
        {"stopped in the headers",
            [](Peer &peer) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: app");
                peer.hang();
            },
            "Timeout", "Unknown"},
        {"stopped after a header without colon",
            [](Peer &peer) {
                peer.send("HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 2\r\n\r\n{}");
                peer.hang();
            },
            "Timeout", "Unknown"},
        {"body in drops", drips("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "x"), "Timeout", "Unknown"},
        {"headers in drops", drips("HTTP/1.1 200 OK\r\n", "X-More: y\r\n"), "Timeout", "Unknown"},
    };
}

QList<Fault> nonsense()
{
    return {
        {"not HTTP", sends(QByteArray(5000, '\x9c')), "Network", "Unknown"},
        {"HTTP/0.9", sends("{\"a\":1}\n"), "Network", "Unknown"},
        {"bare line feeds", sends("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}"), "200", "200"},
        {"zero byte in a header", sends("HTTP/1.1 200 OK\r\nX-A: a\0b\r\nContent-Length: 2\r\n\r\n{}"_ba), "200",
            "200"},
        {"status 999", answersStatus("999 Beyond"), "Protocol", "Unknown"},
        {"status 600", answersStatus("600 Beyond"), "Protocol", "Unknown"},
        {"status 99", answersStatus("099 Below"), "Protocol", "Unknown"},
        {"a thousand times 100 Continue",
            [](Peer &peer) {
                peer.send(QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1000));
                peer.answer("{}");
            },
            "200", "200"},
        {"a second answer nobody asked for",
            [](Peer &peer) {
                peer.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
            },
            "200", "200"},
        {"204 with a body", sends("HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n{\"a\":1}"), "204", "204"},
        {"401 Basic", answersStatus("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"), "401", "401"},
        {"401 Digest", answersStatus("401 Unauthorized", "WWW-Authenticate: Digest realm=\"x\", nonce=,,=qop=\r\n"),
            "401", "401"},
        {"407", answersStatus("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n"), "407", "407"},
        {"429", answersStatus("429 Too Many Requests", "Retry-After: 3\r\n"), "429", "429"},
        {"500 cut off", sends("HTTP/1.1 500 Oops\r\nContent-Length: 1000\r\n\r\n{\"error\":"), "500", "500"},
        {"503", answersStatus("503 Service Unavailable", "Retry-After: 3\r\n"), "503", "503"},
    };
}

QList<Fault> wrongLengths()
{
    return {
        {"negative length", answersWithLength("-5"), "Protocol", "Unknown"},
        {"length of 20 digits", answersWithLength("99999999999999999999"), "Protocol", "Unknown"},
        {"length in words", answersWithLength("seven"), "Protocol", "Unknown"},
        {"length with a sign", answersWithLength("+7"), "Protocol", "Unknown"},
        {"two lengths", answersWithLength("7\r\nContent-Length: 2"), "Protocol", "Unknown"},
        {"length and chunks", answersWithLength("3\r\nTransfer-Encoding: chunked"), "Protocol", "Unknown"},
        {"1 GB declared", answersWithLength("1073741824"), "TooLarge", "Unknown"},
        {"1 GB declared and sent",
            floods("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", QByteArray(1 << 20, 'a')), "TooLarge",
            "Unknown"},
        {"endless chunks",
            floods("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "10000\r\n" + QByteArray(1 << 16, 'a') + "\r\n"),
            "TooLarge", "Unknown"},
        {"endless body without length", floods("HTTP/1.1 200 OK\r\n\r\n", QByteArray(1 << 16, 'a')), "TooLarge",
            "Unknown"},
    };
}

QList<Fault> encodings()
{
    return {
        {"gzip garbage", answersEncoded("gzip", "\x1f\x8b\x08garbage"), "Protocol", "Unknown"},
        {"gzip cut in half", answersEncoded("gzip", "\x1f\x8b\x08\x00"_ba), "Protocol", "Unknown"},
        {"deflate bomb", answersEncoded("deflate", qCompress(QByteArray(50 << 20, '\0')).mid(4)), "Protocol",
            "Unknown"},
        {"unknown encoding", answersEncoded("snappy", "xyz"), "Protocol", "Unknown"},
        {"identity", answersEncoded("identity", "{}"), "200", "200"},
    };
}

struct Attempt {
    QByteArray outcome{};
    qsizetype count = 0; // how often the request arrived
};

// A deadline that passes before a busy machine got the request out tells nothing: then a longer one is tried.
Attempt attemptAt(const HostileServer::Script &script, const Request &request, std::chrono::milliseconds firstDeadline)
{
    Attempt attempt;
    for (auto deadline = firstDeadline; deadline < 30s && attempt.count == 0; deadline *= 4) {
        HostileServer server(script);
        Http http({.base = server.url(), .deadline = deadline, .bodyLimit = 1 << 20});
        attempt.outcome = awaited(http.send(request));
        attempt.count = server.count(request.verb);
    }
    return attempt;
}

}

class tst_Http : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFaultIsNamedAndAWriteIsSentOnce_data()
    {
        QTest::addColumn<HostileServer::Script>("script");
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("hangs");
        QTest::addColumn<QByteArray>("expected");

        const QList<std::pair<QByteArray, QByteArray>> writes{
            {"POST", "{\"a\":1}"}, {"PUT", "{\"a\":1}"}, {"PATCH", ""}, {"DELETE", ""}};
        for (const Fault &fault : brokenConnections() + nonsense() + wrongLengths() + encodings()) {
            const bool hangs = fault.read == "Timeout";
            QTest::addRow("GET: %s", fault.name) << fault.script << "GET"_ba
                                                 << ""_ba << hangs << fault.read;
            for (const auto &[verb, body] : writes)
                QTest::addRow("%s: %s", verb.constData(), fault.name)
                    << fault.script << verb << body << hangs << fault.write;
        }
    }

    void aFaultIsNamedAndAWriteIsSentOnce()
    {
        QFETCH(const HostileServer::Script, script);
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, hangs);
        QFETCH(const QByteArray, expected);

        const Effect effect = verb == "GET" ? Effect::Read : Effect::Write;
        const Attempt attempt = attemptAt(
            script, {.verb = verb, .path = u"/thing"_s, .body = body, .effect = effect}, hangs ? 200ms : 20'000ms);
        QCOMPARE(attempt.outcome, expected);
        if (verb != "GET")
            QCOMPARE(attempt.count, 1);
    }

    void aCutKeptAliveConnectionIsNotUsedTwiceForAWrite_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("way");

        for (const QString &way : {u"close"_s, u"reset"_s, u"status line"_s, u"gone for good"_s}) {
            for (const auto &[verb, body] :
                QList<std::pair<QByteArray, QByteArray>>{{"POST", "a"}, {"PUT", "a"}, {"PATCH", ""}, {"DELETE", ""}})
                QTest::addRow("%s: %s", verb.constData(), qPrintable(way)) << verb << body << way;
        }
    }

    void aCutKeptAliveConnectionIsNotUsedTwiceForAWrite()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, way);

        HostileServer *self = nullptr;
        HostileServer server([&](Peer &peer) {
            if (peer.request().verb == "GET") {
                peer.answer("{}");
                return;
            }
            if (way == "gone for good"_L1) {
                self->refuseConnections();
                while (!self->isRefusing() && peer.pause(1ms)) { }
            }
            if (way == "status line"_L1)
                peer.send("HTTP/1.1 20");
            way == "reset"_L1 ? peer.reset() : peer.close();
        });
        self = &server;
        Http http({.base = server.url()});
        const auto first = http.send(getRequest(u"/first"_s));
        QCOMPARE(awaited(first), "200");
        const auto answer = http.send({.verb = verb, .path = u"/thing"_s, .body = body, .effect = Effect::Write});
        QCOMPARE(awaited(answer), "Unknown");
        QCOMPARE(server.count(verb), 1);
    }

    void aBrokenChunkIsNeverAJsonAnswer_data()
    {
        QTest::addColumn<QByteArray>("chunks");
        QTest::newRow("no number") << "zz\r\nhello\r\n0\r\n\r\n"_ba;
        QTest::newRow("beyond 64 bits") << "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"_ba;
        QTest::newRow("negative") << "-5\r\nhello\r\n0\r\n\r\n"_ba;
        QTest::newRow("cut off between two") << "9\r\n[{\"a\":1},\r\n"_ba;
        QTest::newRow("cut off within one") << "100\r\n[{\"a\":1},"_ba;
    }

    // QNetworkAccessManager takes these for complete, always or now and then.
    void aBrokenChunkIsNeverAJsonAnswer()
    {
        QFETCH(const QByteArray, chunks);
        HostileServer server(answersChunked(chunks));
        Http http({.base = server.url()});
        const auto answer = http.send(getRequest(u"/thing"_s));
        QVERIFY(awaited(answer) == "200" || awaited(answer) == "Network");
        const Result<QJsonValue> value = answer.result().and_then(&Response::json);
        QVERIFY(!value);
        QVERIFY(value.error().kind == Error::Kind::Protocol || value.error().kind == Error::Kind::Network);
    }

    void aLostSignInIsNotUnknown_data()
    {
        QTest::addColumn<HostileServer::Script>("script");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("cut") << HostileServer::Script([](Peer &peer) { peer.close(); }) << "Network"_ba;
        QTest::newRow("hang") << HostileServer::Script([](Peer &peer) { peer.hang(); }) << "Timeout"_ba;
    }

    void aLostSignInIsNotUnknown()
    {
        QFETCH(const HostileServer::Script, script);
        QFETCH(const QByteArray, expected);
        const Attempt attempt
            = attemptAt(script, formRequest(u"/token"_s, {{u"grant_type"_s, u"client_credentials"_s}}, Effect::SignIn),
                expected == "Timeout" ? 200ms : 20'000ms);
        QCOMPARE(attempt.outcome, expected);
        QCOMPARE(attempt.count, 1);
    }
};

int tst_http(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Http>(argc, argv);
}
#include "tst_http.moc"
