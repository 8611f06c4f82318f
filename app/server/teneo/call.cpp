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

tl::expected<Form, Refusal> readForm(const Request &request)
{
    if (request.body.isEmpty())
        return Form();
    if (!request.hasContentType("application/x-www-form-urlencoded"))
        return badRequest(u"The body must be application/x-www-form-urlencoded."_s);
    auto form = Form::parse(request.body);
    if (!form)
        return badRequest(u"The form is malformed."_s);
    return *std::move(form);
}

}
