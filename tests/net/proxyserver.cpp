// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/proxyserver.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>

// One client, the server it was linked to, and what was not passed on yet.
struct ProxyServer::Link {
    QTcpSocket *client;
    QTcpSocket *server;
    QByteArray buffer{};
    qint64 bodyLeft = 0; // of the request being forwarded
    bool isTunnel = false;
    int socksStep = 0; // 0: not SOCKS
};

ProxyServer::ProxyServer(const QByteArray &credentials)
    : m_credentials(credentials)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &ProxyServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The test proxy cannot listen.");
}

void ProxyServer::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        const auto link = std::make_shared<Link>(Link{.client = client, .server = server});
        connect(client, &QTcpSocket::readyRead, this, [this, link] {
            link->buffer += link->client->readAll();
            advance(*link);
        });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::readyRead, client, [link] { link->client->write(link->server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    }
}

void ProxyServer::advance(Link &link)
{
    bool goesOn = true;
    while (goesOn && !link.buffer.isEmpty()) {
        const qint64 passed = link.isTunnel ? link.buffer.size() : std::min<qint64>(link.bodyLeft, link.buffer.size());
        if (passed > 0) {
            link.server->write(link.buffer.first(passed));
            link.buffer.remove(0, passed);
            link.bodyLeft -= link.isTunnel ? 0 : passed;
        } else {
            goesOn = link.socksStep > 0 || link.buffer.startsWith('\5') ? takeSocks(link) : takeHead(link);
        }
    }
}

bool ProxyServer::takeHead(Link &link)
{
    const qsizetype end = link.buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QByteArrayList lines = link.buffer.first(end).replace("\r\n", "\n").split('\n');
    link.buffer.remove(0, end + 4);
    const QByteArrayList words = lines.first().split(' ');
    m_seen += words[0] + ' ' + words[1];
    const QByteArray wanted = "proxy-authorization: basic " + m_credentials.toBase64().toLower();
    const bool isWelcome = m_credentials.isEmpty()
        || std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.toLower() == wanted; });
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:"))
            link.bodyLeft = line.mid(15).trimmed().toLongLong();
    }
    if (!isWelcome) {
        ++m_refused;
        link.client->write("HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                           "Content-Length: 0\r\nConnection: close\r\n\r\n");
        link.client->disconnectFromHost();
        return false;
    }
    if (words[0] == "CONNECT") {
        const QUrl target(QLatin1StringView("x://") + QString::fromLatin1(words[1]));
        connectTo(link, target.host(), static_cast<quint16>(target.port()), "HTTP/1.1 200 Connected\r\n\r\n", true);
        return true;
    }
    const QUrl target = QUrl::fromEncoded(words[1]);
    lines.first() = words[0] + ' ' + target.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + ' ' + words[2];
    lines.removeIf([](const QByteArray &line) { return line.toLower().startsWith("proxy-"); });
    connectTo(link, target.host(), static_cast<quint16>(target.port(80)), {}, false);
    link.server->write(lines.join("\r\n") + "\r\n\r\n");
    return true;
}

// RFC 1928, and RFC 1929 when credentials are wanted.
bool ProxyServer::takeSocks(Link &link)
{
    const auto byte = [&](qsizetype at) { return static_cast<quint8>(link.buffer[at]); };
    if (link.buffer.size() < 2)
        return false;
    if (link.socksStep == 0) {
        link.client->write(m_credentials.isEmpty() ? QByteArray("\5\0", 2) : QByteArray("\5\2", 2));
        link.socksStep = m_credentials.isEmpty() ? 2 : 1;
        link.buffer.clear();
    } else if (link.socksStep == 1) {
        const QByteArray user = link.buffer.mid(2, byte(1));
        const bool isWelcome = user + ':' + link.buffer.mid(3 + user.size()) == m_credentials;
        m_refused += isWelcome ? 0 : 1;
        link.client->write(isWelcome ? QByteArray("\1\0", 2) : QByteArray("\1\1", 2));
        link.socksStep = 2;
        link.buffer.clear();
    } else {
        const bool isName = byte(3) == 3;
        const QByteArray address = isName ? link.buffer.mid(5, byte(4)) : link.buffer.mid(4, 4);
        const qsizetype at = isName ? 5 + address.size() : 8;
        const auto port = static_cast<quint16>(256 * byte(at) + byte(at + 1));
        const QString host = isName
            ? QString::fromLatin1(address)
            : QHostAddress((quint32(byte(4)) << 24) | (quint32(byte(5)) << 16) | (quint32(byte(6)) << 8) | byte(7))
                  .toString();
        link.buffer.clear();
        m_seen += "SOCKS5 " + host.toLatin1() + ':' + QByteArray::number(port);
        connectTo(link, host, port, QByteArray("\5\0\0\1\0\0\0\0\0\0", 10), true);
    }
    return true;
}

void ProxyServer::connectTo(Link &link, const QString &host, quint16 port, const QByteArray &greeting, bool isTunnel)
{
    link.isTunnel = isTunnel;
    if (link.server->state() != QAbstractSocket::UnconnectedState)
        return;
    if (!greeting.isEmpty())
        connect(link.server, &QTcpSocket::connected, link.client,
            [client = link.client, greeting] { client->write(greeting); });
    link.server->connectToHost(host, port);
}
