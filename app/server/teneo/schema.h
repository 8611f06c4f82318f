// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace server {
class Database;
}

namespace server::teneo {

// Makes the persona's tables unless they are there. Times are milliseconds since 1970, UTC; of passwords, secrets and
// tokens only the SHA-256 digest is kept.
void createTables(Database &database);
// What finds tokens and keeps them unique. Apart, because a million rows are in sooner without.
void createIndexes(Database &database);

}
