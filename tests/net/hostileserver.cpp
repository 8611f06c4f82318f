// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/hostileserver.h"

#include <QSslSocket>
#include <QTcpServer>

#include <sys/socket.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int pollInterval = 2; // ms

namespace {

// Hands out descriptors, so that each connection's socket can be made in its own thread.
class Listener : public QTcpServer {
public:
    std::function<void(qintptr)> accepted;

protected:
    void incomingConnection(qintptr descriptor) override { accepted(descriptor); }
};

}

Peer::Peer(const HostileServer &server, QSslSocket &socket)
    : m_server(server)
    , m_socket(socket)
{
}

bool Peer::fill()
{
    while (!m_server.isEnding()) {
        if (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(pollInterval)) {
            m_buffer += m_socket.readAll();
            return true;
        }
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return false;
    }
    return false;
}

bool Peer::readRequest()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return false;
    }
    const QByteArrayList lines = m_buffer.first(end).replace("\r\n", "\n").split('\n');
    const QByteArrayList start = lines.first().split(' ');
    m_buffer.remove(0, end + 4);
    m_request = {.verb = start.value(0), .target = start.value(1)};
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = m_request.headers.value("content-length").toLongLong();
    while (m_buffer.size() < size) {
        if (!fill())
            return false;
    }
    m_request.body = m_buffer.first(size);
    m_buffer.remove(0, size);
    ++m_number;
    return true;
}

bool Peer::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(pollInterval)
            && (m_server.isEnding() || m_socket.state() != QAbstractSocket::ConnectedState))
            return false;
    }
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

bool Peer::answer(const QByteArray &body, const QByteArray &status, const QByteArray &headerLines)
{
    return send("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headerLines
        + "\r\n" + body);
}

bool Peer::pause(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_server.isEnding() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return !m_server.isEnding();
}

void Peer::hang()
{
    while (pause(std::chrono::milliseconds(pollInterval))) { }
}

void Peer::close()
{
    m_socket.close();
}

void Peer::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket.abort();
}

HostileServer::HostileServer(Script script, const QSslConfiguration *tls)
    : m_script(std::move(script))
    , m_tls(tls ? std::make_unique<QSslConfiguration>(*tls) : nullptr)
    , m_acceptor([this] { accept(); })
{
    while (m_port == 0)
        std::this_thread::yield();
}

HostileServer::~HostileServer()
{
    m_isEnding = true;
    m_acceptor.join();
    for (std::thread &connection : m_connections)
        connection.join();
}

QUrl HostileServer::url() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(m_port.load()));
}

void HostileServer::show(const QSslConfiguration &tls)
{
    const std::lock_guard lock(m_mutex);
    *m_tls = tls;
}

QList<Seen> HostileServer::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

qsizetype HostileServer::count(const QByteArray &verb) const
{
    const QList<Seen> requests = seen();
    return std::count_if(requests.begin(), requests.end(), [&](const Seen &request) { return request.verb == verb; });
}

void HostileServer::accept()
{
    Listener listener;
    listener.accepted
        = [this](qintptr descriptor) { m_connections.emplace_back([this, descriptor] { serve(descriptor); }); };
    if (!listener.listen(QHostAddress::LocalHost))
        qFatal("The test server cannot listen.");
    m_port = listener.serverPort();
    while (!m_isEnding && !m_isRefusing)
        listener.waitForNewConnection(pollInterval);
    listener.close();
    m_hasRefused = true;
}

void HostileServer::serve(qintptr descriptor)
{
    QSslSocket socket;
    socket.setSocketDescriptor(descriptor);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_tls) {
        {
            const std::lock_guard lock(m_mutex);
            socket.setSslConfiguration(*m_tls);
        }
        socket.startServerEncryption();
        while (!socket.waitForEncrypted(pollInterval)) {
            if (m_isEnding || socket.state() != QAbstractSocket::ConnectedState)
                return;
        }
    }
    Peer peer(*this, socket);
    while (socket.state() == QAbstractSocket::ConnectedState && peer.readRequest()) {
        {
            const std::lock_guard lock(m_mutex);
            m_seen.append(peer.request());
        }
        m_script(peer);
    }
}
