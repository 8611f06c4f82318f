// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/introspection.h"

#include "app/server/oidc/tokens.h"
#include "app/server/oidc/users.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static QJsonObject describe(Call &call, const Token &token)
{
    QJsonObject answer{{u"active"_s, true}, {u"client_id"_s, token.clientId}, {u"iss"_s, call.issuer()},
        {u"iat"_s, token.issuedAt}, {u"exp"_s, token.expiresAt}, {u"jti"_s, token.id},
        {u"sub"_s, token.userId.isEmpty() ? token.clientId : token.userId}};
    if (!token.scope.isEmpty())
        answer[u"scope"_s] = token.scope;
    if (const auto user = findUser(call.database, token.userId))
        answer[u"username"_s] = user->name;
    if (token.kind == "access"_L1) {
        answer[u"token_type"_s] = u"Bearer"_s;
        answer[u"aud"_s] = call.issuer();
    }
    return answer;
}

// Whose tokens may be seen: those of a client, or all when empty.
static tl::expected<QString, Refusal> identify(Call &call, const Form &form)
{
    if (const QString bearer = bearerOf(call.request); !bearer.isEmpty()) {
        if (!isAdministrators(call, bearer))
            return invalidToken(false);
        return QString();
    }
    const auto client = authenticate(call, form);
    if (!client)
        return tl::unexpected(client.error());
    if (client->isPublic())
        return refuse(401, "invalid_client", u"A public client cannot ask about tokens."_s,
            {{"WWW-Authenticate", R"(Basic realm="oidc")"}});
    return client->isResourceServer ? QString() : client->id;
}

Answer introspect(Call &call)
{
    const auto form = readParameters(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto owner = identify(call, *form);
    if (!owner)
        return tl::unexpected(owner.error());
    if (form->value(u"token").isEmpty())
        return badRequest(u"token is required."_s);
    const auto token = findToken(call, form->value(u"token"));
    if (!token || token->isUsed || (!owner->isEmpty() && token->clientId != *owner))
        return jsonResponse(200, QJsonObject{{u"active"_s, false}});
    return jsonResponse(200, describe(call, *token));
}

Answer revoke(Call &call)
{
    const auto form = readParameters(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto client = authenticate(call, *form);
    if (!client)
        return tl::unexpected(client.error());
    const QString value = form->value(u"token");
    if (value.isEmpty())
        return badRequest(u"token is required."_s);
    if (const auto token = findToken(call, value)) {
        if (token->clientId == client->id)
            revokeToken(call.database, *token);
        return Response{};
    }
    // What we have signed and is no access token is an ID token.
    if (const auto claims = call.key.verify(value.toUtf8()); claims && !claims->contains("client_id"_L1))
        return refuse(400, "unsupported_token_type", u"ID tokens cannot be revoked."_s);
    return Response{};
}

}
