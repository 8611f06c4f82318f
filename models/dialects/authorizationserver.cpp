// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/authorizationserver.h"

#include "net/errorbody.h"

using namespace Qt::Literals::StringLiterals;

namespace oauth {

namespace {

const QString codeGrant = u"authorization_code"_s;
const QString clientGrant = u"client_credentials"_s;
const QString passwordGrant = u"password"_s;
const QString refreshGrant = u"refresh_token"_s;

// How one grant type is called here.
struct GrantType {
    QString type;
    QString method; // id of the way to sign in; empty: none
    const char *label;
};
const QList<GrantType> &grantTypes()
{
    static const QList<GrantType> types{
        {codeGrant, u"browser"_s, QT_TRANSLATE_NOOP("Dialects", "Authorization code, in the browser")},
        {clientGrant, u"clientCredentials"_s, QT_TRANSLATE_NOOP("Dialects", "Client credentials")},
        {passwordGrant, u"password"_s, QT_TRANSLATE_NOOP("Dialects", "User name and password")},
        {refreshGrant, {}, QT_TRANSLATE_NOOP("Dialects", "Refresh token")},
    };
    return types;
}

GrantType grantTypeOf(const QString &type)
{
    for (const auto &one : grantTypes())
        if (one.type == type)
            return one;
    return {.type = type, .method = {}, .label = ""};
}

QList<SignInField> fieldsOf(const AuthorizationServer &server, const QString &type)
{
    QList<SignInField> fields;
    if (type == passwordGrant)
        fields << SignInField{.key = u"userName"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name")}
               << SignInField{.key = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Password"), .secret = true};
    if (type == refreshGrant)
        fields << SignInField{
            .key = u"refreshToken"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Refresh token"), .secret = true};
    const bool isUser = type == passwordGrant || type == refreshGrant;
    fields << SignInField{.key = u"clientId"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Client ID"),
        .optional = isUser && !server.asksForClient};
    fields << SignInField{.key = u"clientSecret"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Client secret"),
        .secret = true,
        .hint = QT_TRANSLATE_NOOP("Dialects", "Leave empty for a public client."),
        .optional = type != clientGrant};
    if (type == clientGrant)
        fields.last().hint = "";
    if (type == codeGrant)
        fields << SignInField{.key = u"redirectUri"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "Redirect URI"),
            .hint = QT_TRANSLATE_NOOP("Dialects",
                "Only for servers that insist on the port too: the one registered for the client, such as "
                "http://127.0.0.1:8155/callback."),
            .optional = true};
    if (server.takesScopes)
        fields << SignInField{.key = u"scope"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "Scopes"),
            .hint = QT_TRANSLATE_NOOP("Dialects", "Separated by spaces; leave empty for what is usual."),
            .optional = true};
    return fields;
}

ClientCredentials clientIn(const AuthorizationServer &server, const SignInValues &values)
{
    return {.id = values.plain[u"clientId"_s], .secret = values.secrets[u"clientSecret"_s], .method = server.method};
}

// What a person typed for another way to sign in is none of this one's business.
QString scopeIn(const AuthorizationServer &server, const QString &type, const SignInValues &values)
{
    QString asked = server.takesScopes ? values.plain[u"scope"_s].simplified() : QString();
    if (!asked.isEmpty())
        return asked;
    return type == codeGrant ? server.scope : type == passwordGrant ? server.passwordScope : QString();
}

// RFC 6749 §4.3.2, §4.4.2, §6.
Request grantRequest(const AuthorizationServer &server, const QString &type, const SignInValues &values, Effect effect)
{
    FormFields fields{{u"grant_type"_s, type}, {u"scope"_s, scopeIn(server, type, values)}};
    if (type == passwordGrant)
        fields << std::pair(u"username"_s, values.plain[u"userName"_s])
               << std::pair(u"password"_s, values.secrets[u"password"_s].reveal());
    if (type == refreshGrant)
        fields << std::pair(u"refresh_token"_s, values.secrets[u"refreshToken"_s].reveal());
    return clientRequest(server.tokenEndpoint, clientIn(server, values), fields, effect);
}

CodeSignIn inBrowser(const AuthorizationServer &server, const SignInValues &values)
{
    CodeSignIn made = codeSignIn({
        .authorizationEndpoint = server.authorizationEndpoint,
        .tokenEndpoint = server.tokenEndpoint,
        .client = clientIn(server, values),
        .scope = scopeIn(server, codeGrant, values),
        .issuer = server.issuer,
        .isIssuerRequired = server.isIssuerRequired,
    });
    const QUrl redirect(values.plain[u"redirectUri"_s].trimmed());
    made.redirectPort = static_cast<quint16>(redirect.port(0));
    made.redirectPath = redirect.path(QUrl::FullyEncoded);
    return made;
}

// RFC 7009 §2.1 and RFC 7662 §2.1.
Request aboutToken(
    const AuthorizationServer &server, const Place &to, const Secret &token, const QString &hint, Effect effect)
{
    FormFields fields{{u"token"_s, token.reveal()}};
    if (!hint.isEmpty())
        fields << std::pair(u"token_type_hint"_s, hint);
    Request request = moved(formRequest({}, fields, effect), to);
    request.asClient = server.asksForClient;
    return request;
}

Result<Token> readUserInfo(const Response &response)
{
    return response.object().map([](const QJsonObject &claims) {
        QString name;
        for (const auto key : {"preferred_username"_L1, "username"_L1, "name"_L1, "email"_L1, "sub"_L1})
            if (name.isEmpty())
                name = claims[key].toString();
        return Token{
            .userId = claims[u"sub"].toString(), .userName = name, .scopes = scopesIn(claims[u"scope"]), .raw = claims};
    });
}

}

static ClientAuthentication authenticationIn(const QJsonObject &metadata)
{
    const QStringList methods = scopesIn(metadata[u"token_endpoint_auth_methods_supported"]);
    const bool isBodyOnly = methods.contains(u"client_secret_post"_s) && !methods.contains(u"client_secret_basic"_s);
    return isBodyOnly ? ClientAuthentication::Body : ClientAuthentication::Basic; // RFC 8414 §2
}

AuthorizationServer serverIn(const QJsonObject &metadata)
{
    return {
        .issuer = metadata[u"issuer"].toString(),
        .authorizationEndpoint = endpointIn(metadata, u"authorization_endpoint"_s).url,
        .tokenEndpoint = endpointIn(metadata, u"token_endpoint"_s),
        .introspectionEndpoint = endpointIn(metadata, u"introspection_endpoint"_s),
        .revocationEndpoint = endpointIn(metadata, u"revocation_endpoint"_s),
        .userinfoEndpoint = endpointIn(metadata, u"userinfo_endpoint"_s),
        .keySet = endpointIn(metadata, u"jwks_uri"_s),
        .method = authenticationIn(metadata),
        .isIssuerRequired = metadata[u"authorization_response_iss_parameter_supported"].toBool(),
    };
}

QStringList grantTypesIn(const QJsonObject &metadata, const QStringList &otherwise)
{
    const QStringList told = scopesIn(metadata[u"grant_types_supported"]);
    return told.isEmpty() ? otherwise : told;
}

SignIn signIn(const AuthorizationServer &server, const ClientCredentials &client)
{
    SignIn made{
        .read = readCredential,
        .renew =
            [server, client](const Credential &old) {
                return clientRequest(server.tokenEndpoint, client,
                    {{u"grant_type"_s, refreshGrant}, {u"refresh_token"_s, old.refresh.reveal()}}, Effect::SignIn);
            },
        .authorize = authorizeBearer,
        .readError = errorFrom,
    };
    if (!client.id.isEmpty())
        made.authenticateClient = [client](Request &request) { authenticate(request, client); };
    if (server.revocationEndpoint)
        made.signOut = [server](const Credential &own) {
            // With a refresh token ends what it gave, where the server can do that (RFC 7009 §2.1).
            const bool canRenew = !own.refresh.isEmpty();
            return aboutToken(server, server.revocationEndpoint, canRenew ? own.refresh : own.access,
                canRenew ? refreshGrant : u"access_token"_s, Effect::SignIn);
        };
    return made;
}

SignInMethod signInMethod(const AuthorizationServer &server, const QString &grantType)
{
    const GrantType type = grantTypeOf(grantType);
    return {
        .id = type.method,
        .label = type.label,
        .fields = fieldsOf(server, grantType),
        .make =
            [server, grantType](const SignInValues &values) {
                SignIn made = signIn(server, clientIn(server, values));
                if (grantType == codeGrant)
                    made.code = inBrowser(server, values);
                else
                    made.request = [=] { return grantRequest(server, grantType, values, Effect::SignIn); };
                const QStringList asked = scopesIn(scopeIn(server, grantType, values));
                // Whatever a client has by default, no person let it have openid.
                if (!asked.isEmpty() || grantType == clientGrant)
                    made.asked = asked;
                return made;
            },
    };
}

SignInMethod pastedToken(const AuthorizationServer &server, const char *hint)
{
    SignInMethod method{
        .id = u"token"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Access token"),
        .fields
        = {{.key = u"token"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Access token"), .secret = true, .hint = hint}},
        .make =
            [server](const SignInValues &values) {
                SignIn made = signIn(server, clientIn(server, values));
                made.fixed = Credential{.access = values.secrets[u"token"_s]};
                made.renew = {};
                made.signOut = {};
                return made;
            },
    };
    if (server.asksForClient)
        for (SignInField field : fieldsOf(server, codeGrant).first(2)) {
            field.hint = QT_TRANSLATE_NOOP("Dialects", "Only needed to introspect and revoke tokens.");
            field.optional = true;
            method.fields << field;
        }
    return method;
}

Grants grants(const AuthorizationServer &server, const QStringList &types)
{
    Grants made{.list = {}, .read = readIssuedToken};
    for (const auto &type : grantTypes()) {
        if (!types.contains(type.type))
            continue;
        Grant grant{.id = type.type, .label = type.label, .fields = fieldsOf(server, type.type)};
        if (type.type == codeGrant)
            grant.code = [server](const SignInValues &values) { return inBrowser(server, values); };
        else
            grant.request = [server, id = type.type](
                                const SignInValues &values) { return grantRequest(server, id, values, Effect::Write); };
        made.list << grant;
    }
    return made;
}

TokenOperations tokenOperations(const AuthorizationServer &server)
{
    TokenOperations made{.issuer = server.issuer};
    if (server.userinfoEndpoint) {
        made.info = [server] {
            Request request = moved(getRequest({}), server.userinfoEndpoint);
            request.scope = server.infoScope;
            return request;
        };
        made.readInfo = readUserInfo;
    }
    if (server.introspectionEndpoint) {
        made.introspect = [server](const Secret &token, const QString &hint) {
            return aboutToken(server, server.introspectionEndpoint, token, hint, Effect::Read);
        };
        made.readIntrospection = readIntrospection;
    }
    if (server.revocationEndpoint)
        made.revoke = [server](const Secret &token, const QString &hint) {
            return aboutToken(server, server.revocationEndpoint, token, hint, Effect::Write);
        };
    if (server.keySet)
        made.keys = [server] { return moved(getRequest({}), server.keySet); };
    return made;
}

}
