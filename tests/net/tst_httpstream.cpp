// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodystream.h"
#include "net/session.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/net/tokenserver.h"
#include "tests/testprogram.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Collects what comes; `room` bytes at a time, when that is given.
class CollectedBody final : public BodyStream {
public:
    explicit CollectedBody(qsizetype room = 0)
        : m_room(room)
    {
    }
    bool isFull() const override { return m_isFull; }
    Result<> take(const QByteArray &piece) override
    {
        body += piece;
        if (onPiece)
            onPiece();
        m_isFull = m_room > 0 && body.size() - m_emptied >= m_room;
        if (m_isFull && !m_isWaiting) {
            m_isWaiting = true;
            QTimer::singleShot(0, this, [this] { empty(); });
        }
        return refusal ? Result<>(tl::unexpected(*refusal)) : Result<>();
    }

    QByteArray body;
    std::optional<Error> refusal;
    std::function<void()> onPiece;

private:
    void empty()
    {
        m_isWaiting = false;
        m_isFull = false;
        m_emptied = body.size();
        Q_EMIT drained();
    }

    qsizetype m_room;
    qsizetype m_emptied = 0;
    bool m_isFull = false;
    bool m_isWaiting = false;
};

namespace {

Request streamed(const std::shared_ptr<BodyStream> &stream)
{
    Request request = getRequest(u"/list"_s);
    request.asker = u"list"_s;
    request.stream = stream;
    return request;
}

QByteArray numbered(int megabytes)
{
    QByteArray body;
    body.reserve(megabytes << 20);
    for (int i = 0; body.size() < (megabytes << 20); ++i)
        body += QByteArray::number(i) + ' ';
    return body;
}

QByteArray chunked(const QByteArray &body)
{
    constexpr qsizetype size = 100'000;
    QByteArray bytes;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray piece = body.mid(at, size);
        bytes += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + bytes + "0\r\n\r\n";
}

}

