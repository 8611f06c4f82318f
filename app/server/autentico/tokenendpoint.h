// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// POST /oauth2/token: authorization codes, passwords and refresh tokens; in version 2 client credentials as well.
Answer issueToken(Call &call);

}
