// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace server {
class Database;
}

namespace server::autentico {

// Makes the persona's tables unless they are there. Times are milliseconds since 1970, UTC; of passwords, secrets,
// codes and tokens only the SHA-256 digest is kept.
void createTables(Database &database);

}
