// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/discovery.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

Answer readDiscovery(Call &call)
{
    const QString issuer = call.issuer();
    QJsonObject document{{u"issuer"_s, issuer}, {u"authorization_endpoint"_s, issuer + u"/authorize"_s},
        {u"token_endpoint"_s, issuer + u"/token"_s}, {u"userinfo_endpoint"_s, issuer + u"/userinfo"_s},
        {u"registration_endpoint"_s, issuer + u"/register"_s}, {u"end_session_endpoint"_s, QString()},
        {u"jwks_uri"_s, QString::fromLatin1(call.request.url()) + u"/.well-known/jwks.json"_s},
        {u"response_types_supported"_s,
            QJsonArray{u"code"_s, u"token"_s, u"id_token"_s, u"code token"_s, u"code id_token"_s}},
        {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
        {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
        {u"scopes_supported"_s, QJsonArray{u"openid"_s, u"profile"_s, u"email"_s}},
        {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s}},
        {u"claims_supported"_s, QJsonArray{u"sub"_s, u"iss"_s, u"aud"_s, u"exp"_s, u"iat"_s, u"name"_s, u"email"_s}}};
    if (call.state.isLater) {
        document[u"introspection_endpoint"_s] = issuer + u"/introspect"_s;
        document[u"revocation_endpoint"_s] = issuer + u"/revoke"_s;
        document[u"end_session_endpoint"_s] = issuer + u"/logout"_s;
        document[u"jwks_uri"_s] = issuer + u"/.well-known/jwks.json"_s;
        document[u"response_types_supported"_s] = QJsonArray{u"code"_s};
        document[u"grant_types_supported"_s]
            = QJsonArray{u"authorization_code"_s, u"refresh_token"_s, u"password"_s, u"client_credentials"_s};
        document[u"code_challenge_methods_supported"_s] = QJsonArray{u"S256"_s};
        document[u"prompt_values_supported"_s] = QJsonArray{u"login"_s, u"none"_s};
    }
    return jsonResponse(200, document);
}

Answer readKeys(Call &call)
{
    return jsonResponse(200, QJsonObject{{u"keys"_s, QJsonArray{call.state.key.jwk()}}});
}

}
