// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// POST /oauth2/introspect: of anyone, JSON, 401 for a token that is not active. Version 2 is RFC 7662.
Answer introspect(Call &call);
// POST /oauth2/revoke: of anyone, access tokens only, 401 for one that is none. Version 2 is RFC 7009.
Answer revokeToken(Call &call);

Answer readUserInfo(Call &call);
Answer endSession(Call &call); // POST /oauth2/logout with a bearer token

}
