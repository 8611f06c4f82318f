// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

namespace server {

// The value of a cookie (RFC 6265 §4.2), empty without it.
QString cookieOf(const Request &request, QByteArrayView name);

// Whether the verifier is what the S256 challenge was made from (RFC 7636 §4.6).
bool isChallengeMet(const QString &challenge, const QString &verifier);

// An absolute URI a browser can be sent to; no fragment (RFC 6749 §3.1.2), and no scheme that a browser runs itself.
bool isRedirectUri(const QString &text);

// A redirect URI with parameters added to its query (RFC 6749 §4.1.2); ASCII, fit for a Location header field.
QByteArray withParameters(const QString &uri, const std::vector<std::pair<QByteArray, QString>> &parameters);

}
