// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpconnection.h"

#include "app/server/httpmessage.h"
#include "core/log.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace server {

static constexpr std::size_t firstRead = 4096;
static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
static constexpr std::string_view endOfLine = "\r\n";

HttpConnection::HttpConnection(asio::ip::tcp::socket socket, HttpShared &shared)
    : m_socket(std::move(socket))
    , m_delay(m_socket.get_executor())
    , m_shared(shared)
{
    m_shared.connections.insert(this);
}

HttpConnection::~HttpConnection()
{
    m_shared.connections.erase(this);
}

void HttpConnection::enter(Phase phase, std::chrono::milliseconds limit)
{
    m_phase = phase;
    m_hasTimedOut = false;
    m_since = std::chrono::steady_clock::now();
    m_deadline = m_since + limit;
}

void HttpConnection::awaitRequest()
{
    if (m_buffer.size() > 0)
        return readHeader();
    enter(Phase::Idle, m_shared.limits.idle);
    m_socket.async_read_some(m_buffer.prepare(firstRead), [self = shared_from_this()](Code code, std::size_t size) {
        if (code)
            return self->close();
        self->m_buffer.commit(size);
        self->readHeader();
    });
}

void HttpConnection::readHeader()
{
    enter(Phase::Header, m_shared.limits.header);
    m_parser.emplace();
    m_parser->header_limit(m_shared.limits.headerBytes);
    m_parser->body_limit(m_shared.limits.bodyBytes);
    http::async_read_header(
        m_socket, m_buffer, *m_parser, [self = shared_from_this()](Code code, std::size_t) { self->headerRead(code); });
}

void HttpConnection::headerRead(Code code)
{
    if (code)
        return readFailed(code);
    const auto local = m_socket.local_endpoint(code);
    if (code)
        return close();
    auto request = readRequest(m_parser->get(), local, m_shared.limits);
    if (!request) {
        m_hasUnreadInput = true;
        return refuse(request.error());
    }
    m_request = *std::move(request);
    if (m_parser->is_done())
        answer();
    else if (!m_request.header("expect").isEmpty())
        askForBody();
    else
        readBody();
}

void HttpConnection::askForBody()
{
    enter(Phase::Body, m_shared.limits.body);
    asio::async_write(m_socket, asio::buffer(goOn), [self = shared_from_this()](Code code, std::size_t) {
        if (code)
            return self->close();
        self->readBody();
    });
}

void HttpConnection::readBody()
{
    enter(Phase::Body, m_shared.limits.body);
    http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this()](Code code, std::size_t) {
        if (code)
            return self->readFailed(code);
        self->m_request.body = QByteArray::fromStdString(self->m_parser->get().body());
        self->answer();
    });
}

void HttpConnection::readFailed(Code code)
{
    m_hasUnreadInput = true;
    if (m_hasTimedOut)
        refuse({.status = 408, .code = "invalid_request", .description = u"The request did not arrive in time."_s});
    else if (code == http::error::header_limit)
        refuse({.status = 431, .code = "invalid_request", .description = u"The header is too large."_s});
    else if (code == http::error::body_limit)
        refuse({.status = 413, .code = "invalid_request", .description = u"The body is too large."_s});
    else if (code != http::error::end_of_stream
        && code.category() == make_error_code(http::error::end_of_stream).category())
        refuse({.status = 400, .code = "invalid_request", .description = u"This is not a proper HTTP request."_s});
    else
        close();
}

void HttpConnection::answer()
{
    m_keepAlive = m_parser->keep_alive() && !m_shared.isStopping;
    try {
        m_response = m_shared.handler(m_request);
    } catch (const std::exception &problem) {
        qCCritical(logServer) << "A handler failed:" << problem.what();
        m_response = errorResponse(
            {.status = 500, .code = "server_error", .description = u"The server failed on this request."_s});
    }
    if (m_response.fate == Response::Fate::Dropped)
        return close();
    if (m_response.fate == Response::Fate::Held || m_response.delay > 0ms)
        return wait();
    write();
}

void HttpConnection::refuse(const Refusal &refusal)
{
    m_keepAlive = false;
    m_request = {};
    m_response = errorResponse(refusal);
    write();
}

