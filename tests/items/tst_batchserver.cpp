// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch.h"
#include "net/session.h"
#include "tests/net/hostileserver.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<Batch::Item> hostileItems(int count)
{
    QList<Batch::Item> list;
    for (int i = 0; i < count; ++i)
        list << Batch::Item{u"t%1"_s.arg(i), u"Token %1"_s.arg(i)};
    return list;
}

// How often each token was revoked, by what the server saw.
QHash<QByteArray, int> revocations(const HostileServer &server)
{
    QHash<QByteArray, int> counts;
    const auto seen = server.seen();
    for (const Seen &request : seen)
        ++counts[request.body];
    return counts;
}

}

// A batch over real requests, to a server that does what servers do on bad days.
class tst_BatchServer : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<Session> m_session;
    QDateTime m_now = QDateTime::currentDateTimeUtc();

    std::unique_ptr<Batch> batch(int count, const HostileServer::Script &script)
    {
        m_server = std::make_unique<HostileServer>(script);
        m_session = std::make_unique<Session>(HttpSettings{.base = m_server->url()},
            SignIn{
                .fixed = Credential{.access = Secret(u"admin"_s)}, .authorize = [](Request &, const Credential &) {}});
        return std::make_unique<Batch>(
            hostileItems(count),
            [this](const QString &id) {
                return andThen(m_session.get(), m_session->call(formRequest(u"/revoke"_s, {{u"token"_s, id}})),
                    [](const Response &) -> Result<> { return {}; });
            },
            nullptr, [this] { return m_now; });
    }

private Q_SLOTS:
    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void tooManyRequestsAreHeldBackAsLongAsItSays_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("429, seconds") << "429 Too Many Requests"_ba
                                      << "Retry-After: 40\r\n"_ba;
        QTest::newRow("503, seconds") << "503 Service Unavailable"_ba
                                      << "Retry-After: 40\r\n"_ba;
        QTest::newRow("429, date")
            << "429 Too Many Requests"_ba
            << "Date: Mon, 02 Mar 2026 08:00:00 GMT\r\nRetry-After: Mon, 02 Mar 2026 08:00:40 GMT\r\n"_ba;
    }

    void tooManyRequestsAreHeldBackAsLongAsItSays()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, header);
        std::atomic<bool> isRefusing = true;
        const auto batch = this->batch(60, [&](Peer &peer) {
            if (isRefusing && peer.request().body.size() > 8) // "token=t10" and after
                peer.answer("{}", status, header);
            else
                peer.answer("{}");
        });
        const QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        QTRY_VERIFY(batch->isHeldByServer() && !batch->isRunning());
        QVERIFY(batch->delay() <= std::chrono::seconds(40) && batch->delay() > std::chrono::seconds(38));
        QCOMPARE(batch->count(Batch::Outcome::Done), 10);
        QCOMPARE(batch->count(Batch::Outcome::Failed), 0);
        isRefusing = false;
        m_now = m_now.addSecs(41);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch->count(Batch::Outcome::Done), 60);
    }

    void aServerThatGoesAwayCostsAtMostWhatWasUnderWay()
    {
        const auto batch = this->batch(500, [this](Peer &peer) {
            if (peer.request().body.size() <= 9) { // until "token=t99"
                peer.answer("{}");
                return;
            }
            m_server->refuseConnections();
            peer.reset();
        });
        batch->start();
        QTRY_VERIFY((m_now = m_now.addSecs(1), batch->pauseState() && !batch->isRunning()));
        QCOMPARE(int(batch->pauseState()->cause), int(Batch::Pause::Cause::Trouble));
        QVERIFY2(batch->count(Batch::Outcome::Failed) <= 10 + Pace::most,
            qPrintable(QString::number(batch->count(Batch::Outcome::Failed))));
        QVERIFY(batch->count(Batch::Outcome::Waiting) >= 500 - 100 - 10 - Pace::most);
    }

    void nothingIsSentTwiceBehindOurBack()
    {
        std::atomic<int> answered = 0;
        const auto batch = this->batch(50, [&](Peer &peer) {
            if (++answered % 10 == 0)
                peer.reset(); // it may have been done
            else
                peer.answer("{}");
        });
        const QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        for (int i = 0; i < 1'000 && finished.isEmpty(); ++i) {
            QTest::qWait(5);
            m_now = m_now.addSecs(1);
        }
        QCOMPARE(finished.size(), 1);
        const auto counts = revocations(*m_server);
        for (auto count = counts.begin(); count != counts.end(); ++count)
            QVERIFY2(count.value() == 1, count.key().constData());
        QVERIFY(batch->count(Batch::Outcome::Failed) >= 4); // nobody knows of them, so nobody decides for the person
        QCOMPARE(batch->reasons().size(), 2);
    }
};

int tst_batchserver(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_BatchServer>(argc, argv);
}
#include "tst_batchserver.moc"
