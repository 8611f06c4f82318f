// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace server {
class Database;
}

namespace server::teneo {

class Dice;

// Whose tokens a crowd's are.
struct Cast {
    struct Client {
        QString id{};
        qint64 accessLifetime = 0; // in milliseconds
        qint64 refreshLifetime = 0;
    };
    std::vector<Client> clients{}; // the enabled ones
    std::vector<QString> users{}; // ids
};

// Inserts the clients and users of a crowd and tells who they are. `now` is milliseconds since 1970.
Cast seedCast(Database &database, Dice &dice, qint64 now);

}
