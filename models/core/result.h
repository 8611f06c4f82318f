// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

// Why something did not work. `kind` says what to do about it, `message` is one translated sentence for the person,
// `detail` is raw text for a fold-out and never holds a secret.
struct Error {
    enum class Kind {
        Network,      // nothing was reached, or the connection broke before anything was decided
        Timeout,      // no complete answer before the deadline; nothing was changed
        Tls,          // the server's identity could not be verified
        Redirect,     // the server wants us elsewhere; we never follow
        TooLarge,     // the answer is larger than we hold
        Protocol,     // the answer is not what the server's reference promises
        Unauthorized, // 401: sign in again
        Forbidden,    // 403
        NotFound,     // 404, 410
        Conflict,     // 409, 412
        Rejected,     // any other 4xx: the request is at fault
        Server,       // 5xx: the server is at fault
        Unknown,      // a write was sent and no answer came: it may or may not have happened
        ReadOnly,     // refused here: the connection is read-only
        Stopped,      // the person stopped it before it was sent, or it was only a read
        Storage,      // the local store
        Keychain,     // the system keychain
    };
    Kind kind = Kind::Protocol;
    QString message{};
    QString detail{};
    QString code{};  // the server's own error code (RFC 6749 §5.2 "error"), when it gave one
    int status = 0;  // HTTP status, 0 without one
    std::optional<std::chrono::seconds> retryAfter{}; // how long the server asks to be left alone (RFC 9110 §10.2.3)
    bool operator==(const Error &) const = default;
};

// A value, or why not.
template <typename T = void>
using Result = tl::expected<T, Error>;

// `return failure(Error::Kind::Protocol, tr("…"));` from any function that returns a Result.
inline tl::unexpected<Error> failure(Error::Kind kind, const QString &message, const QString &detail = {})
{
    return tl::unexpected(Error{.kind = kind, .message = message, .detail = detail});
}
