// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/tokenendpoint.h"

#include "app/server/basic.h"
#include "app/server/mediationzone/clientrows.h"
#include "app/server/mediationzone/scopes.h"
#include "app/server/random.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

static constexpr qint64 lifetime = 1800; // seconds

static tl::unexpected<Refusal> badRequest(const QString &description)
{
    return refuse(400, "invalid_request", description);
}

static tl::unexpected<Refusal> invalidClient()
{
    return refuse(401, "invalid_client", u"The client is not registered, or its secret is another."_s,
        {{"WWW-Authenticate", R"(Basic realm="authserver")"}});
}

static tl::expected<Form, Refusal> readParameters(const Request &request)
{
    auto form = readForm(request);
    if (!form)
        return form;
    QStringList names = form->names();
    if (names.removeDuplicates() > 0)
        return badRequest(u"A parameter is given twice."_s);
    if (form->value(u"grant_type").isEmpty())
        return badRequest(u"grant_type is required."_s);
    if (form->value(u"grant_type") != "client_credentials"_L1)
        return refuse(400, "unsupported_grant_type", u"The only grant is client_credentials."_s);
    if (hasBasic(request) && form->has(u"client_secret"))
        return badRequest(u"The client authenticates in two ways."_s);
    return form;
}

static std::optional<Client> findClient(Call &call, const Form &form)
{
    Credentials credentials{.id = form.value(u"client_id"), .secret = form.value(u"client_secret")};
    if (hasBasic(call.request))
        credentials = clientBasicOf(call.request).value_or(Credentials());
    const auto client = loadClientById(call.database, credentials.id);
    return client && client->secret == credentials.secret ? client : std::nullopt;
}

// All that the client may still have when nothing is asked for.
static tl::expected<QString, Refusal> grantedScope(Call &call, const Form &form, const Client &client)
{
    const QStringList allowed = provisioned(call.database, client.scope.split(u' ', Qt::SkipEmptyParts));
    QStringList asked = form.value(u"scope").split(u' ', Qt::SkipEmptyParts);
    if (asked.isEmpty())
        return allowed.join(u' ');
    asked.removeDuplicates();
    if (!std::all_of(asked.begin(), asked.end(), [&](const QString &scope) { return allowed.contains(scope); }))
        return refuse(400, "invalid_scope", u"The client may not have all of these scopes."_s);
    return asked.join(u' ');
}

Answer issueToken(Call &call)
{
    const auto form = readParameters(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto client = findClient(call, *form);
    if (!client)
        return invalidClient();
    const auto scope = grantedScope(call, *form, *client);
    if (!scope)
        return tl::unexpected(scope.error());
    const qint64 now = call.now / 1000;
    const QByteArray jwt = call.key.sign({{u"iss"_s, QString::fromLatin1(call.request.url())}, {u"sub"_s, client->id},
        {u"client_id"_s, client->id}, {u"client_name"_s, client->name}, {u"scope"_s, *scope}, {u"iat"_s, now},
        {u"exp"_s, now + lifetime}, {u"jti"_s, newUuid()}});
    Response response = jsonResponse(200,
        QJsonObject{{u"access_token"_s, QString::fromLatin1(jwt)}, {u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, lifetime}, {u"scope"_s, *scope}});
    response.headers.emplace_back("Pragma", "no-cache");
    return response;
}

}
