// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// /oauth2/api-tokens: long-lived tokens bound to a user, whose value is told once, in the answer that created it.
Answer listApiTokens(Call &call);
Answer readApiToken(Call &call);
Answer createApiToken(Call &call);
Answer changeApiToken(Call &call);
Answer removeApiToken(Call &call);

}
