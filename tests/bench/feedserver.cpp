// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/feedserver.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

static QByteArray headerOf(qsizetype length)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(length)
        + "\r\n\r\n";
}

// Whole requests only, one after another: that is how the console sends them here.
static void answer(QTcpSocket &socket, const QByteArray &list)
{
    const QByteArray request = socket.peek(64 * 1024);
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = request.first(end).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype length = at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    if (request.size() < end + 4 + length)
        return;
    socket.skip(end + 4 + length);
    const QByteArray body = request.startsWith("GET ")
        ? list
        : QByteArray(R"({"access_token":"feed","token_type":"Bearer","expires_in":3600})");
    socket.write(headerOf(body.size()));
    socket.write(body);
}

FeedServer::FeedServer(const QByteArray &list)
    : m_server(std::make_unique<QTcpServer>())
{
    m_server->listen(QHostAddress::LocalHost);
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [server = m_server.get(), list] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, list] { answer(*socket, list); });
    });
    m_server->moveToThread(&m_thread);
    m_thread.start();
}

FeedServer::~FeedServer()
{
    m_thread.quit();
    m_thread.wait();
}
