// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QTcpServer>

class QTcpSocket;

// A proxy on loopback: forwards plain HTTP, tunnels for CONNECT and speaks SOCKS 5, all at one port. Lives in the event
// loop of the test.
class ProxyServer : public QObject {
    Q_OBJECT

public:
    explicit ProxyServer(const QByteArray &credentials = {}); // "user:password"; empty: open to everybody

    quint16 port() const { return m_server.serverPort(); }
    // What it was asked for: "GET http://127.0.0.1:1/x", "CONNECT 127.0.0.1:1", "SOCKS5 127.0.0.1:1".
    const QByteArrayList &seen() const { return m_seen; }
    int refused() const { return m_refused; } // for want of the right credentials

private:
    struct Link;

    void accept();
    void advance(Link &link);
    bool takeHead(Link &link);
    bool takeSocks(Link &link);
    void connectTo(Link &link, const QString &host, quint16 port, const QByteArray &greeting, bool isTunnel);

    QByteArray m_credentials;
    QTcpServer m_server;
    QByteArrayList m_seen;
    int m_refused = 0;
};
