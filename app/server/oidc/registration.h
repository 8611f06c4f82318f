// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// The bearer token that lets anyone register a client (RFC 7591 §3); an administrator's access token does as well.
inline constexpr char initialAccessToken[] = "initial_access_token";

Answer registerClient(Call &call); // POST /register
// RFC 7592, each with the registration access token of that very client, which changes with every PUT.
Answer readRegistration(Call &call);
Answer replaceRegistration(Call &call);
Answer deleteRegistration(Call &call);

}
