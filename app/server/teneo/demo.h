// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace server {
class Database;
}

namespace server::teneo {

// The demo client whose secret is known, so that a client or a user can sign in: "Studio EU".
inline constexpr char studioEuId[] = "8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35";
inline constexpr char studioEuSecret[] = "b7a9c3d5-0e1f-4a2b-9c8d-6e5f4d3c2b1a";

// The administrator admin / admin_pass, id u-1000, whom every store begins with.
void seedAdministrator(Database &database);

// Users reporter, editor, operator and auditor (passwords: name and _pass), a dozen clients, and maintenance results
// around `now`, milliseconds since 1970. Ids are the same each time.
void seedDemo(Database &database, qint64 now);
// API tokens, access and refresh tokens of theirs. Ids are the same each time; values nobody knows.
void seedDemoTokens(Database &database, qint64 now);

}
