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

// How one profile signs in: pure functions a dialect makes from the profile's values. An empty function means the
// server has no such step.
struct SignIn {
    std::optional<Credential> fixed{}; // a pasted API token: nothing to ask for
    std::function<Request()> request{}; // asks for a credential
    std::function<Result<Credential>(const Response &)> read{};
    std::optional<BrowserSignIn> browser{}; // goes on in the browser with what `request` gave
    std::function<Request(const Credential &)> renew{}; // refresh (RFC 6749 §6); its answer goes to `read`
    std::function<Request(const Credential &)> signOut{}; // revokes our own credential; is sent authorized with it
    std::function<void(Request &, const Credential &)> authorize{};
    std::function<Error(const Response &)> readError{}; // for every status >= 400
};
