// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"
#include "tests/dialects/writings.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace {

struct WriteFault {
    const char *name = nullptr;
    HostileServer::Script script{};
    QByteArray outcome{};
};

HostileServer::Script says(const QByteArray &bytes)
{
    return [bytes](Peer &peer) {
        peer.send(bytes);
        peer.close();
    };
}

HostileServer::Script saysWithLength(const QByteArray &length)
{
    return says("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n{\"a\":1}");
}

QList<WriteFault> writeFaults()
{
    return {
        {"reset before an answer", [](Peer &peer) { peer.reset(); }, "Unknown"},
        {"closed before an answer", [](Peer &peer) { peer.close(); }, "Unknown"},
        {"closed in the status line", says("HTTP/1.1 200"), "Unknown"},
        {"closed in the headers", says("HTTP/1.1 200 OK\r\nContent-Type: app"), "Unknown"},
        {"closed in the body", says("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":"), "Unknown"},
        {"not HTTP", says(QByteArray(5000, '\x9c')), "Unknown"},
        {"HTTP/0.9", says("{\"a\":1}\n"), "Unknown"},
        {"status 999", says("HTTP/1.1 999 Beyond\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"), "Unknown"},
        {"negative length", saysWithLength("-5"), "Unknown"},
        {"two lengths", saysWithLength("7\r\nContent-Length: 2"), "Unknown"},
        {"length and chunks", saysWithLength("3\r\nTransfer-Encoding: chunked"), "Unknown"},
        {"1 GB declared", saysWithLength("1073741824"), "Unknown"},
        {"gzip garbage",
            says("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: "
                 "10\r\n\r\n\x1f\x8b\x08garbage"),
            "Unknown"},
        {"sent elsewhere",
            says("HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:9/x\r\nConnection: close\r\nContent-Length: "
                 "0\r\n\r\n"),
            "Redirect"},
        {"broken inside", says("HTTP/1.1 500 Oops\r\nContent-Length: 1000\r\n\r\n{\"error\":"), "Server"},
        {"overloaded", says("HTTP/1.1 503 Later\r\nRetry-After: 3\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            "Server"},
    };
}

}

// Whatever a server does to whatever write: it leaves once, and nobody is told that it was done.
class tst_WriteFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { qInfo("%d writes met with a fault", m_tried); }

    void eachLeavesOnceAndIsNotCalledDone_data() { eachDialect(); }
    void eachLeavesOnceAndIsNotCalledDone()
    {
        QFETCH(const Dialect, dialect);
        const QList<Writing> writings = writingsOf(dialect);
        for (const WriteFault &fault : writeFaults()) {
            HostileServer server(fault.script);
            Session session({.base = server.url()}, {.fixed = Credential{.access = Secret(u"token"_s)}});
            for (const Writing &writing : writings) {
                Request request = writing.request;
                request.absolute = {};
                if (request.path.isEmpty())
                    request.path = u"/at"_s;
                const qsizetype before = server.seen().size();
                const QByteArray outcome = awaited(session.call(request));
                const QByteArray what = writing.name + ", " + fault.name;
                QVERIFY2(outcome == fault.outcome, (what + ": " + outcome).constData());
                QVERIFY2(server.seen().size() == before + 1, what.constData());
                ++m_tried;
            }
        }
    }

private:
    int m_tried = 0;
};

int tst_writefaults(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_WriteFaults>(argc, argv);
}
#include "tst_writefaults.moc"
