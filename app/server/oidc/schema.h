// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace server {
class Database;
}

namespace server::oidc {

// Makes the persona's tables unless they are there. Times are seconds since 1970, UTC. Of passwords, codes and tokens
// only the SHA-256 digest is kept; a client's secret is kept as it is, for RFC 7592 §3 has it told again.
void createTables(Database &database);

}
