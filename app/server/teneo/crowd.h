// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/crowd.h"

namespace server {
class Database;
}

namespace server::teneo {

// So many tokens of three thousand users and three hundred clients, around `now`, milliseconds since 1970: of ten, six
// access tokens, three refresh tokens and one API token. Few clients and users have most of them, all are up to 90 days
// old and most are young, four of ten were never used. Access and refresh tokens are in force for another hour at
// least; of twenty API tokens three never expire, two have, and one is disabled. Of the clients one in twenty is
// disabled and has none. Users sign in with their name and _pass; the tokens' values nobody knows.
void seedCrowd(Database &database, const Crowd &crowd, qint64 now);

}
