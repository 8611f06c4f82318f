// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpserver.h"

#include "app/server/httpconnection.h"
#include "core/log.h"

#include <QCoreApplication>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <future>

using namespace std::chrono_literals;
namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace server {

// What runs on the server's thread: takes connections in and watches their deadlines.
class HttpServer::Loop {
public:
    explicit Loop(const HttpLimits &limits) { m_shared.limits = limits; }

    Result<quint16> listen(const QString &address, quint16 port);
    void run(Handler handler);
    void requestStop();

private:
    void accept();
    void watch();
    void stop();
    bool closeLongestSilent();

    HttpShared m_shared; // before the context: connections leave it when the context dies
    asio::io_context m_context{1};
    tcp::acceptor m_acceptor{m_context};
    asio::steady_timer m_watch{m_context};
    asio::steady_timer m_pause{m_context};
};

Result<quint16> HttpServer::Loop::listen(const QString &address, quint16 port)
{
    boost::system::error_code code;
    const tcp::endpoint endpoint(asio::ip::make_address(address.toStdString(), code), port);
    if (!code)
        m_acceptor.open(endpoint.protocol(), code);
    if (!code)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), code);
    if (!code)
        m_acceptor.bind(endpoint, code);
    if (!code)
        m_acceptor.listen(asio::socket_base::max_listen_connections, code);
    if (code)
        return failure(Error::Kind::Network,
            QCoreApplication::translate("LocalServer", "The local server cannot listen on %1, port %2.")
                .arg(address)
                .arg(port),
            QString::fromStdString(code.message()));
    return m_acceptor.local_endpoint().port();
}

void HttpServer::Loop::run(Handler handler)
{
    m_shared.handler = std::move(handler);
    accept();
    watch();
    m_context.run();
    m_shared.handler = nullptr;
}

void HttpServer::Loop::accept()
{
    m_acceptor.async_accept([this](boost::system::error_code code, tcp::socket socket) {
        if (m_shared.isStopping)
            return;
        if (!code) {
            socket.set_option(tcp::no_delay(true), code);
            std::make_shared<HttpConnection>(std::move(socket), m_shared)->awaitRequest();
            return accept();
        }
        if (code == boost::system::errc::too_many_files_open && closeLongestSilent())
            return accept();
        qCWarning(logServer) << "A connection was not accepted:" << code.message().c_str();
        m_pause.expires_after(10ms); // never spin on it
        m_pause.async_wait([this](boost::system::error_code stopped) {
            if (!stopped)
                accept();
        });
    });
}

// Makes room when the file descriptors are used up.
bool HttpServer::Loop::closeLongestSilent()
{
    HttpConnection *silent = nullptr;
    for (HttpConnection *connection : m_shared.connections) {
        if (connection->waitingSince() && (!silent || *connection->waitingSince() < *silent->waitingSince()))
            silent = connection;
    }
    if (silent)
        silent->close();
    return silent != nullptr;
}

void HttpServer::Loop::watch()
{
    const auto &limits = m_shared.limits;
    const auto shortest = std::min({limits.idle, limits.header, limits.body, limits.write});
    m_watch.expires_after(m_shared.isStopping ? 10ms : std::clamp(shortest / 4, 10ms, 250ms));
    m_watch.async_wait([this](boost::system::error_code) {
        const auto now = std::chrono::steady_clock::now();
        for (HttpConnection *connection : m_shared.connections)
            connection->checkDeadline(now);
        if (!m_shared.isStopping || !m_shared.connections.empty())
            watch();
    });
}

void HttpServer::Loop::requestStop()
{
    asio::post(m_context, [this] { stop(); });
}

void HttpServer::Loop::stop()
{
    boost::system::error_code ignored;
    m_shared.isStopping = true;
    m_acceptor.close(ignored);
    m_pause.cancel();
    m_watch.cancel();
    for (HttpConnection *connection : m_shared.connections)
        connection->finish();
}

HttpServer::HttpServer(const HttpLimits &limits)
    : m_limits(limits)
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<quint16> HttpServer::start(const QString &address, quint16 port, const Prepare &prepare)
{
    std::promise<Result<quint16>> started;
    auto outcome = started.get_future();
    m_loop = std::make_shared<Loop>(m_limits);
    m_thread = std::thread([loop = m_loop, address, port, prepare, started = std::move(started)]() mutable {
        auto handler = prepare();
        if (!handler)
            return started.set_value(tl::unexpected(handler.error()));
        const auto bound = loop->listen(address, port);
        started.set_value(bound);
        if (bound)
            loop->run(*std::move(handler));
    });
    auto bound = outcome.get();
    if (!bound)
        m_thread.join();
    return bound;
}

void HttpServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_loop->requestStop();
    m_thread.join();
}

}
