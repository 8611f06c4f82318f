// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// GET, POST /authorize: a sign-in page, or at once a code for a browser that is signed in.
Answer authorize(Call &call);
// POST /login?<the authorization request>: what that page posts.
Answer signIn(Call &call);

}
