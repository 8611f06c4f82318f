// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"
#include "tests/net/certificates.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// What becomes of exchanges and their threads when those who asked are gone.
class tst_HttpLifetime : public QObject {
    Q_OBJECT

private:
    Certificates m_certificates;

    static bool hasReapers() { return !QCoreApplication::instance()->findChildren<QThread *>().isEmpty(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_certificates.makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(m_certificates.makeSigned(u"good"_s, u"ca"_s));
    }

    void deletingAtAnyMomentIsSafe_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<QString>("conduct");
        for (const bool isSecure : {false, true}) {
            for (const char *conduct : {"answer", "hang", "cut", "half", "chunks", "distrusted"}) {
                if (isSecure || qstrcmp(conduct, "distrusted") != 0)
                    QTest::addRow("%s, %s", isSecure ? "secure" : "plain", conduct)
                        << isSecure << QString::fromLatin1(conduct);
            }
        }
    }

    void deletingAtAnyMomentIsSafe()
    {
        QFETCH(const bool, isSecure);
        QFETCH(const QString, conduct);
        const QSslConfiguration tls = m_certificates.server(u"good"_s);
        HostileServer server(
            [&](Peer &peer) {
                if (conduct == "hang"_L1)
                    peer.hang();
                else if (conduct == "cut"_L1)
                    peer.reset();
                else if (conduct == "half"_L1)
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                else if (conduct == "chunks"_L1)
                    while (peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + QByteArray(5000, 'x'))
                        && peer.pause(1ms)) { }
                else
                    peer.answer("{}");
            },
            isSecure ? &tls : nullptr);
        HttpSettings settings{.base = server.url()};
        if (conduct != "distrusted"_L1)
            settings.tls = m_certificates.client(u"ca"_s);
        int called = 0;
        for (int moment = 0; moment < 60; ++moment) {
            auto http = std::make_unique<Http>(settings);
            QList<Future<Response>> calls;
            for (int i = 0; i < 8; ++i) // more than the manager has connections
                calls += http->send(i % 2 == 0 ? getRequest(u"/thing"_s) : jsonRequest("POST", u"/thing"_s, {}));
            for (const auto &call : calls)
                onResult(http.get(), call, [&](const Result<Response> &) { ++called; });
            // From "nothing has happened" to "all is over", in small and uneven steps.
            for (int step = 0; step < moment; ++step)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            if (moment % 3 == 0)
                http->stop({});
            const int before = called;
            http.reset();
            QCoreApplication::processEvents();
            QCOMPARE(called, before);
            for (const auto &call : calls)
                QVERIFY(call.isFinished());
        }
    }

    void deletingFromWithinAnAnswerIsSafe()
    {
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        for (int i = 0; i < 20; ++i) {
            auto http = std::make_unique<Http>(HttpSettings{.base = server.url()});
            const auto first = http->send(getRequest(u"/a"_s)), second = http->send(getRequest(u"/b"_s));
            onResult(this, first, [&](const Result<Response> &) { http.reset(); });
            onResult(this, second, [&](const Result<Response> &) { http.reset(); });
            QTRY_VERIFY(!http);
        }
    }

    void everyRetiredManagerIsReaped()
    {
        HostileServer server([](Peer &peer) { peer.hang(); });
        for (int i = 0; i < 10; ++i) {
            Http http({.base = server.url()});
            (void)http.send(getRequest(u"/thing"_s));
        }
        QTRY_VERIFY(!hasReapers());
    }
};

int tst_httplifetime(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_HttpLifetime>(argc, argv);
}
#include "tst_httplifetime.moc"
