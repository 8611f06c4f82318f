// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/control.h"

#include "app/server/faults.h"
#include "app/server/requestlog.h"
#include "app/server/random.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace server {

Control::Control(const Secret &token, Faults &faults, RequestLog &requests, const Clock &clock, std::chrono::seconds &ahead)
    : m_tokenDigest(digest(token.reveal()))
    , m_faults(faults)
    , m_clock(clock)
    , m_ahead(ahead)
{
    m_router.add("GET", u"/_control/faults", [this](const Request &, const QStringList &) {
        return jsonResponse(200, QJsonDocument(m_faults.json()).toJson(QJsonDocument::Compact));
    });
    m_router.add(
        "POST", u"/_control/faults", [this](const Request &request, const QStringList &) { return addFault(request); });
    m_router.add("DELETE", u"/_control/faults", [this](const Request &, const QStringList &) {
        m_faults.clear();
        return Response{.status = 204};
    });
    m_router.add("GET", u"/_control/requests",
        [&requests](const Request &, const QStringList &) { return jsonResponse(200, requests.json()); });
    m_router.add("DELETE", u"/_control/requests", [&requests](const Request &, const QStringList &) {
        requests.clear();
        return Response{.status = 204};
    });
    m_router.add("GET", u"/_control/clock", [this](const Request &, const QStringList &) { return time(); });
    m_router.add(
        "POST", u"/_control/clock", [this](const Request &request, const QStringList &) { return moveClock(request); });
}

Response Control::answer(const Request &request, const ForPersona &forPersona) const
{
    if (digest(bearerOf(request)) != m_tokenDigest) {
        return errorResponse({.status = 401,
            .code = "invalid_token",
            .description = u"The control API wants the bearer token printed at the start."_s,
            .headers = {{"WWW-Authenticate", R"(Bearer realm="control", error="invalid_token")"}}});
    }
    const bool isPersonas = request.segments.size() > 2;
    const Answer answer = isPersonas ? forPersona(request.segments[1], request) : m_router.answer(request);
    return answer ? *answer : errorResponse(answer.error());
}

Answer Control::addFault(const Request &request) const
{
    const auto object = readJson(request);
    if (!object)
        return tl::unexpected(object.error());
    const auto fault = readFault(*object);
    if (!fault)
        return tl::unexpected(fault.error());
    m_faults.add(*fault);
    return Response{.status = 204};
}

Answer Control::moveClock(const Request &request) const
{
    const auto object = readJson(request);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue seconds = object->value("advanceSeconds"_L1);
    // A century, so that no sum of times overflows.
    constexpr double most = 100.0 * 366 * 24 * 3600;
    if (!seconds.isDouble() || std::abs(seconds.toDouble() + static_cast<double>(m_ahead.count())) > most)
        return refuse(400, "invalid_request",
            u"\"advanceSeconds\" is a number of seconds, at most a century in all, below 0 to set the clock back."_s);
    m_ahead += std::chrono::seconds(seconds.toInteger());
    return time();
}

Response Control::time() const
{
    return jsonResponse(200, QJsonObject{{u"now"_s, m_clock().toString(Qt::ISODateWithMs)}});
}

}
