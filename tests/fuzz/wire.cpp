// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/basic.h"
#include "app/server/faults.h"
#include "app/server/httpmessage.h"
#include "app/server/oauth.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <boost/beast/http/parser.hpp>

using namespace Qt::Literals::StringLiterals;
namespace http = boost::beast::http;

namespace {

using WireAnswer = tl::expected<server::Request, server::Refusal>;

// Nothing: it is not complete, or no HTTP.
std::optional<WireAnswer> readWire(const QByteArrayList &pieces)
{
    static const boost::asio::ip::tcp::endpoint local(boost::asio::ip::address_v4::loopback(), 4711);
    const server::HttpLimits limits{.targetBytes = 512};
    http::request_parser<http::string_body> parser;
    parser.header_limit(limits.headerBytes);
    parser.body_limit(limits.bodyBytes);
    parser.eager(true);
    QByteArray waiting;
    boost::system::error_code code;
    for (const QByteArray &piece : pieces) {
        waiting += piece;
        const std::size_t taken
            = parser.put(boost::asio::buffer(waiting.constData(), std::size_t(waiting.size())), code);
        waiting.remove(0, qsizetype(taken));
        if (code == http::error::need_more)
            continue;
        if (code)
            return std::nullopt;
        if (parser.is_done())
            break;
    }
    if (!parser.is_done())
        return std::nullopt;
    auto request = server::readRequest(parser.get(), local, limits);
    if (request)
        request->body = QByteArray::fromStdString(parser.get().body());
    return request;
}

void checkWireRequest(const server::Request &request)
{
    fuzz::hold(request.path.startsWith('/') && !request.segments.isEmpty(), "a request has a path");
    const auto form = server::readForm(request);
    const auto json = server::readJson(request);
    fuzz::hold(!json || request.hasContentType("application/json"), "JSON is only what says it is");
    fuzz::hold(!form || request.body.isEmpty() || request.hasContentType("application/x-www-form-urlencoded"),
        "a form is only what says it is");
    if (json)
        (void)server::readFault(*json);
    for (const QString &name : form ? form->names() : QStringList())
        fuzz::hold(form->has(name) && form->values(name).contains(form->value(name)), "a name has its value");
    (void)server::cookieOf(request, "session");
    (void)server::bearerOf(request);
    const auto basic = server::basicOf(request);
    fuzz::hold(!basic || !basic->id.contains(u':'), "a name ends at the colon");
    (void)server::clientBasicOf(request);
    const QString uri = request.query.value(u"redirect_uri");
    if (!server::isRedirectUri(uri))
        return;
    const QByteArray location
        = server::withParameters(uri, {{"code", u"a b&c"_s}, {"state", request.query.value(u"state")}});
    const auto isPlain = [](char letter) { return letter > ' ' && letter < 0x7f; };
    fuzz::hold(std::all_of(location.begin(), location.end(), isPlain), "a Location is one line of ASCII");
}

}

void fuzz::wire(const QByteArray &input)
{
    FuzzInput given(input);
    const auto seed = quint32(given.choice(256));
    const QByteArray bytes = given.rest();
    const auto whole = readWire({bytes});
    const auto pieces = readWire(piecesOf(bytes, seed));
    hold(whole.has_value() == pieces.has_value(), "pieces end as the whole does");
    if (!whole)
        return;
    hold(whole->has_value() == pieces->has_value(), "pieces are refused as the whole is");
    if (!*whole)
        return hold((*whole).error().status >= 400 && (*whole).error().status < 500, "a refusal is the client's fault");
    const server::Request &request = **whole;
    hold(request.body == (*pieces)->body && request.headers == (*pieces)->headers, "pieces say what the whole says");
    checkWireRequest(request);
}
