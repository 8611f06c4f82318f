// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/httpserver.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>
#include <unordered_set>

namespace server {

class HttpConnection;

// What all connections of one server share.
struct HttpShared {
    HttpLimits limits{};
    HttpServer::Handler handler{};
    std::unordered_set<HttpConnection *> connections{};
    bool isStopping = false;
};

// One client: reads a request, has it answered, writes the answer, and again. It lives as long as an operation of its
// is under way. Deadlines are looked at from outside, so that setting one costs nothing.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    using Time = std::chrono::steady_clock::time_point;

    HttpConnection(boost::asio::ip::tcp::socket socket, HttpShared &shared);
    ~HttpConnection();
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    void awaitRequest();
    void checkDeadline(Time now);
    void finish(); // lets an answer under way out, then closes
    void close();
    // Since when it waits for the client to send something; nothing while we are the one to act.
    std::optional<Time> waitingSince() const;

private:
    enum class Phase { Idle, Header, Body, Waiting, Writing, Lingering };
    using Code = boost::system::error_code;

    void enter(Phase phase, std::chrono::milliseconds limit);
    void readHeader();
    void headerRead(Code code);
    void askForBody();
    void readBody();
    void readFailed(Code code);
    void answer();
    void refuse(const Refusal &refusal);
    void wait();
    void write();
    void writePiece();
    void pieceWritten(Code code);
    std::optional<QByteArray> nextPiece() const;
    void written(Code code);
    void linger();

    boost::asio::ip::tcp::socket m_socket;
    boost::asio::steady_timer m_delay;
    HttpShared &m_shared;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    Request m_request;
    Response m_response;
    std::string m_head;
    Phase m_phase = Phase::Idle;
    Time m_since;
    Time m_deadline;
    bool m_hasTimedOut = false;
    bool m_keepAlive = false;
    bool m_isChunked = false;
    bool m_hasUnreadInput = false;
};

}
