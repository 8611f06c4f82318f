// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// Curl: for a POSIX shell, with curl 7.76 or newer. Python: 3.6 or newer with nothing but its standard library.
// PowerShell: 5.1 or newer.
enum class ScriptLanguage { Curl, PowerShell, Python };

// A script that sends these requests one after the other, ends at the first that fails and prints what came back. It
// holds no secret: each is an environment variable, without which the script says so and sends nothing. Requests that
// Session has not seen yet have no credential: see Session::authorized(). Rejected or Network where one of them cannot
// be addressed.
//
// LATCHKEY_TOKEN is what an Authorization holds behind its scheme, LATCHKEY_BASIC the "id:secret" of Basic (RFC 7617),
// LATCHKEY_COOKIE a Cookie; others are called as the parameter or member is: CLIENT_SECRET, and where two requests have
// different ones, CLIENT_SECRET_2.
Result<QString> scriptOf(ScriptLanguage language, const QList<Request> &requests, const QUrl &base);
