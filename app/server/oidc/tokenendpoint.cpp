// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/tokenendpoint.h"

#include "app/server/oidc/authorization.h"
#include "app/server/oidc/tokens.h"
#include "app/server/oidc/users.h"
#include "app/server/random.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static Answer byCode(Call &call, const Client &client, const Form &form)
{
    const QString value = form.value(u"code");
    if (value.isEmpty())
        return badRequest(u"code is required."_s);
    const auto code = findCode(call, value);
    if (!code || code->clientId != client.id)
        return invalidGrant(u"The code is unknown, expired, or another client's."_s);
    if (code->isUsed) {
        revokeFamily(call.database, code->grant.family);
        return invalidGrant(u"The code was used before; the tokens it led to have ended."_s);
    }
    useCode(call, value);
    if (form.value(u"redirect_uri") != code->redirectUri)
        return invalidGrant(u"redirect_uri is not the one the code was asked with."_s);
    const QString verifier = form.value(u"code_verifier");
    if (code->challenge.isEmpty() != verifier.isEmpty()
        || (!verifier.isEmpty() && !isChallengeMet(code->challenge, verifier)))
        return invalidGrant(u"code_verifier does not fit the code_challenge."_s);
    return issueTokens(call, client, code->grant);
}

static Answer byPassword(Call &call, const Client &client, const Form &form)
{
    if (form.value(u"username").isEmpty() || form.value(u"password").isEmpty())
        return badRequest(u"username and password are required."_s);
    const auto user = findUser(call.database, form.value(u"username"), form.value(u"password"));
    if (!user)
        return invalidGrant(u"The user name or password is wrong."_s);
    return issueTokens(call, client,
        {.family = newUuid(),
            .userId = user->id,
            .scope = grantedScope(client, form.value(u"scope")),
            .authTime = call.now});
}

static Answer byRefreshToken(Call &call, const Client &client, const Form &form)
{
    const QString value = form.value(u"refresh_token");
    if (value.isEmpty())
        return badRequest(u"refresh_token is required."_s);
    const auto token = findToken(call, value);
    if (!token || token->kind != "refresh"_L1 || token->clientId != client.id)
        return invalidGrant(u"The refresh token is unknown, expired, revoked, or another client's."_s);
    if (token->isUsed) {
        revokeFamily(call.database, token->family);
        return invalidGrant(u"The refresh token was used before; all tokens of its family have ended."_s);
    }
    const QStringList wanted = wordsOf(form.value(u"scope"));
    const QStringList held = wordsOf(token->scope);
    if (!std::all_of(wanted.begin(), wanted.end(), [&](const QString &scope) { return held.contains(scope); }))
        return refuse(400, "invalid_scope", u"The scope goes beyond what was granted."_s);
    useToken(call, value);
    return issueTokens(call, client,
        {.family = token->family,
            .userId = token->userId,
            .sessionId = token->sessionId,
            .scope = wanted.isEmpty() ? token->scope : wanted.join(u' '),
            .refreshScope = token->scope,
            .authTime = token->authTime});
}

static Answer byClientCredentials(Call &call, const Client &client, const Form &form)
{
    static const QRegularExpression syntax(uR"(^[\x21\x23-\x5b\x5d-\x7e ]*$)"_s); // RFC 6749 §3.3
    const QStringList registered = wordsOf(client.metadata["scope"_L1].toString());
    const QStringList wanted = form.has(u"scope") ? wordsOf(form.value(u"scope")) : registered;
    const bool isWithin = registered.isEmpty()
        || std::all_of(wanted.begin(), wanted.end(), [&](const QString &scope) { return registered.contains(scope); });
    if (!isWithin || !syntax.match(form.value(u"scope")).hasMatch())
        return refuse(400, "invalid_scope", u"The scope is malformed, or not the client's."_s);
    return issueTokens(call, client, {.family = newUuid(), .scope = wanted.join(u' ')});
}

Answer issueToken(Call &call)
{
    const auto form = readParameters(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto client = authenticate(call, *form);
    if (!client)
        return tl::unexpected(client.error());
    const QString grant = form->value(u"grant_type");
    if (grant.isEmpty())
        return badRequest(u"grant_type is required."_s);
    static const QStringList known{u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s, u"password"_s};
    if (!known.contains(grant))
        return refuse(400, "unsupported_grant_type", u"The grant types are: %1."_s.arg(known.join(u", "_s)));
    if (!client->allows(grant))
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
