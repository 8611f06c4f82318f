// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/oauth.h"
#include "app/server/signingkey.h"

namespace server::oidc {

// Lifetimes in seconds.
inline constexpr int codeSeconds = 5 * 60;
inline constexpr int accessSeconds = 3600;
inline constexpr int refreshSeconds = 14 * 24 * 3600;
inline constexpr int sessionSeconds = 8 * 3600; // of a browser that is signed in

// One request to one endpoint, with all an endpoint needs. Times are seconds since 1970, UTC.
struct Call {
    const Request &request;
    const QStringList &arguments;
    Database &database;
    SigningKey &key;
    qint64 now = 0;

    QString issuer() const { return QString::fromLatin1(request.url()); }
};

using Endpoint = Answer (*)(Call &call);

tl::unexpected<Refusal> badRequest(const QString &description); // 400 invalid_request
tl::unexpected<Refusal> invalidGrant(const QString &description); // 400, RFC 6749 §5.2
// 401 as RFC 6750 §3.1 has it: without an error code in the challenge when there was no token at all.
tl::unexpected<Refusal> invalidToken(bool isMissing);

// The form a request posts; 400 when it posts none or names a parameter twice (RFC 6749 §3.2).
tl::expected<Form, Refusal> readParameters(const Request &request);
bool hasRepeated(const Form &form);

// The words of a text, each once, in their order; scopes are written so.
QStringList wordsOf(const QString &text);

}
