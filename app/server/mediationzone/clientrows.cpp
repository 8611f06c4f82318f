// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/clientrows.h"

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

bool createTables(Database &database)
{
    if (database.exists(u"SELECT 1 FROM sqlite_master WHERE name = 'mediationzone_clients'"_s, {}))
        return false;
    database.change(u"CREATE TABLE mediationzone_scopes (name TEXT PRIMARY KEY)"_s);
    // Qt writes an empty scope as NULL.
    database.change(uR"(CREATE TABLE mediationzone_clients (
        name TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, scope TEXT))"_s);
    return true;
}

static Client readRow(const QSqlQuery &query)
{
    return {.name = query.value(0).toString(),
        .id = query.value(1).toString(),
        .secret = query.value(2).toString(),
        .scope = query.value(3).toString()};
}

std::vector<Client> loadClients(Database &database)
{
    std::vector<Client> clients;
    database.each(u"SELECT name, id, secret, scope FROM mediationzone_clients ORDER BY rowid"_s, {},
        [&](const QSqlQuery &query) { clients.push_back(readRow(query)); });
    return clients;
}

std::optional<Client> loadClient(Database &database, const QString &name)
{
    return database.one(u"SELECT name, id, secret, scope FROM mediationzone_clients WHERE name = ?"_s, {name}, readRow);
}

std::optional<Client> loadClientById(Database &database, const QString &id)
{
    return database.one(u"SELECT name, id, secret, scope FROM mediationzone_clients WHERE id = ?"_s, {id}, readRow);
}

void insertClient(Database &database, const Client &client)
{
    database.change(u"INSERT INTO mediationzone_clients (name, id, secret, scope) VALUES (?, ?, ?, ?)"_s,
        {client.name, client.id, client.secret, client.scope});
}

void updateClient(Database &database, const Client &client)
{
    database.change(u"UPDATE mediationzone_clients SET id = ?, secret = ?, scope = ? WHERE name = ?"_s,
        {client.id, client.secret, client.scope, client.name});
}

bool deleteClient(Database &database, const QString &name)
{
    return database.change(u"DELETE FROM mediationzone_clients WHERE name = ?"_s, {name}) > 0;
}

}