void HttpConnection::wait()
{
    enter(Phase::Waiting, std::chrono::hours(24));
    if (m_response.fate != Response::Fate::Held) {
        m_delay.expires_after(m_response.delay);
        m_delay.async_wait([self = shared_from_this()](Code code) {
            if (code || self->m_phase != Phase::Waiting)
                return;
            Code ignored;
            self->m_socket.cancel(ignored);
            self->write();
        });
    }
    m_socket.async_wait(asio::ip::tcp::socket::wait_read, [self = shared_from_this()](Code code) {
        if (!code && self->m_phase == Phase::Waiting && self->m_socket.available(code) == 0)
            self->close();
    });
}

void HttpConnection::write()
{
    enter(Phase::Writing, m_shared.limits.write);
    m_isChunked = m_response.rest && m_parser->get().version() >= 11; // HTTP/1.0 knows no chunks
    m_keepAlive = m_keepAlive && (m_isChunked || !m_response.rest);
    m_head = writeHead(m_response,
        m_isChunked           ? Framing::Chunks
            : m_response.rest ? Framing::Close
                              : Framing::Length,
        m_keepAlive);
    if (!mayHaveBody(m_response.status) || m_request.method == "HEAD") {
        m_response.body.clear();
        m_response.rest = nullptr;
        m_isChunked = false;
    }
    writePiece();
}

void HttpConnection::writePiece()
{
    if (m_isChunked)
        m_head += writeChunkSize(static_cast<std::size_t>(m_response.body.size()));
    const std::array buffers{asio::const_buffer(asio::buffer(m_head)),
        asio::const_buffer(m_response.body.constData(), static_cast<std::size_t>(m_response.body.size())),
        asio::const_buffer(endOfLine.data(), m_isChunked ? endOfLine.size() : 0)};
    asio::async_write(
        m_socket, buffers, [self = shared_from_this()](Code code, std::size_t) { self->pieceWritten(code); });
}

void HttpConnection::pieceWritten(Code code)
{
    if (code || !m_response.rest)
        return written(code);
    if (!m_shared.isStopping)
        enter(Phase::Writing, m_shared.limits.write);
    auto piece = nextPiece();
    if (!piece)
        return close();
    m_head.clear();
    m_response.body = *std::move(piece);
    if (m_response.body.isEmpty())
        m_response.rest = nullptr;
    writePiece();
}

std::optional<QByteArray> HttpConnection::nextPiece() const
{
    try {
        return m_response.rest();
    } catch (const std::exception &problem) {
        qCCritical(logServer) << "A handler failed amid its answer:" << problem.what();
        return std::nullopt;
    }
}

void HttpConnection::written(Code code)
{
    m_response = {};
    m_request = {};
    if (!code && m_keepAlive)
        awaitRequest();
    else if (!code && m_hasUnreadInput)
        linger();
    else
        close();
}

// Closing while input is unread makes TCP reset the connection and the client lose our answer (RFC 9112 §9.6).
void HttpConnection::linger()
{
    if (m_phase != Phase::Lingering) {
        enter(Phase::Lingering, 2s);
        Code ignored;
        m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }
    m_buffer.clear();
    m_socket.async_read_some(m_buffer.prepare(firstRead), [self = shared_from_this()](Code code, std::size_t) {
        if (code)
            return self->close();
        self->linger();
    });
}

void HttpConnection::checkDeadline(Time now)
{
    if (now < m_deadline)
        return;
    if (m_phase != Phase::Header && m_phase != Phase::Body)
        return close();
    m_hasTimedOut = true;
    Code ignored;
    m_socket.cancel(ignored);
}

void HttpConnection::finish()
{
    m_keepAlive = false;
    if (m_phase == Phase::Writing)
        m_deadline = std::min(m_deadline, std::chrono::steady_clock::now() + m_shared.limits.stop);
    else
        close();
}

void HttpConnection::close()
{
    Code ignored;
    m_delay.cancel();
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

std::optional<HttpConnection::Time> HttpConnection::waitingSince() const
{
    if (m_socket.is_open() && (m_phase == Phase::Idle || m_phase == Phase::Header || m_phase == Phase::Body))
        return m_since;
    return std::nullopt;
}

}
