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
    QDateTime expiresAt{}; // UTC on the local clock (receipt + expires_in); invalid: unknown or never
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

// What makes one browser sign-in recognisable: new each time, from the system's random source.
struct CodeAttempt {
    QString redirectUri{}; // http://127.0.0.1:port/path
    Secret state{};
    Secret nonce{};
    Secret verifier{};
    QString challenge{}; // S256 of the verifier (RFC 7636 §4.2)
};
// A sign-in in the system browser that comes back to a port of ours with a code (RFC 8252 §7.3).
struct CodeSignIn {
    std::function<QUrl(const CodeAttempt &)> authorizationUrl{}; // absolute
    std::function<Request(const QString &code, const CodeAttempt &)> exchange{};
    // Checks the nonce of an ID token, where there is one.
    std::function<Result<Credential>(const Response &, const CodeAttempt &)> read{};
    QString issuer{}; // what `iss` must be when it comes back (RFC 9207); empty: unknown
    bool issuerRequired = false;
    std::chrono::milliseconds patience = std::chrono::minutes(5); // for the person in the browser
};

// How one profile signs in: pure functions a dialect makes from the profile's values. An empty function means the
// server has no such step.
struct SignIn {
    std::optional<Credential> fixed{}; // a pasted API token: nothing to ask for
    std::function<Request()> request{}; // asks for a credential
    std::function<Result<Credential>(const Response &)> read{};
    std::optional<CodeSignIn> code{}; // in place of `request` and `read`
    std::optional<BrowserSignIn> browser{}; // goes on in the browser with what `request` gave
    std::function<Request(const Credential &)> renew{}; // refresh (RFC 6749 §6); its answer goes to `read`
    std::function<Request(const Credential &)> signOut{}; // revokes our own credential; is sent authorized with it
    std::function<void(Request &, const Credential &)> authorize{};
    std::function<void(Request &)> authenticateClient{}; // for requests marked asClient
    std::function<Error(const Response &)> readError{}; // for every status >= 400
    // Another way to say the same where this server does not know the first. Asked for statuses >= 400 other than 401.
    std::function<std::optional<Request>(const Request &sent, const Response &answer)> alternative{};
};
