// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/authorization.h"

#include "app/server/random.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

QByteArray Authorization::target(const Call &call, std::vector<std::pair<QByteArray, QString>> parameters) const
{
    parameters.emplace_back("state", state);
    parameters.emplace_back("iss", call.issuer()); // RFC 9207
    return withParameters(redirectUri, parameters);
}

tl::expected<Authorization, Refusal> readAuthorization(Call &call, const Form &form)
{
    const auto client = findClient(call.database, form.value(u"client_id"));
    if (form.values(u"client_id").size() != 1 || !client)
        return badRequest(u"The application that sent you here is not registered."_s);
    Authorization authorization{.client = *client,
        .redirectUri = form.value(u"redirect_uri"),
        .hasRedirectUri = form.has(u"redirect_uri"),
        .state = form.value(u"state")};
    const QJsonArray registered = client->metadata["redirect_uris"_L1].toArray();
    if (!authorization.hasRedirectUri && registered.size() == 1)
        authorization.redirectUri = registered.first().toString();
    if (form.values(u"redirect_uri").size() > 1 || !client->hasRedirectUri(authorization.redirectUri))
        return badRequest(u"The application wants you sent to an address it has not registered."_s);
    return authorization;
}

static std::optional<Refusal> problemIn(const Authorization &authorization, const Form &form)
{
    static const QRegularExpression challenge(u"^[A-Za-z0-9._~-]{43,128}$"_s);
    const auto no
        = [](const QByteArray &code, const QString &description) { return refuse(400, code, description).value(); };
    if (hasRepeated(form))
        return no("invalid_request", u"A parameter is given twice."_s);
    if (form.value(u"response_type").isEmpty())
        return no("invalid_request", u"response_type is required."_s);
    if (form.value(u"response_type") != "code"_L1)
        return no("unsupported_response_type", u"The response type is code."_s);
    if (!authorization.client.allows(u"authorization_code"_s))
        return no("unauthorized_client", u"The client may not use authorization codes."_s);
    if (form.has(u"request"))
        return no("request_not_supported", u"Request objects are not supported."_s);
    if (form.has(u"request_uri"))
        return no("request_uri_not_supported", u"Request objects are not supported."_s);
    if (form.has(u"response_mode") && form.value(u"response_mode") != "query"_L1)
        return no("invalid_request", u"The response mode is query."_s);
    if (authorization.client.isPublic() && authorization.challenge.isEmpty())
        return no("invalid_request", u"A public client needs a code_challenge."_s);
    if (form.has(u"code_challenge_method") != form.has(u"code_challenge")
        || (form.has(u"code_challenge")
            && (form.value(u"code_challenge_method") != "S256"_L1
                || !challenge.match(authorization.challenge).hasMatch())))
        return no("invalid_request", u"A code_challenge must be made by the code_challenge_method S256."_s);
    if (authorization.prompts.contains(u"none"_s) && authorization.prompts.size() > 1)
        return no("invalid_request", u"The prompt none stands alone."_s);
    if (form.has(u"max_age") && authorization.maxAge.value_or(-1) < 0)
        return no("invalid_request", u"max_age is a number of seconds."_s);
    return std::nullopt;
}

std::optional<Refusal> readRest(Authorization &authorization, const Form &form)
{
    authorization.scope = grantedScope(authorization.client, form.value(u"scope"));
    authorization.nonce = form.value(u"nonce");
    authorization.challenge = form.value(u"code_challenge");
    authorization.prompts = wordsOf(form.value(u"prompt"));
    authorization.idTokenHint = form.value(u"id_token_hint");
    bool isNumber = false;
    if (const qint64 seconds = form.value(u"max_age").toLongLong(&isNumber); isNumber)
        authorization.maxAge = seconds;
    return problemIn(authorization, form);
}

QString grantedScope(const Client &client, const QString &asked)
{
    QStringList known{u"openid"_s, u"profile"_s, u"email"_s};
    if (const QStringList registered = wordsOf(client.metadata["scope"_L1].toString()); !registered.isEmpty())
        known = registered;
    QStringList scopes = wordsOf(asked);
    scopes.removeIf([&](const QString &scope) { return !known.contains(scope); });
    return scopes.join(u' ');
}

static Code readCode(const QSqlQuery &query)
{
    return {.clientId = query.value(0).toString(),
        .redirectUri = query.value(1).toString(),
        .challenge = query.value(2).toString(),
        .grant = {.family = query.value(3).toString(),
            .userId = query.value(4).toString(),
            .sessionId = query.value(5).toString(),
            .scope = query.value(6).toString(),
            .nonce = query.value(7).toString(),
            .authTime = query.value(8).toLongLong()},
        .isUsed = query.value(9).toBool()};
}

QString storeCode(Call &call, const Authorization &authorization, const Grant &grant)
{
    QString value = newSecret(32);
    call.database.change(
        uR"(INSERT INTO oidc_codes (hash, client_id, redirect_uri, challenge, family, user_id, session_id,
            scope, nonce, auth_time, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {digest(value), authorization.client.id, authorization.hasRedirectUri ? authorization.redirectUri : QString(),
            authorization.challenge, grant.family, grant.userId, grant.sessionId, grant.scope, grant.nonce,
            grant.authTime, call.now + codeSeconds});
    return value;
}

std::optional<Code> findCode(Call &call, const QString &value)
{
    return call.database.one(uR"(SELECT client_id, redirect_uri, challenge, family, user_id, session_id, scope, nonce,
            auth_time, used FROM oidc_codes WHERE hash = ? AND expires_at > ?)"_s,
        {digest(value), call.now}, readCode);
}

void useCode(Call &call, const QString &value)
{
    call.database.change(u"UPDATE oidc_codes SET used = 1 WHERE hash = ?"_s, {digest(value)});
}

}
