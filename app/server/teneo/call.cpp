// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/call.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

tl::unexpected<Refusal> badRequest(const QString &description)
{
    return refuse(400, "invalid_request", description);
}

tl::unexpected<Refusal> notFound(const QString &description)
{
    return refuse(404, "not_found", description);
}

tl::unexpected<Refusal> conflict(const QString &description)
{
    return refuse(409, "conflict", description);
}

tl::unexpected<Refusal> unauthorized()
{
    return refuse(401, "invalid_token", u"The bearer token is missing, unknown, expired or revoked."_s,
        {{"WWW-Authenticate", R"(Bearer realm="teneo", error="invalid_token")"}});
}

tl::unexpected<Refusal> forbidden(const QString &description)
{
    return refuse(403, "insufficient_scope", description,
        {{"WWW-Authenticate", R"(Bearer realm="teneo", error="insufficient_scope")"}});
}

}
