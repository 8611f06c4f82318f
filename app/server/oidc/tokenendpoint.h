// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// POST /token: RFC 6749 §4.1.3, §4.3, §4.4 and §6 with RFC 7636. A code works once and a refresh token once; when one
// comes again, all tokens of its family end (RFC 6749 §4.1.2, RFC 9700 §4.14).
Answer issueToken(Call &call);

}
