// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/autentico/site.h"

#include "dialects/autentico/records.h"
#include "net/errorbody.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace autentico {

using oauth::Place;

static QString pathSetting(const Setup &setup, const QString &key, const QString &otherwise)
{
    const QString given = setup.settings.value(key).trimmed();
    return encodedPath((given.isEmpty() ? otherwise : given).split(u'/', Qt::SkipEmptyParts));
}

// What the metadata does not name, or names by an empty address, lies where the first version always has it.
Site siteOf(const Setup &setup)
{
    const QString oauthPath = pathSetting(setup, u"oauthPath"_s, u"/oauth2"_s);
    const Place root{.path = oauthPath};
    const auto endpoint = [&](const QString &key, const QString &step) {
        return oauth::endpointIn(
            setup.metadata, key, oauth::below(oauth::endpointIn(setup.metadata, u"issuer"_s, root), step));
    };
    Site site{
        .isLater = bool(oauth::endpointIn(setup.metadata, u"introspection_endpoint"_s)),
        .oauthPath = oauthPath,
        .userPaths = {pathSetting(setup, u"userCreatePath"_s, u"/users/create"_s), u"/user"_s, u"/admin/api/users"_s},
        .clients = endpoint(u"registration_endpoint"_s, u"register"_s),
        .logout = endpoint(u"end_session_endpoint"_s, u"logout"_s),
        .server = oauth::serverIn(setup.metadata),
    };
    if (site.isLater) {
        site.userPaths = {u"/admin/api/users"_s};
        site.clients = {.path = u"/admin/api/clients"_s};
    }
    auto &server = site.server;
    if (server.issuer.isEmpty())
        server.issuer = oauth::absolute(root, setup.base).toString(QUrl::FullyEncoded);
    server.authorizationEndpoint = oauth::absolute(endpoint(u"authorization_endpoint"_s, u"authorize"_s), setup.base);
    server.tokenEndpoint = endpoint(u"token_endpoint"_s, u"token"_s);
    server.introspectionEndpoint = endpoint(u"introspection_endpoint"_s, u"introspect"_s);
    server.revocationEndpoint = endpoint(u"revocation_endpoint"_s, u"revoke"_s);
    server.userinfoEndpoint = endpoint(u"userinfo_endpoint"_s, u"userinfo"_s);
    server.keySet = oauth::endpointIn(setup.metadata, u"jwks_uri"_s, {.path = u"/.well-known/jwks.json"_s});
    server.asksForClient = false; // version 2 does, or else for an administrator, who we are
    server.takesScopes = site.isLater; // version 1 gives the same scopes to everyone
    server.scope = u"openid profile email"_s;
    return site;
}

// Version 1 is told in JSON what to introspect, others may want a form; and users are made at one of three paths.
static std::optional<Request> alternative(const Site &site, const Request &sent, const Response &answer)
{
    const Place &introspection = site.server.introspectionEndpoint;
    const bool isIntrospection = sent.path == introspection.path && sent.absolute == introspection.url;
    const bool isRefusal = answer.status == 400 || answer.status == 415;
    if (isIntrospection && isRefusal && sent.contentType == "application/json") {
        const Secret token(QJsonDocument::fromJson(sent.body)[u"token"].toString());
        Request form = oauth::tokenOperations(site.server).introspect(token, {});
        form.accepts = sent.accepts;
        return form;
    }
    const auto tried = site.userPaths.indexOf(sent.path);
    // About what it has, the server says 404 in JSON.
    if (answer.status != 404 || answer.json() || tried < 0 || tried + 1 >= site.userPaths.size())
        return {};
    Request other = sent;
    other.path = site.userPaths[tried + 1];
    return other;
}

QList<SignInMethod> signInMethods(const Site &site)
{
    QList<SignInMethod> methods{oauth::signInMethod(site.server, u"password"_s),
        oauth::signInMethod(site.server, u"authorization_code"_s), oauth::pastedToken(site.server, "")};
    for (auto &method : methods) {
        for (auto &field : method.fields)
            if (field.key == "clientId"_L1)
                field.hint = QT_TRANSLATE_NOOP(
                    "Dialects", "Version 2 lets only tokens for the audience autentico-admin administrate.");
        method.make = [site, make = method.make](const SignInValues &values) {
            SignIn signIn = make(values);
            signIn.alternative
                = [site](const Request &sent, const Response &answer) { return alternative(site, sent, answer); };
            if (!signIn.fixed && !site.isLater)
                signIn.signOut = [site](const Credential &) { return moved(emptyRequest("POST", {}), site.logout); };
            return signIn;
        };
    }
    return methods;
}

// Version 1 asks nobody who they are here, so that its 401 can only be about the token; the described one has a number
// for a code.
static Result<Introspected> readIntrospection(const Response &response)
{
    if (response.status == 401) {
        const Error error = errorFrom(response);
        static const QStringList inactive{u"invalid_token"_s, u"invalid_grant"_s, u"401"_s};
        return inactive.contains(error.code) ? Result<Introspected>(Introspected{}) : tl::unexpected(error);
    }
    return readObject(response).map(oauth::introspectedFrom);
}

TokenOperations tokenOperations(const Site &site)
{
    TokenOperations made = oauth::tokenOperations(site.server);
    made.introspect = [site](const Secret &token, const QString &) {
        Request request = jsonRequest("POST", {}, {{u"token"_s, token.reveal()}});
        request.effect = Effect::Read;
        if (!site.isLater)
            request.accepts = {401};
        return moved(request, site.server.introspectionEndpoint);
    };
    made.readIntrospection = readIntrospection;
    if (!site.isLater)
        made.revocationNote = QT_TRANSLATE_NOOP(
            "Dialects", "A refresh token cannot be revoked by itself: it ends with the access token it came with.");
    return made;
}

}
