// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/oauth.h"

// What every server can be asked that keeps to the standards, whichever way its endpoints became known.
namespace oauth {

// Where one server's OAuth endpoints are, and what it wants to hear there.
struct AuthorizationServer {
    QString issuer{}; // empty: unknown
    QUrl authorizationEndpoint{}; // absolute
    Place tokenEndpoint{};
    Place introspectionEndpoint{};
    Place revocationEndpoint{};
    Place userinfoEndpoint{};
    Place keySet{};
    ClientAuthentication method = ClientAuthentication::Basic;
    bool isIssuerRequired = false; // it sends `iss` back to us (RFC 9207 §3)
    bool asksForClient = true; // a token is revoked, introspected or renewed by a client, not by anybody
    bool takesScopes = true; // it gives what is asked for
    QString scope{}; // what is asked for in the browser when a person says nothing, space-delimited
    QString passwordScope{}; // the same with a user name and a password
    QString infoScope{}; // without which userinfo tells nothing (OpenID Connect Core §5.3); empty: it needs none
};
// What metadata tells (RFC 8414 §2, OpenID Connect Discovery §3).
AuthorizationServer serverIn(const QJsonObject &metadata);
// `otherwise` where it does not say: RFC 8414 names a default, but many servers that leave it out mean another.
QStringList grantTypesIn(const QJsonObject &metadata, const QStringList &otherwise);

// What all ways to sign in have in common: a bearer token, renewed by refresh (RFC 6749 §6), revoked in the end (RFC
// 7009). Empty id: as nobody.
SignIn signIn(const AuthorizationServer &server, const ClientCredentials &client);
// `grantType`: "authorization_code", "client_credentials" or "password"; id and fields follow from it.
SignInMethod signInMethod(const AuthorizationServer &server, const QString &grantType);
// A token the person has from elsewhere; signing out leaves it alone. Where a server asks for a client, its credentials
// may come along.
SignInMethod pastedToken(const AuthorizationServer &server, const char *hint);
// The grants of these types, of "authorization_code", "client_credentials", "password" and "refresh_token".
Grants grants(const AuthorizationServer &server, const QStringList &types);

// As far as there are endpoints for them: userinfo, RFC 7662, RFC 7009, RFC 7517.
TokenOperations tokenOperations(const AuthorizationServer &server);

}
