// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// POST /introspect (RFC 7662): a client asks about its own tokens, a resource server and an administrator about all.
Answer introspect(Call &call);
// POST /revoke (RFC 7009): a client ends its own tokens; others are left alone, and the answer does not tell.
Answer revoke(Call &call);

}
