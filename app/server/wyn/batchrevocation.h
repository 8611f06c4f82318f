// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/wyn/store.h"

namespace server::wyn {

// POST /api/v2/identity/token/batch-revocation: an administrator ends all tokens created before a time, the one in use
// among them, but none that were made in the portal.
Response revokeOlderTokens(const Call &call);

}
