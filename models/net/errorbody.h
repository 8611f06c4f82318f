// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/redaction.h"
#include "net/request.h"

// Reads what any of the supported servers says in a refused answer: RFC 6749 §5.2 objects, error envelopes, code and
// message pairs, plain text, nothing. `kind` comes from the status, never from a description; `message` is one sentence
// for the person, `detail` the redacted body.
Error errorFrom(const Response &response);

// Retry-After as a delay, whichever of its two forms it has (RFC 9110 §10.2.3): never negative, at most a day. Nothing
// without a readable one.
std::optional<std::chrono::seconds> retryAfter(const Response &response);
