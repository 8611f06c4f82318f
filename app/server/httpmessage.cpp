// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpmessage.h"

#include <boost/beast/http/status.hpp>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
namespace http = boost::beast::http;

namespace server {

static QByteArray bytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

static QByteArray authorityOf(const boost::asio::ip::tcp::endpoint &local)
{
    const QByteArray address = QByteArray::fromStdString(local.address().to_string());
    return (local.address().is_v6() ? '[' + address + ']' : address) + ':' + QByteArray::number(local.port());
}

// A name an attacker's DNS answers for never passes: only the address itself, or localhost, which no DNS is asked for.
static bool isOurs(QByteArray host, const boost::asio::ip::tcp::endpoint &local)
{
    if (local.port() == 80 && host.lastIndexOf(':') <= host.lastIndexOf(']'))
        host += ":80";
    const QByteArray localhost = "localhost:" + QByteArray::number(local.port());
    return host == authorityOf(local)
        || (local.address().is_loopback() && host.compare(localhost, Qt::CaseInsensitive) == 0);
}

static bool isRepeated(const WireRequest &wire, http::field field)
{
    const auto range = wire.equal_range(field);
    return std::distance(range.first, range.second) > 1;
}

static std::optional<Refusal> framingProblem(const WireRequest &wire)
{
    for (const http::field field :
        {http::field::host, http::field::content_length, http::field::content_type, http::field::authorization}) {
        if (isRepeated(wire, field))
            return Refusal{.status = 400,
                .code = "invalid_request",
                .description = u"A header field that may come once came twice."_s};
    }
    if (wire.has_content_length() && wire.chunked())
        return Refusal{.status = 400,
            .code = "invalid_request",
            .description = u"Content-Length and Transfer-Encoding exclude each other."_s};
    if (wire.count(http::field::expect) > 0 && !boost::beast::iequals(wire[http::field::expect], "100-continue"))
        return Refusal{
            .status = 417, .code = "invalid_request", .description = u"Only 100-continue can be expected."_s};
    return std::nullopt;
}

static std::optional<Refusal> hostProblem(const WireRequest &wire, const boost::asio::ip::tcp::endpoint &local)
{
    if (wire.count(http::field::host) == 0) {
        if (wire.version() == 10)
            return std::nullopt;
        return Refusal{.status = 400, .code = "invalid_request", .description = u"The Host header field is missing."_s};
    }
    if (!isOurs(bytes(wire[http::field::host]), local))
        return Refusal{
            .status = 421, .code = "invalid_request", .description = u"This server does not answer for that host."_s};
    return std::nullopt;
}

tl::expected<Request, Refusal> readRequest(
    const WireRequest &wire, const boost::asio::ip::tcp::endpoint &local, const HttpLimits &limits)
{
    if (wire.target().size() > limits.targetBytes)
        return refuse(414, "invalid_request", u"The request target is too long."_s);
    if (const auto problem = framingProblem(wire))
        return tl::unexpected(*problem);
    if (const auto problem = hostProblem(wire, local))
        return tl::unexpected(*problem);
    Request request;
    request.method = bytes(wire.method_string());
    request.authority = wire.count(http::field::host) > 0 ? bytes(wire[http::field::host]) : authorityOf(local);
    if (!readTarget(bytes(wire.target()), request))
        return refuse(400, "invalid_request", u"The request target is malformed."_s);
    for (const auto &field : wire)
        request.headers.emplace_back(bytes(field.name_string()).toLower(), bytes(field.value()));
    return request;
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string writeChunkSize(std::size_t size)
{
    return QByteArray::number(static_cast<qulonglong>(size), 16).toStdString() + "\r\n";
}

std::string writeHead(const Response &response, Framing framing, bool keepAlive)
{
    const auto code = static_cast<unsigned>(response.status);
    std::string head = "HTTP/1.1 " + std::to_string(code) + ' '
        + http::obsolete_reason(http::int_to_status(code)).to_string() + "\r\n";
    for (const auto &[name, value] : response.headers)
        head.append(name.constData(), static_cast<std::size_t>(name.size()))
            .append(": ")
            .append(value.constData(), static_cast<std::size_t>(value.size()))
            .append("\r\n");
    if (framing == Framing::Chunks)
        head += "Transfer-Encoding: chunked\r\n";
    else if (framing == Framing::Length && mayHaveBody(response.status))
        head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    const bool saysHowLongItKeeps = std::any_of(response.headers.begin(), response.headers.end(),
        [](const auto &header) { return header.first == "Cache-Control"; });
    head += saysHowLongItKeeps ? "" : "Cache-Control: no-store\r\n";
    head += "X-Content-Type-Options: nosniff\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

}
