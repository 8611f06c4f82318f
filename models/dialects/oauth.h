// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

// What the standards fix, for every dialect that keeps to them.
namespace oauth {

// An endpoint below the base URL ("/token"), or absolute as the server's metadata names it. Empty: there is none.
struct Place {
    QString path{};
    QUrl url{};
    explicit operator bool() const { return !path.isEmpty() || !url.isEmpty(); }
};
Request moved(Request request, const Place &to);
Place below(const Place &collection, const QString &segment); // one of a collection; `segment` is not yet encoded
QUrl absolute(const Place &place, const QUrl &base); // empty where both are

// How a client shows who it is (RFC 6749 §2.3.1). Without a secret the id alone goes into the body.
enum class ClientAuthentication { Basic, Body };
struct ClientCredentials {
    QString id{};
    Secret secret{};
    ClientAuthentication method = ClientAuthentication::Basic;
};
// Adds them to a form post.
void authenticate(Request &form, const ClientCredentials &client);
// A form post authenticated as this client; fields without a value are left out. Empty id: as nobody.
Request clientRequest(const Place &to, const ClientCredentials &client, const FormFields &fields, Effect effect);

// RFC 6749 §5.1; the life of a token counts from its receipt here, whatever the server's clock says.
Result<IssuedToken> readIssuedToken(const Response &response);
Result<Credential> readCredential(const Response &response);

// Authorization: Bearer (RFC 6750 §2.1).
void authorizeBearer(Request &request, const Credential &credential);

// A refusal whose code is about the client (RFC 6749 §5.2) in words of its own, whatever its status: it is not the
// sign-in of the console that was refused. Else as errorFrom().
Error readError(const Response &response);

// RFC 7662 §2.2.
Result<Introspected> readIntrospection(const Response &response);
Introspected introspectedFrom(const QJsonObject &claims);

// The values of a space-delimited list (RFC 6749 §3.3), or of a JSON array of them.
QStringList scopesIn(const QJsonValue &value);
// A NumericDate (RFC 7519 §2); invalid when absent or absurd.
QDateTime timeIn(const QJsonValue &seconds);

// The well-known addresses of a server's metadata (RFC 8414 §3, OpenID Connect Discovery §4). `issuer`: the base URL,
// where it may have a path.
Discovery discovery(bool isRequired, const QUrl &issuer = {});
// The endpoint metadata names under this key; an empty or unusable address counts as absent.
Place endpointIn(const QJsonObject &metadata, const QString &key, const Place &otherwise = {});

// Authorization code with PKCE S256 (RFC 7636, RFC 8252, RFC 9700 §2.1.1).
struct CodeGrant {
    QUrl authorizationEndpoint{}; // absolute
    Place tokenEndpoint{};
    ClientCredentials client{};
    QString scope{}; // space-delimited; empty: what the server gives
    QString issuer{};
    bool isIssuerRequired = false;
};
CodeSignIn codeSignIn(const CodeGrant &grant);

// Tokens this console got, as it remembers them where a server lists none.
Memory<Token> rememberedTokens(const char *explanation);
// The list of them; `revoke` may be empty.
Endpoint<Token> issuedTokens(
    const char *explanation, const std::function<Request(const Secret &token, const QString &hint)> &revoke);
// Those chosen to be kept, for servers that list tokens themselves but not their values.
Endpoint<Token> keptTokens(const std::function<Request(const Secret &token, const QString &hint)> &revoke);
}
