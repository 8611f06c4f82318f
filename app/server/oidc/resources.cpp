// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/resources.h"

#include "app/server/oidc/tokens.h"
#include "app/server/oidc/users.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

Answer readMetadataDocument(Call &call)
{
    const QString issuer = call.issuer();
    const QJsonArray secrets{u"client_secret_basic"_s, u"client_secret_post"_s};
    const QJsonArray all{u"client_secret_basic"_s, u"client_secret_post"_s, u"none"_s};
    return jsonResponse(200,
        QJsonObject{{u"issuer"_s, issuer}, {u"authorization_endpoint"_s, issuer + u"/authorize"_s},
            {u"token_endpoint"_s, issuer + u"/token"_s}, {u"userinfo_endpoint"_s, issuer + u"/userinfo"_s},
            {u"jwks_uri"_s, issuer + u"/jwks"_s}, {u"registration_endpoint"_s, issuer + u"/register"_s},
            {u"introspection_endpoint"_s, issuer + u"/introspect"_s}, {u"revocation_endpoint"_s, issuer + u"/revoke"_s},
            {u"end_session_endpoint"_s, issuer + u"/logout"_s},
            {u"scopes_supported"_s, QJsonArray{u"openid"_s, u"profile"_s, u"email"_s}},
            {u"response_types_supported"_s, QJsonArray{u"code"_s}},
            {u"response_modes_supported"_s, QJsonArray{u"query"_s}},
            {u"grant_types_supported"_s,
                QJsonArray{u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s, u"password"_s}},
            {u"prompt_values_supported"_s, QJsonArray{u"none"_s, u"login"_s, u"consent"_s, u"select_account"_s}},
            {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
            {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
            {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
            {u"token_endpoint_auth_methods_supported"_s, all},
            {u"introspection_endpoint_auth_methods_supported"_s, secrets},
            {u"revocation_endpoint_auth_methods_supported"_s, all},
            {u"claims_supported"_s,
                QJsonArray{u"sub"_s, u"iss"_s, u"aud"_s, u"exp"_s, u"iat"_s, u"auth_time"_s, u"nonce"_s, u"at_hash"_s,
                    u"sid"_s, u"name"_s, u"given_name"_s, u"family_name"_s, u"preferred_username"_s, u"email"_s,
                    u"email_verified"_s}},
            {u"claims_parameter_supported"_s, false}, {u"request_parameter_supported"_s, false},
            {u"request_uri_parameter_supported"_s, false},
            {u"authorization_response_iss_parameter_supported"_s, true}});
}

Answer readKeys(Call &call)
{
    return jsonResponse(200, QJsonObject{{u"keys"_s, QJsonArray{call.key.jwk()}}});
}

// Of the header or of a posted form, never both (RFC 6750 §2).
static tl::expected<QString, Refusal> readBearer(const Call &call)
{
    const QString bearer = bearerOf(call.request);
    if (call.request.method != "POST" || call.request.body.isEmpty())
        return bearer;
    const auto form = readParameters(call.request);
    if (!form)
        return tl::unexpected(form.error());
    if (!bearer.isEmpty() && form->has(u"access_token"))
        return badRequest(u"The token is given in two ways."_s);
    return bearer.isEmpty() ? form->value(u"access_token") : bearer;
}

Answer readUserInfo(Call &call)
{
    const auto bearer = readBearer(call);
    if (!bearer)
        return tl::unexpected(bearer.error());
    const auto token = findToken(call, *bearer);
    if (!token || token->kind != "access"_L1)
        return invalidToken(bearer->isEmpty());
    const auto user = findUser(call.database, token->userId);
    const QStringList scopes = wordsOf(token->scope);
    if (!user || !scopes.contains(u"openid"_s))
        return refuse(403, "insufficient_scope", u"The token was not granted the scope openid by a user."_s,
            {{"WWW-Authenticate", R"(Bearer realm="oidc", error="insufficient_scope", scope="openid")"}});
    QJsonObject claims{{u"sub"_s, user->id}};
    if (scopes.contains(u"profile"_s)) {
        claims[u"name"_s] = user->givenName + u' ' + user->familyName;
        claims[u"given_name"_s] = user->givenName;
        claims[u"family_name"_s] = user->familyName;
        claims[u"preferred_username"_s] = user->name;
    }
    if (scopes.contains(u"email"_s)) {
        claims[u"email"_s] = user->email;
        claims[u"email_verified"_s] = true;
    }
    return jsonResponse(200, claims);
}

}
