// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/callback.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>

#include <chrono>

class QTcpSocket;

// What strangers at the port may take.
struct LoopbackLimits {
    int connections = 32; // open at once; the oldest gives way to the next
    std::chrono::milliseconds patience{10'000}; // for one connection to send its request
};

// The way back from the browser (RFC 8252 §7.3): a port on 127.0.0.1 that is open until the one right request came.
// Every other request is refused and changes nothing.
class LoopbackReceiver : public QObject {
    Q_OBJECT

public:
    explicit LoopbackReceiver(const Secret &state, LoopbackLimits limits = {});
    ~LoopbackReceiver() override;

    // The redirect URI. An empty path: one that nobody can guess; port 0: any that is free. Error Network when the port
    // cannot be had.
    Result<QString> listen(const QString &path = {}, quint16 port = 0);
    // Shows the person what became of the request that was received. Before that and after it nobody is shown anything.
    void answer(const Result<> &outcome);
    void close(); // the port, and everything but the browser that waits for an answer

Q_SIGNALS:
    void received(const AuthorizationResponse &response); // once; the port is closed by then

private:
    void accept();
    void read(QTcpSocket *connection);
    void drop(QTcpSocket *connection);
    void finish(QTcpSocket *connection, const QByteArray &page);

    QTcpServer m_server;
    CallbackTarget m_target;
    LoopbackLimits m_limits;
    QList<QTcpSocket *> m_connections; // oldest first; owned by m_server
    QPointer<QTcpSocket> m_browser; // waits for its answer
};
