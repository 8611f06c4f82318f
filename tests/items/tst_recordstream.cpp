// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"
#include "items/recordcollection.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<Token> readEntry(const QJsonObject &json)
{
    const Token token = recordIn<Token>(json,
        {{{"id"}, &Token::id}, {{"user"}, &Token::userName}, {{"issued"}, &Token::issuedAt},
            {{"value"}, &Token::value}});
    if (token.id.isEmpty())
        return failure(Error::Kind::Protocol, u"no id"_s);
    return token;
}

Endpoint<Token> streamedTokens()
{
    return {
        .fields = fields<Token>(),
        .list = [](const ListQuery &query) { return getRequest(u"/tokens/"_s + query.cursor); },
        .readPage = [](const Response &response, const ListQuery &) -> Result<Page<Token>> {
            const auto object = response.object();
            if (!object)
                return tl::unexpected(object.error());
            if (!(*object)[u"items"].isArray())
                return failure(Error::Kind::Protocol, u"no list"_s);
            Page<Token> page{.next = (*object)[u"next"].toString()};
            if (object->contains(u"total"))
                page.total = (*object)[u"total"].toInteger();
            return page;
        },
        .rows =
            [](const ListQuery &) {
                return Rows<Token>{.path = {"items"},
                    .members = {{{"id"}, &Token::id}, {{"user"}, &Token::userName}, {{"issued"}, &Token::issuedAt},
                        {{"value"}, &Token::value}},
                    .readEntry = readEntry};
            },
    };
}

QByteArray entries(int first, int count, const QByteArray &user = "mia")
{
    QByteArrayList list;
    for (int i = first; i < first + count; ++i)
        list << "{\"id\":\"" + QByteArray::number(i) + "\",\"user\":\"" + user
                + "\",\"issued\":\"2026-03-02T08:15:30.000Z\"}";
    return list.join(',');
}

}

