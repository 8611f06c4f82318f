// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// Reads what any of the supported servers says in a refused answer: RFC 6749 §5.2 objects, error envelopes, code and
// message pairs, plain text, nothing. `kind` comes from the status, never from a description; `message` is one sentence
// for the person, `detail` the redacted body.
Error errorFrom(const Response &response);

// Removes the values of members and parameters that hold secrets (RFC 6749 names and the servers' own) from a JSON, form
// or header text; what is not understood is kept only up to `limit` bytes and without long opaque words.
QString redacted(const QByteArray &text, qsizetype limit = 4096);
