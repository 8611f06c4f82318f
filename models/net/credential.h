// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "net/request.h"

#include <functional>
#include <optional>

// What a sign-in yields: an access token, API token or session cookie, with what renews it.
struct Credential {
    Secret access{};
    Secret refresh{}; // empty: cannot be renewed without signing in again
    Secret idToken{}; // says who signed in (OpenID Connect Core §2), where the server gives one
    QDateTime expiresAt{}; // UTC on the local clock (receipt + expires_in); invalid: unknown or never
    std::optional<QStringList> scopes{}; // granted (RFC 6749 §3.3); nothing: not known
    bool operator==(const Credential &) const = default;
};

// A sign-in in the system browser that the console watches by polling.
struct PendingLogin {
    QUrl url{}; // to be opened in the browser
    QString id{};
    QDateTime expiresAt{}; // UTC
    Credential context{}; // what authorizes the polling
};
struct BrowserSignIn {
    std::function<Request(const Credential &)> start{};
    std::function<Result<PendingLogin>(const Response &)> readStart{};
    std::function<Request(const PendingLogin &)> poll{};
    // Given answers with a status below 400. Nothing yet: keep polling. An Error ends the attempt.
    std::function<Result<std::optional<Credential>>(const Response &)> readPoll{};
    std::chrono::milliseconds interval{2'000};
};

// What one attempt to sign in by redirect is recognised by; fresh each time, from the system's secure random source.
struct CodeAttempt {
    QString redirectUri{};
    Secret state{}; // 256 bits, as the nonce
    Secret nonce{}; // comes back in an id_token (OpenID Connect Core §3.1.2.1)
    Secret verifier{}; // code_verifier (RFC 7636 §4.1)
    QString challenge{}; // code_challenge, S256
};
// A sign-in in the system browser that comes back to a port of ours with a code (RFC 8252 §7.3, RFC 6749 §4.1).
struct CodeSignIn {
    // https; http only on loopback, or on the host of a base that is http itself.
    std::function<QUrl(const CodeAttempt &)> authorizationUrl{};
    std::function<Request(const Secret &code, const CodeAttempt &)> exchange{};
    // Given answers with a status below 400. Checks the nonce where there is an id_token.
    std::function<Result<Credential>(const Response &, const CodeAttempt &)> read{};
    QString issuer{}; // what `iss` must say when it is there (RFC 9207 §2.4); empty: not known
    bool isIssuerRequired = false; // the server promises to send it
    // For servers that insist on a redirect URI registered to the letter. A path begins with '/' and is encoded.
    QString redirectPath{}; // empty: a random one
    quint16 redirectPort = 0; // 0: any that is free
    std::chrono::milliseconds patience{5 * 60'000}; // for the person in the browser
};

// How one profile signs in: pure functions a dialect makes from the profile's values. An empty function means the
// server has no such step.
struct SignIn {
    bool isToken = true; // what it yields; false: a password sent each time, or nothing at all
    std::optional<Credential> fixed{}; // a pasted API token: nothing to ask for
    std::function<Request()> request{}; // asks for a credential
    std::function<Result<Credential>(const Response &)> read{};
    std::optional<QStringList> asked{}; // the scopes asked for; nothing: what the server gives
    std::optional<BrowserSignIn> browser{}; // goes on in the browser with what `request` gave
    std::optional<CodeSignIn> code{}; // instead of `request` and `browser`
    std::function<Request(const Credential &)> renew{}; // refresh (RFC 6749 §6); its answer goes to `read`
    std::function<Request(const Credential &)> signOut{}; // revokes our own credential; is sent authorized with it
    std::function<void(Request &, const Credential &)> authorize{};
    std::function<void(Request &)> authenticateClient{}; // for requests marked asClient
    std::function<Error(const Response &)> readError{}; // for every status >= 400
    // Another way to say the same to a server that refused this one (404, 405, 415, 400); nothing: there is none. Asked
    // for every status >= 400 that the request does not accept, but 401; at most three times for one call.
    std::function<std::optional<Request>(const Request &sent, const Response &answer)> alternative{};
};
