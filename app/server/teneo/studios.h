// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace server {
class Database;
}

namespace server::teneo {

// So many Studio clients, mostStudios at most, whose maintenance goes by a Schedule that began 30 days before `now`,
// milliseconds since 1970. Four are of one installation: production, staging, test and training. The same seed makes
// the same ones; of more, the first are the same. Their secrets nobody knows.
void seedStudios(Database &database, int count, quint64 seed, qint64 now);

}
