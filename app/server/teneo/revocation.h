// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// POST /oauth2/revoke, near RFC 7009: `token` may come several times, as the value or as the id of a list; without any
// the bearer in use is revoked. All or none: one token that is not the caller's to revoke refuses the whole.
Answer revokeTokens(Call &call);

}
