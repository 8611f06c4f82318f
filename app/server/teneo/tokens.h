// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

Answer listAccessTokens(Call &call); // in force only, latest first; never their values
Answer listRefreshTokens(Call &call); // likewise
Answer listTokenTypes(Call &call);
Answer readTokenInfo(Call &call); // of the bearer itself

}
