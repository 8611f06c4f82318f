// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace server {
class Database;
}

namespace server::mediationzone {

// A dozen scopes and sixteen clients, some with names that are hard to put into a path. Ids and secrets are the same
// each time. "Archive Export" holds a scope that is no longer provisioned.
void seedDemo(Database &database);

}
