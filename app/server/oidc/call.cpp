// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/call.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

tl::unexpected<Refusal> badRequest(const QString &description)
{
    return refuse(400, "invalid_request", description);
}

tl::unexpected<Refusal> invalidGrant(const QString &description)
{
    return refuse(400, "invalid_grant", description);
}

tl::unexpected<Refusal> invalidToken(bool isMissing)
{
    const QByteArray challenge = R"(Bearer realm="oidc")";
    return refuse(401, "invalid_token", u"A bearer token is required that is known, not expired and not revoked."_s,
        {{"WWW-Authenticate", isMissing ? challenge : challenge + R"(, error="invalid_token")"}});
}

bool hasRepeated(const Form &form)
{
    QStringList names = form.names();
    return names.removeDuplicates() > 0;
}

tl::expected<Form, Refusal> readParameters(const Request &request)
{
    auto form = readForm(request);
    if (form && hasRepeated(*form))
        return badRequest(u"A parameter is given twice."_s);
    return form;
}

QStringList wordsOf(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

}
