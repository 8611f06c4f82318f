// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/router.h"

using namespace Qt::Literals::StringLiterals;

namespace server {

static std::optional<QStringList> match(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u'{')) {
            if (segments[i].isEmpty())
                return std::nullopt;
            arguments.append(segments[i]);
        } else if (pattern[i] != segments[i]) {
            return std::nullopt;
        }
    }
    return arguments;
}

void Router::add(const QByteArray &method, QStringView pattern, Handler handler)
{
    m_routes.push_back(
        {.method = method, .pattern = pattern.mid(1).toString().split(u'/'), .handler = std::move(handler)});
}

Answer Router::answer(const Request &request) const
{
    const QByteArray method = request.method == "HEAD" ? "GET"_qba : request.method;
    const Route *found = nullptr;
    QStringList arguments;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const auto matched = match(route.pattern, request.segments);
        if (!matched)
            continue;
        if (route.method == method && (!found || matched->size() < arguments.size())) {
            found = &route;
            arguments = *matched;
        }
        allowed.append(route.method == "GET" ? "GET, HEAD"_qba : route.method);
    }
    if (found)
        return found->handler(request, arguments);
    if (allowed.isEmpty())
        return refuse(404, "not_found", u"Nothing is served at this path."_s);
    return refuse(
        405, "method_not_allowed", u"This path does not know that method."_s, {{"Allow", allowed.join(", ")}});
}

}
