// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// Delegated login: a client asks for a URL, a person proves at the identity provider there who they are, and the client
// polls until it is given their tokens. A login is for five minutes.
Answer readMetadata(Call &call);
Answer startLogin(Call &call);
Answer pollLogin(Call &call); // GET  /oauth2/delegated/notification?loginId=…
Answer finishLogin(Call &call); // POST /oauth2/delegated/notification, what the identity provider's page does

// The identity provider itself: a page to choose a user on. It asks for no password and signs nothing, and says so.
Answer showIdentityProvider(Call &call);

// Control: {"configured":bool}; delegated login answers 404 until configured again.
Answer configureDelegation(Call &call);

}
