// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// GET /oauth2/authorize: the login form, or at once a redirect with a code for a browser that is signed in.
Answer authorize(Call &call);
// POST /oauth2/login: what the form posts.
Answer logIn(Call &call);
// GET, POST /oauth2/logout of version 2: what OpenID Connect RP-Initiated Logout says.
Answer logOut(Call &call);

}
