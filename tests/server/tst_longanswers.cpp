// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

static const QByteArray accessTokens = "/oauth2/access-tokens";

// Answers that are sent piece by piece: how they are framed, and that nobody has to wait for them.
class tst_LongAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_crowd = makeCrowd();
        m_admin = m_crowd->adminToken();
        QVERIFY(!m_admin.isEmpty());
    }
    void cleanupTestCase() { m_crowd.reset(); }

    void onlyALongListIsChunked()
    {
        const Reply longOne = m_crowd->get(accessTokens, m_admin);
        QCOMPARE(longOne.headers.value("transfer-encoding"), "chunked");
        QVERIFY(!longOne.headers.contains("content-length"));
        QCOMPARE(longOne.array().size(), 24'001);
        const Reply shortOne = m_crowd->get(accessTokens + "?userId=nobody", m_admin);
        QVERIFY(!shortOne.headers.contains("transfer-encoding"));
        QCOMPARE(shortOne.headers.value("content-length"), "2");
    }

    void aConnectionServesOnAfterALongList()
    {
        Wire wire(m_crowd->port());
        for (int i = 0; i < 2; ++i) {
            wire.send(request("GET", "HTTP/1.1"));
            QCOMPARE(wire.receive().array().size(), 24'001);
        }
    }

    void anOldClientGetsTheListWithoutChunks()
    {
        Wire wire(m_crowd->port());
        wire.send(request("GET", "HTTP/1.0"));
        const Reply reply = wire.receive(false);
        QVERIFY(!reply.headers.contains("transfer-encoding"));
        QCOMPARE(reply.headers.value("connection"), "close");
        QCOMPARE(QJsonDocument::fromJson(wire.receiveRest()).array().size(), 24'001);
    }

    void headHasNoBody()
    {
        Wire wire(m_crowd->port());
        wire.send(request("HEAD", "HTTP/1.1"));
        QCOMPARE(wire.receive(false).headers.value("transfer-encoding"), "chunked");
        wire.send(request("HEAD", "HTTP/1.1")); // and the next answer begins where it should
        QCOMPARE(wire.receive(false).status, 200);
    }

    void othersAreServedWhileAListIsTaken()
    {
        const auto crowd = makeCrowd();
        const QString admin = crowd->adminToken();
        const QString oldest = crowd->get(accessTokens, admin).array().last()["id"_L1].toString();
        Wire slow(crowd->port());
        slow.takeLittle(); // so that the answer waits for us
        slow.send(request("GET", "HTTP/1.1", *crowd, admin));
        QCOMPARE(crowd->get("/oauth2/token-info", admin).status, 200);
        QCOMPARE(crowd->form("/oauth2/revoke", "token=" + oldest.toLatin1(), admin).status, 200);
        const QJsonArray list = slow.receive().array();
        QCOMPARE(list.size(), 24'000);
        QVERIFY(list.last()["id"_L1].toString() != oldest);
    }

    void clientsThatLeaveAmidAListDoNoHarm()
    {
        for (int i = 0; i < 20; ++i) {
            Wire leaving(m_crowd->port());
            leaving.takeLittle();
            leaving.send(request("GET", "HTTP/1.1"));
            if (i % 2 == 0)
                QCOMPARE(leaving.receive(false).status, 200);
            leaving.abort();
        }
        QCOMPARE(m_crowd->get(accessTokens, m_admin).array().size(), 24'001);
    }

    void theServerStopsAmidAList()
    {
        auto crowd = makeCrowd();
        Wire waiting(crowd->port());
        waiting.takeLittle();
        waiting.send(request("GET", "HTTP/1.1", *crowd, crowd->adminToken()));
        QCOMPARE(waiting.receive(false).status, 200);
        crowd.reset(); // has to come back although nobody takes the rest
        waiting.receiveRest();
        QVERIFY(waiting.isClosed());
    }

    void anAnswerThatCannotGoOnBreaksOff_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("no piece") << false;
        QTest::newRow("exception") << true;
    }
    void anAnswerThatCannotGoOnBreaksOff()
    {
        QFETCH(bool, throws);
        server::HttpServer server;
        const auto port = server.start(u"127.0.0.1"_s, 0, [throws]() -> Result<server::HttpServer::Handler> {
            return [throws](const server::Request &) {
                server::Response response{.body = "first"};
                response.rest = [throws, count = 0]() mutable -> std::optional<QByteArray> {
                    if (++count == 1)
                        return "second";
                    if (throws)
                        throw std::runtime_error("meant");
                    return std::nullopt;
                };
                return response;
            };
        });
        QVERIFY(port);
        Wire wire(*port);
        wire.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(*port) + "\r\n\r\n");
        QCOMPARE(wire.receive(false).status, 200);
        QCOMPARE(wire.receiveRest(), "5\r\nfirst\r\n6\r\nsecond\r\n");
    }

private:
    static std::unique_ptr<Fixture> makeCrowd()
    {
        // Seven megabytes of access tokens: more than sockets keep.
        return std::make_unique<Fixture>(server::Options{.demo = true, .crowd = {.tokens = 40'000}});
    }
    static QByteArray request(
        const QByteArray &method, const QByteArray &version, Fixture &crowd, const QString &bearer)
    {
        return method + ' ' + accessTokens + ' ' + version + "\r\nHost: " + crowd.host() + "\r\nAuthorization: Bearer "
            + bearer.toUtf8() + "\r\n\r\n";
    }
    QByteArray request(const QByteArray &method, const QByteArray &version) const
    {
        return request(method, version, *m_crowd, m_admin);
    }

    std::unique_ptr<Fixture> m_crowd;
    QString m_admin;
};

int tst_longanswers(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_LongAnswers>(argc, argv);
}

#include "tst_longanswers.moc"
