// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/httpserver.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>

namespace server {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;

// The request whose header was read, without its body; or why it is refused: a target that is none (400) or too long
// (414), a header repeated that may not be (400), a body framed in two ways (400), an unknown expectation (417), or a
// Host that is not the address the connection arrived at (400, 421), which keeps web pages of other origins out.
tl::expected<Request, Refusal> readRequest(
    const WireRequest &wire, const boost::asio::ip::tcp::endpoint &local, const HttpLimits &limits);

// How the client learns where the body ends (RFC 9112 §6.3).
enum class Framing { Length, Chunks, Close };

// Status line and header fields of an answer, up to and including the empty line.
std::string writeHead(const Response &response, Framing framing, bool keepAlive);
// What goes before a chunk of so many bytes (RFC 9112 §7.1); after it goes an empty line.
std::string writeChunkSize(std::size_t size);

// Whether an answer of this status has a body at all (RFC 9110 §6.4.1).
bool mayHaveBody(int status);

}
