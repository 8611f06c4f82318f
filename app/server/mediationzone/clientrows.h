// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"

namespace server::mediationzone {

// A registered client as it is stored.
struct Client {
    QString name{};
    QString id{};
    QString secret{};
    QString scope{}; // scope tokens with a space between two
};

// Random bytes in an id and in a secret, which are base64url of 36 and 50 characters.
inline constexpr int idBytes = 27;
inline constexpr int secretBytes = 37;

// Makes the tables of scopes and clients; false when they were there.
bool createTables(Database &database);

std::vector<Client> loadClients(Database &database); // the one registered first comes first
std::optional<Client> loadClient(Database &database, const QString &name);
std::optional<Client> loadClientById(Database &database, const QString &id);
void insertClient(Database &database, const Client &client);
void updateClient(Database &database, const Client &client); // all but the name
bool deleteClient(Database &database, const QString &name); // false when there was none

}
