// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace server {
class Database;
}

namespace server::autentico {

// The demo client whose secret is known and which may use every grant: "Ops Portal".
inline constexpr char portalId[] = "q7Z1xV0mT4y8cR2bN6pKwA";
inline constexpr char portalSecret[] = "portal_secret";

// The administrator admin@example.test, password admin_pass, whom every store begins with.
void seedAdministrator(Database &database, qint64 now);

// Users ana, ben, carla and dmitri at example.test (passwords: name and _pass), clients, sessions and tokens around
// `now`, milliseconds since 1970. Ids are the same each time; nobody knows the tokens.
void seedDemo(Database &database, qint64 now);

}
