// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

// A connection to a port on loopback that sends bytes as they are, while the event loop of the test goes on.
class Visitor {
public:
    explicit Visitor(int port, const QByteArray &bytes = {})
    {
        QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this, bytes] { send(bytes); });
        m_socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    bool isGone() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool wasRefused() const { return m_socket.error() == QAbstractSocket::ConnectionRefusedError; }

    // Everything that came until the other side closed; "" when it closed without a word.
    QByteArray answer()
    {
        QEventLoop loop;
        QObject::connect(&m_socket, &QTcpSocket::stateChanged, &loop, [&] {
            if (isGone())
                loop.quit();
        });
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        if (!isGone())
            loop.exec();
        return m_socket.readAll();
    }
    int status() { return answer().mid(9, 3).toInt(); } // 0: none

private:
    QTcpSocket m_socket;
};
