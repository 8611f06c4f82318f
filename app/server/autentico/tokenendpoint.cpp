// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/tokenendpoint.h"

#include "app/server/autentico/bearer.h"
#include "app/server/autentico/clientrows.h"
#include "app/server/autentico/issue.h"
#include "app/server/random.h"

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

namespace {

struct Code {
    QString clientId{};
    QString userId{};
    QString redirectUri{};
    QString scope{};
    QString nonce{};
    QString challenge{};
    qint64 expiresAt = 0;
};

}

static Code readCode(const QSqlQuery &query)
{
    return {.clientId = query.value(0).toString(),
        .userId = query.value(1).toString(),
        .redirectUri = query.value(2).toString(),
        .scope = query.value(3).toString(),
        .nonce = query.value(4).toString(),
        .challenge = query.value(5).toString(),
        .expiresAt = query.value(6).toLongLong()};
}

static QString idOf(const std::optional<Client> &client)
{
    return client ? client->id : QString();
}

static Answer byCode(Call &call, const std::optional<Client> &client, const Form &form)
{
    const QString value = form.value(u"code");
    if (value.isEmpty() || !isRedirectUri(form.value(u"redirect_uri")))
        return badRequest(u"code and a redirect_uri that is a URL are required."_s);
    const auto code = call.database.one(uR"(SELECT client_id, user_id, redirect_uri, scope, nonce, challenge, expires_at
        FROM autentico_codes WHERE hash = ?)"_s,
        {digest(value)}, readCode);
    call.database.change(u"DELETE FROM autentico_codes WHERE hash = ?"_s, {digest(value)});
    const bool isMet = !call.state.isLater || !code || code->challenge.isEmpty()
        || isChallengeMet(code->challenge, form.value(u"code_verifier"));
    if (!code || code->expiresAt <= call.now || code->redirectUri != form.value(u"redirect_uri")
        || code->clientId != idOf(client) || !isMet)
        return refuse(400, "invalid_grant", u"The code is unknown, used, expired, or was made for another request."_s);
    return issue(call,
        {.grantType = u"authorization_code"_s,
            .clientId = idOf(client),
            .userId = code->userId,
            .scope = code->scope,
            .nonce = code->nonce});
}

static Answer byPassword(Call &call, const std::optional<Client> &client, const Form &form)
{
    if (form.value(u"username").isEmpty() || form.value(u"password").isEmpty())
        return badRequest(u"username and password are required."_s);
    const auto user = findUser(call.database, form.value(u"username"), form.value(u"password"));
    if (!user)
        return refuse(401, "invalid_grant", u"The user name or password is wrong."_s);
    return issue(call,
        {.grantType = u"password"_s, .clientId = idOf(client), .userId = user->id, .scope = form.value(u"scope")});
}

static Answer byRefreshToken(Call &call, const std::optional<Client> &client, const Form &form)
{
    const auto token = findByRefreshToken(call.database, form.value(u"refresh_token"));
    const bool isOthers = call.state.isLater && token && token->clientId != idOf(client);
    if (!token || token->refreshExpiresAt <= call.now || token->isRevoked || !token->isSessionActive || isOthers)
        return refuse(401, "invalid_grant", u"The refresh token is missing, unknown, expired or revoked."_s);
    if (call.state.isLater)
        call.database.change(u"UPDATE autentico_tokens SET refresh_hash = NULL WHERE id = ?"_s, {token->id});
    return issue(call,
        {.grantType = u"refresh_token"_s, .clientId = token->clientId, .userId = token->userId, .scope = token->scope});
}

static Answer byClientCredentials(Call &call, const std::optional<Client> &client, const Form &form)
{
    if (!client || client->isPublic())
        return refuse(401, "invalid_client", u"A confidential client is required."_s);
    return issue(call,
        {.grantType = u"client_credentials"_s,
            .clientId = client->id,
            .scope = form.has(u"scope") ? form.value(u"scope") : client->text("scopes"_L1)});
}

Answer issueToken(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const QString grant = form->value(u"grant_type");
    if (grant != "authorization_code"_L1 && grant != "password"_L1 && grant != "refresh_token"_L1
        && !(grant == "client_credentials"_L1 && call.state.isLater))
        return badRequest(u"grant_type: must be a valid value."_s);
    const auto client = authenticate(call, *form);
    if (!client)
        return tl::unexpected(client.error());
    if (*client && !(*client)->has("grant_types"_L1, grant))
        return refuse(400, "unauthorized_client", u"The client may not use this grant type."_s);
    if (grant == "authorization_code"_L1)
        return byCode(call, *client, *form);
    if (grant == "password"_L1)
        return byPassword(call, *client, *form);
    if (grant == "refresh_token"_L1)
        return byRefreshToken(call, *client, *form);
    return byClientCredentials(call, *client, *form);
}

}
