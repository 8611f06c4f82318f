// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/authorizationserver.h"
#include "dialects/oidc/registration.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

// Any server that publishes what it is (RFC 8414, OpenID Connect Discovery) and keeps to the standards it names.
namespace oidc {

namespace {

QUrl withoutSlash(const QUrl &url)
{
    QUrl bare = url.adjusted(QUrl::StripTrailingSlash);
    if (bare.path() == "/"_L1)
        bare.setPath({});
    return bare;
}

// RFC 8414 §3.3, OpenID Connect Discovery §4.3: whoever speaks for another issuer is not believed.
Result<QJsonObject> readMetadata(const Response &response, const QUrl &base)
{
    auto metadata = oauth::discovery(true).read(response, base);
    if (!metadata)
        return metadata;
    const QString issuer = (*metadata)[u"issuer"].toString();
    if (issuer.isEmpty())
        return failure(Error::Kind::Protocol,
            QCoreApplication::translate("Dialects", "The server does not say what its issuer identifier is."));
    if (withoutSlash(QUrl(issuer, QUrl::StrictMode)) != withoutSlash(base))
        return failure(Error::Kind::Protocol,
            QCoreApplication::translate("Dialects",
                "The server at this address says that it is %1. If that is the one you mean, enter that address.")
                .arg(issuer.left(200)));
    return metadata;
}

// Required of those who speak OpenID Connect, unknown to the others.
bool isOpenId(const QJsonObject &metadata)
{
    return metadata.isEmpty() || metadata.contains(u"subject_types_supported"_s);
}

// openid where the server knows it, and what keeps people from signing in again every hour; that is for the browser
// alone (OpenID Connect Core §11).
void askForTheUsual(oauth::AuthorizationServer &server, const QJsonObject &metadata)
{
    const QStringList known = oauth::scopesIn(metadata[u"scopes_supported"]);
    QStringList asked;
    if (known.contains(u"openid"_s) || (known.isEmpty() && isOpenId(metadata)))
        asked << u"openid"_s;
    server.passwordScope = asked.join(u' ');
    if (known.contains(u"offline_access"_s))
        asked << u"offline_access"_s;
    server.scope = asked.join(u' ');
    server.infoScope = u"openid"_s;
}

QList<SignInMethod> signInMethods(const oauth::AuthorizationServer &server, const QStringList &grantTypes)
{
    QList<SignInMethod> methods;
    for (const auto &type : {u"authorization_code"_s, u"client_credentials"_s, u"password"_s})
        if (grantTypes.contains(type))
            methods << oauth::signInMethod(server, type);
    methods << oauth::pastedToken(server,
        QT_TRANSLATE_NOOP("Dialects", "Also the initial access token that a server gives for registering clients."));
    return methods;
}

QList<Document> documents(const QJsonObject &metadata, const TokenOperations &tokens)
{
    QList<Document> documents{isOpenId(metadata)
            ? Document{QT_TRANSLATE_NOOP("Dialects", "OpenID Connect Metadata"),
                getRequest(u"/.well-known/openid-configuration"_s)}
            : Document{QT_TRANSLATE_NOOP("Dialects", "Authorization Server Metadata"),
                getRequest(u"/.well-known/oauth-authorization-server"_s)}};
    if (tokens.keys)
        documents << Document{QT_TRANSLATE_NOOP("Dialects", "Key Set"), tokens.keys()};
    return documents;
}

}

Dialect dialect(const Setup &setup)
{
    const QJsonObject &metadata = setup.metadata;
    oauth::AuthorizationServer server = oauth::serverIn(metadata);
    askForTheUsual(server, metadata);
    QStringList grantTypes = oauth::grantTypesIn(
        metadata, {u"authorization_code"_s, u"client_credentials"_s, u"password"_s, u"refresh_token"_s});
    if (metadata.isEmpty())
        server.tokenEndpoint = {.path = u"/token"_s}; // stands for what is not known yet
    else if (!server.tokenEndpoint)
        grantTypes.clear();
    else if (server.authorizationEndpoint.isEmpty())
        grantTypes.removeAll(u"authorization_code"_s);
    const TokenOperations tokens = oauth::tokenOperations(server);

    Dialect made{
        .id = u"oidc"_s,
        .name = u"Standard OAuth 2.0 / OpenID Connect"_s,
        .urlHint = "https://login.example.com/realm",
        .discovery = oauth::discovery(true, setup.base),
        .signInMethods = signInMethods(server, grantTypes),
        .accessTokens = oauth::issuedTokens(
            QT_TRANSLATE_NOOP("Dialects", "The server lists no tokens. These are the ones this console got."),
            tokens.revoke),
        .tokens = tokens,
        .grants = oauth::grants(server, grantTypes),
        .documents = documents(metadata, tokens),
    };
    made.discovery.read = readMetadata;
    if (const auto registration = oauth::endpointIn(metadata, u"registration_endpoint"_s))
        made.clients = clients(registration, oauth::scopesIn(metadata[u"token_endpoint_auth_methods_supported"]));
    return made;
}

}
