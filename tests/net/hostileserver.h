// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QSslSocket;
class HostileServer;

// What a server saw of one request.
struct Seen {
    QByteArray verb{};
    QByteArray target{};
    QHash<QByteArray, QByteArray> headers{}; // names in lower case
    QByteArray body{};
};

// The server's side of one connection, in a thread of its own; every call blocks.
class Peer {
public:
    Peer(const HostileServer &server, QSslSocket &socket);

    const Seen &request() const { return m_request; }
    int number() const { return m_number; } // of the request on this connection, from 1

    bool send(const QByteArray &bytes); // false: nobody is there any more
    bool answer(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headerLines = {});
    bool pause(std::chrono::milliseconds time); // false: the test is over
    void hang(); // until the test is over
    void close(); // FIN
    void reset(); // RST

    bool readRequest();

private:
    bool fill();

    const HostileServer &m_server;
    QSslSocket &m_socket;
    QByteArray m_buffer;
    Seen m_request;
    int m_number = 0;
};

// A loopback server that answers every request by a script, which may do what no server should.
class HostileServer {
public:
    using Script = std::function<void(Peer &)>;

    explicit HostileServer(Script script, const QSslConfiguration *tls = nullptr);
    ~HostileServer();

    QUrl url() const;
    void show(const QSslConfiguration &tls); // to those who connect from now on; it must have had one before
    QList<Seen> seen() const;
    qsizetype count(const QByteArray &verb) const; // requests that arrived with this verb
    bool isEnding() const { return m_isEnding; }
    void refuseConnections() { m_isRefusing = true; } // from now on; returns before it holds
    bool isRefusing() const { return m_hasRefused; }

private:
    void accept();
    void serve(qintptr descriptor);

    Script m_script;
    std::unique_ptr<QSslConfiguration> m_tls;
    std::atomic<quint16> m_port = 0;
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isRefusing = false;
    std::atomic<bool> m_hasRefused = false;
    mutable std::mutex m_mutex;
    QList<Seen> m_seen;
    std::vector<std::thread> m_connections;
    std::thread m_acceptor;
};
