// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"
#include "core/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace server {

// How much, and for how long, a client may ask of the HTTP layer.
struct HttpLimits {
    quint32 headerBytes = 16 * 1024; // above: 431
    quint64 bodyBytes = 1'048'576; // above: 413
    std::size_t targetBytes = 8'192; // above: 414
    std::chrono::milliseconds idle{60'000}; // between two requests; then closed
    std::chrono::milliseconds header{10'000}; // first to last byte of a header; then 408
    std::chrono::milliseconds body{30'000}; // likewise of a body
    std::chrono::milliseconds write{30'000}; // for the client to take an answer, or a piece of a long one; then closed
    std::chrono::milliseconds stop{1'000}; // for the client to take an answer under way when the server stops
};

// An HTTP/1.1 server (RFC 9110, RFC 9112) on a thread of its own. Whatever is not a proper request addressed to this
// very host it answers itself, in JSON, and closes the connection; slow and idle clients delay nobody.
class HttpServer {
public:
    using Handler = std::function<Response(const Request &)>;
    // Runs on the server's thread before it listens, so that the handler may own what belongs to one thread. The
    // handler is called and destroyed there too.
    using Prepare = std::function<Result<Handler>()>;

    explicit HttpServer(const HttpLimits &limits = {});
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    // Listens on an IP address; port 0 takes a free one. Returns the port.
    Result<quint16> start(const QString &address, quint16 port, const Prepare &prepare);
    // Takes no new requests, lets answers under way finish for a while, and waits for the thread.
    void stop();

private:
    class Loop;

    HttpLimits m_limits;
    std::shared_ptr<Loop> m_loop;
    std::thread m_thread;
};

}
