// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>
#include <QUrl>

#include <memory>

class QTcpServer;

// Answers every sign-in, and every list with the same bytes, from a thread of its own: nothing but loopback stands
// between them and who asks.
class FeedServer {
public:
    explicit FeedServer(const QByteArray &list);
    ~FeedServer();

    QUrl url() const { return m_url; }

private:
    QThread m_thread;
    std::unique_ptr<QTcpServer> m_server;
    QUrl m_url;
};
