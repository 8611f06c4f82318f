// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <optional>

// What the authorization server had the browser bring back (RFC 6749 §4.1.2, RFC 9207 §2). Either a code or an error.
struct AuthorizationResponse {
    Secret code{};
    QString error{};
    QString description{}; // error_description, whatever the server wrote
    std::optional<QString> issuer{}; // iss
};

// What tells the request of one attempt from everything else that reaches its port.
struct CallbackTarget {
    quint16 port = 0;
    QByteArray path{}; // as in the redirect URI, with its '/'
    Secret state{};
};

// What was made of the bytes that one connection has sent so far.
struct Callback {
    int status = 0; // the HTTP status to answer with; 0: the request is not complete; 200: the one that was waited for
    AuthorizationResponse response{}; // when 200
};

constexpr qsizetype callbackLimit = 8'192; // bytes; what is longer is refused

// Strict, for a browser sends nothing unusual here: GET, the exact path, one Host that is 127.0.0.1 and the port, no
// body, no parameter twice. Nothing that the parameters say counts before `state` was found right, in a time that does
// not depend on how much of it is.
Callback readCallback(const QByteArray &received, const CallbackTarget &target);
