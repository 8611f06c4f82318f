// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <functional>
#include <vector>

namespace server {

// Finds who answers a request by its method and path. A pattern is a path whose {parts} match any one segment; a route
// without them wins over one with. GET routes answer HEAD too.
class Router {
public:
    using Handler = std::function<Answer(const Request &, const QStringList &arguments)>; // what the {parts} matched

    void add(const QByteArray &method, QStringView pattern, Handler handler);

    // `not_found` 404 for an unknown path, `method_not_allowed` 405 with Allow for a wrong method.
    Answer answer(const Request &request) const;

private:
    struct Route {
        QByteArray method{};
        QStringList pattern{};
        Handler handler{};
    };
    std::vector<Route> m_routes;
};

}