// Bodies that are taken in pieces.
class tst_HttpStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingIsHeld_data()
    {
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<int>("room");
        for (const bool isChunked : {false, true}) {
            for (const int room : {0, 1, 300'000, 5'000'000})
                QTest::addRow("%s, room for %d", isChunked ? "chunked" : "a length", room) << isChunked << room;
        }
    }
    void nothingIsLostAndNothingIsHeld()
    {
        QFETCH(const bool, isChunked);
        QFETCH(const int, room);
        static const QByteArray body = numbered(24); // more than the limit of whole bodies
        HostileServer server([&](Peer &peer) { isChunked ? peer.send(chunked(body)) : peer.answer(body); });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>(room);
        const auto answer = http.send(streamed(stream));
        QCOMPARE(awaited(answer), "200");
        QVERIFY(stream->body == body);
        QVERIFY(answer.result()->body.isEmpty());
    }

    void aFullStreamHoldsTheServerBack()
    {
        const QByteArray piece(1 << 20, 'x');
        constexpr int pieces = 256; // so many that what comes before anybody looks is little
        std::atomic<qint64> sent = 0;
        HostileServer server([&](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(pieces * piece.size()) + "\r\n\r\n");
            for (int i = 0; i < pieces && peer.send(piece); ++i)
                sent += piece.size();
        });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>(1);
        qint64 most = 0;
        stream->onPiece = [&] { most = std::max<qint64>(most, sent - stream->body.size()); };
        QCOMPARE(awaited(http.send(streamed(stream))), "200");
        QCOMPARE(stream->body.size(), pieces * piece.size());
        QVERIFY2(most < pieces * piece.size() / 2, qPrintable(QString::number(most)));
    }

    void aRefusalStaysWhole_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"400 Bad Request", "401 Unauthorized", "403 Forbidden", "500 Internal Server Error"})
            QTest::newRow(status) << QByteArray(status);
    }
    void aRefusalStaysWhole()
    {
        QFETCH(const QByteArray, status);
        const QByteArray body = "{\"error\":\"" + QByteArray(2'000'000, 'x') + "\"}";
        HostileServer server([&](Peer &peer) { peer.answer(body, status); });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>(1);
        const auto answer = http.send(streamed(stream));
        QCOMPARE(awaited(answer), status.first(3));
        QCOMPARE(answer.result()->body, body);
        QVERIFY(stream->body.isEmpty());
    }

    void aCutBodyIsAnErrorAndWhatCameIsThere()
    {
        HostileServer server([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[1,2");
            peer.close();
        });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>();
        QCOMPARE(awaited(http.send(streamed(stream))), "Network");
        QCOMPARE(stream->body, "[1,2");
    }

    void whatTheStreamRefusesEndsTheExchange_data()
    {
        QTest::addColumn<bool>("hangs");
        QTest::newRow("in the middle") << true;
        QTest::newRow("at the end") << false;
    }
    void whatTheStreamRefusesEndsTheExchange()
    {
        QFETCH(const bool, hangs);
        HostileServer server([&](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray(hangs ? "1000" : "3") + "\r\n\r\nabc");
            if (hangs)
                peer.hang();
        });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>();
        stream->refusal = Error{.kind = Error::Kind::Protocol, .message = u"Not a list."_s};
        const auto answer = http.send(streamed(stream));
        QCOMPARE(awaited(answer), "Protocol");
        QCOMPARE(answer.result().error().message, u"Not a list."_s);
    }

    void theLimitIsTheStreams_data()
    {
        QTest::addColumn<bool>("isChunked");
        QTest::newRow("declared") << false;
        QTest::newRow("undeclared") << true;
    }
    void theLimitIsTheStreams()
    {
        QFETCH(const bool, isChunked);
        const QByteArray body = numbered(2);
        HostileServer server([&](Peer &peer) { isChunked ? peer.send(chunked(body)) : peer.answer(body); });
        Http http({.base = server.url(), .streamLimit = 1 << 20});
        QCOMPARE(awaited(http.send(streamed(std::make_shared<CollectedBody>()))), "TooLarge");
    }

    void clocksAreComparedWhenAnAnswerBegins()
    {
        QSemaphore mayEnd;
        HostileServer server([&](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 2\r\n\r\n[");
            mayEnd.acquire();
            peer.send("]");
        });
        QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 40), Qt::UTC);
        Http http({.base = server.url()}, nullptr, [&] { return now; });
        const auto body = std::make_shared<CollectedBody>();
        const auto answer = http.send(streamed(body));
        const auto letGo = qScopeGuard([&] { mayEnd.release(); });
        QTRY_COMPARE(body->body, "[");
        now = now.addSecs(3600); // it takes its time
        mayEnd.release();
        QCOMPARE(awaited(answer), "200");
        QCOMPARE(http.clockDifference()->count(), 3);
    }

    void onlySilenceEndsALongAnswer()
    {
        HostileServer server([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            for (int i = 0; i < 10 && peer.pause(50ms); ++i)
                peer.send("x");
        });
        Http http({.base = server.url(), .deadline = 300ms, .silence = 20s});
        const auto stream = std::make_shared<CollectedBody>();
        QCOMPARE(awaited(http.send(streamed(stream))), "200");
        QCOMPARE(stream->body.size(), 10);
    }

    void silenceAndTheDeadlineBeforeTheAnswerStillHold_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::newRow("no answer") << false;
        QTest::newRow("no end") << true;
    }
    void silenceAndTheDeadlineBeforeTheAnswerStillHold()
    {
        QFETCH(const bool, answers);
        HostileServer server([&](Peer &peer) {
            if (answers)
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
            peer.hang();
        });
        Http http(
            {.base = server.url(), .deadline = answers ? 20'000ms : 100ms, .silence = answers ? 100ms : 20'000ms});
        QCOMPARE(awaited(http.send(streamed(std::make_shared<CollectedBody>()))), "Timeout");
    }

    void aStoppedStreamKeepsWhatCame()
    {
        HostileServer server([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            peer.hang();
        });
        Http http({.base = server.url()});
        const auto stream = std::make_shared<CollectedBody>();
        const auto answer = http.send(streamed(stream));
        QTRY_COMPARE(stream->body, "abc");
        http.stop(u"list"_s);
        QCOMPARE(awaited(answer), "Stopped");
    }

    void aCallThatIsRenewedStreamsOnce()
    {
        TokenServer server;
        Session session({.base = server.url()}, TokenServer::signIn());
        QCOMPARE(awaited(session.signIn()), "ok");
        server.forgetTokens();
        const auto stream = std::make_shared<CollectedBody>();
        QCOMPARE(awaited(session.call(streamed(stream))), "200");
        QCOMPARE(server.seen("/list").size(), 2);
        QCOMPARE(server.refreshes(), 1);
        QCOMPARE(stream->body, "{}");
    }
};

int tst_httpstream(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_HttpStream>(argc, argv);
}
#include "tst_httpstream.moc"