// Lists that are taken in while they arrive, over a real socket.
class tst_RecordStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLongListComesWhole()
    {
        serve([](Peer &peer) { peer.answer("{\"items\":[" + entries(0, 60'000) + "],\"total\":60000}"); });
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        QCOMPARE(m_tokens->model()->rowCount(), 60'000);
        QVERIFY(m_tokens->isComplete());
        QCOMPARE(m_tokens->loaded(), 60'000);
        QCOMPARE(m_tokens->total(), std::optional<qint64>(60'000));
        QCOMPARE(m_tokens->find(u"59999"_s)->userName, u"mia"_s);
        QCOMPARE(m_tokens->find(u"7"_s)->issuedAt, QDateTime(QDate(2026, 3, 2), QTime(8, 15, 30), Qt::UTC));
    }

    void theFirstRowsAreThereWhileTheRestStillArrives()
    {
        std::atomic<bool> isSeen = false;
        serve([&](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            sendChunk(peer, "{\"items\":[" + entries(0, 100));
            while (!isSeen && peer.pause(std::chrono::milliseconds(1))) { }
            sendChunk(peer, "," + entries(100, 50) + "]}");
            peer.send("0\r\n\r\n");
        });
        QSignalSpy progressed(m_tokens.get(), &Collection::progressed);
        const auto refreshed = m_tokens->refresh();
        QTRY_VERIFY(m_tokens->model()->rowCount() >= 99);
        QVERIFY(m_tokens->isBusy());
        QVERIFY(!m_tokens->total());
        QCOMPARE(m_tokens->loaded(), m_tokens->model()->rowCount());
        QVERIFY(!progressed.isEmpty());
        isSeen = true;
        QCOMPARE(awaited(refreshed), "ok");
        QCOMPARE(m_tokens->model()->rowCount(), 150);
    }

    void stoppingKeepsWhatCame()
    {
        serve([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"items\":[" + entries(0, 100) + ",");
            peer.hang();
        });
        const auto refreshed = m_tokens->refresh();
        QTRY_COMPARE(m_tokens->model()->rowCount(), 100);
        m_tokens->stop();
        QCOMPARE(awaited(refreshed), "Stopped");
        QCOMPARE(m_tokens->model()->rowCount(), 100);
        QVERIFY(!m_tokens->isComplete());
    }

    void whatIsBrokenIsAnErrorAndNothingIsGone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("cut") << "{\"items\":[" + entries(5, 3) << "Protocol"_ba;
        QTest::newRow("no id") << "{\"items\":[" + entries(5, 3) + ",{\"user\":\"x\"}]}"
                               << "Protocol"_ba;
        QTest::newRow("not an object") << "{\"items\":[" + entries(5, 3) + ",7]}"
                                       << "Protocol"_ba;
        QTest::newRow("no JSON in an entry") << "{\"items\":[" + entries(5, 3) + ",{\"id\":}]}"
                                             << "Protocol"_ba;
        QTest::newRow("no JSON behind") << "{\"items\":[" + entries(5, 3) + "],}"
                                        << "Protocol"_ba;
        QTest::newRow("another shape") << "[]"_ba
                                       << "Protocol"_ba;
        QTest::newRow("no list in it") << "{}"_ba
                                       << "Protocol"_ba;
        QTest::newRow("empty") << ""_ba
                               << "Protocol"_ba;
    }
    void whatIsBrokenIsAnErrorAndNothingIsGone()
    {
        QFETCH(const QByteArray, body);
        std::atomic<int> asked = 0;
        serve([&](Peer &peer) { peer.answer(asked++ == 0 ? "{\"items\":[" + entries(0, 5) + "]}" : body); });
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        const auto refreshed = m_tokens->refresh();
        QTEST(awaited(refreshed), "outcome");
        QVERIFY(!m_tokens->isComplete());
        QVERIFY(m_tokens->model()->rowCount() >= 5);
        QCOMPARE(m_tokens->find(u"0"_s)->userName, u"mia"_s);
    }

    void aRefusalIsToldAsAlways()
    {
        serve([](Peer &peer) { peer.answer(R"({"error":"insufficient_scope"})", "403 Forbidden"); });
        QCOMPARE(awaited(m_tokens->refresh()), "Forbidden");
        QCOMPARE(m_tokens->error()->code, u"insufficient_scope"_s);
    }

    void aRefreshMarksAndDrops()
    {
        std::atomic<int> asked = 0;
        serve([&](Peer &peer) {
            peer.answer("{\"items\":["
                + (asked++ == 0 ? entries(0, 5)
                                : entries(2, 1, "mia") + "," + entries(3, 1, "noah") + "," + entries(9, 1))
                + "]}");
        });
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        const QPersistentModelIndex kept = m_tokens->model()->index(3, 0);
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        QStringList rows;
        for (int row = 0; row < m_tokens->model()->rowCount(); ++row)
            rows << m_tokens->model()->index(row, 0).data(IdRole).toString()
                    + QString::number(m_tokens->model()->index(row, 0).data(NoveltyRole).toInt());
        QCOMPARE(rows.join(u' '), u"20 32 91"_s);
        QCOMPARE(kept.data(IdRole).toString(), u"3"_s);
    }

    void pagesFollowEachOther()
    {
        serve([](Peer &peer) {
            const bool isFirst = peer.request().target == "/tokens/";
            peer.answer("{\"total\":8,\"items\":[" + entries(isFirst ? 0 : 5, isFirst ? 5 : 3) + "]"
                + (isFirst ? ",\"next\":\"b\"}" : "}"));
        });
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        QCOMPARE(m_tokens->model()->rowCount(), 8);
        QCOMPARE(m_server->seen().size(), 2);
    }

    void pagesThatRepeatThemselvesEnd()
    {
        serve([](Peer &peer) {
            peer.answer("{\"items\":[" + entries(0, 5) + "],\"next\":\"" + peer.request().target.mid(8) + "x\"}");
        });
        QCOMPARE(awaited(m_tokens->refresh()), "Protocol");
        QCOMPARE(m_tokens->model()->rowCount(), 5);
    }

    void aSecretInAListIsNotKept()
    {
        serve([](Peer &peer) { peer.answer(R"({"items":[{"id":"1","value":"s3cret"},{"id":"2"}]})"); });
        QCOMPARE(awaited(m_tokens->refresh()), "ok");
        QCOMPARE(m_tokens->model()->rowCount(), 2);
        QVERIFY(m_tokens->find(u"1"_s)->value.isEmpty());
    }

    void whoLeavesInTheMiddleIsNotCalled()
    {
        serve([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n{\"items\":[");
            for (int i = 0; i < 100 && peer.send(entries(i * 1000, 1000) + ","); ++i) { }
        });
        (void)m_tokens->refresh();
        QTRY_VERIFY(m_tokens->model()->rowCount() > 0);
        m_tokens.reset();
        m_session.reset();
        backgroundThreads().waitForDone();
        QCoreApplication::processEvents();
    }

    void cleanup()
    {
        m_tokens.reset();
        m_session.reset();
        m_server.reset();
    }

private:
    void serve(const HostileServer::Script &script)
    {
        m_server = std::make_unique<HostileServer>(script);
        m_session = std::make_unique<Session>(HttpSettings{.base = m_server->url()}, SignIn{.fixed = Credential{}});
        m_tokens = std::make_unique<RecordCollection<Token>>(
            u"accessTokens"_s, *m_session, streamedTokens(), RecordMemory<Token>(), nullptr);
        new QAbstractItemModelTester(
            m_tokens->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_tokens.get());
    }
    static void sendChunk(Peer &peer, const QByteArray &bytes)
    {
        peer.send(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }

    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordCollection<Token>> m_tokens;
};

int tst_recordstream(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordStream>(argc, argv);
}
#include "tst_recordstream.moc"
