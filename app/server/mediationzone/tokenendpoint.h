// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/mediationzone/call.h"

namespace server::mediationzone {

// POST /token: RFC 6749 §4.4. The token is a JWT that nothing but its `exp` ends.
Answer issueToken(Call &call);

}
