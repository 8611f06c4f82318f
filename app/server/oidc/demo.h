// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace server {
class Database;
}

namespace server::oidc {

// The administrator admin / admin_pass, whom every store begins with.
void seedAdministrator(Database &database);

// Users ana, ben and carla (passwords: name and _pass), and clients with known secrets: `console`, a public one,
// `service` / service_secret, a resource server, and `webapp` / webapp_secret. `now` in seconds since 1970.
void seedDemo(Database &database, qint64 now);

}
