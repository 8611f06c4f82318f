// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/clientrows.h"

#include "app/server/random.h"
#include "app/server/teneo/json.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static std::optional<int> readNumber(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

static QVariant writeNumber(std::optional<int> number)
{
    return number ? QVariant(*number) : QVariant();
}

static Client readClient(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .name = query.value(1).toString(),
        .type = query.value(2).toString(),
        .url = query.value(3).toString(),
        .description = query.value(4).toString(),
        .isEnabled = query.value(5).toBool(),
        .accessSeconds = readNumber(query.value(6)),
        .refreshSeconds = readNumber(query.value(7)),
        .createdAt = query.value(8).toLongLong(),
        .updatedAt = query.value(9).toLongLong()};
}

QStringList clientTypes()
{
    return {u"STUDIO"_s, u"INQUIRE"_s, u"OTHER"_s};
}

std::optional<Client> loadClient(Database &database, const QString &id)
{
    return database.one(
        uR"(SELECT id, name, type, url, description, enabled, access_seconds, refresh_seconds, created_at, updated_at
        FROM teneo_clients WHERE id = ?)"_s,
        {id}, readClient);
}

std::vector<Client> loadClients(Database &database, const QString &id, const QString &type)
{
    std::vector<Client> clients;
    database.each(
        uR"(SELECT id, name, type, url, description, enabled, access_seconds, refresh_seconds, created_at, updated_at
        FROM teneo_clients WHERE id = COALESCE(?, id) AND type = COALESCE(?, type) ORDER BY name)"_s,
        {id, type}, [&](const QSqlQuery &query) { clients.push_back(readClient(query)); });
    return clients;
}

void insertClient(Database &database, const Client &client, const QString &secret)
{
    database.change(uR"(INSERT INTO teneo_clients (id, secret, name, type, url, description, enabled, access_seconds,
        refresh_seconds, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {client.id, digest(secret), client.name, client.type, client.url, client.description, client.isEnabled,
            writeNumber(client.accessSeconds), writeNumber(client.refreshSeconds), client.createdAt, client.updatedAt});
}

void updateClient(Database &database, const Client &client)
{
    database.change(uR"(UPDATE teneo_clients SET name = ?, url = ?, description = ?, enabled = ?, access_seconds = ?,
        refresh_seconds = ?, updated_at = ? WHERE id = ?)"_s,
        {client.name, client.url, client.description, client.isEnabled, writeNumber(client.accessSeconds),
            writeNumber(client.refreshSeconds), client.updatedAt, client.id});
}

void updateClientSecret(Database &database, const QString &id, const QString &secret)
{
    database.change(u"UPDATE teneo_clients SET secret = ? WHERE id = ?"_s, {digest(secret), id});
}

void deleteClient(Database &database, const QString &id)
{
    database.change(u"DELETE FROM teneo_clients WHERE id = ?"_s, {id});
}

QJsonObject toJson(const Client &client)
{
    QJsonObject object{{u"id"_s, client.id}, {u"name"_s, client.name}, {u"type"_s, client.type},
        {u"enabled"_s, client.isEnabled}, {u"createdAt"_s, timestamp(client.createdAt)},
        {u"updatedAt"_s, timestamp(client.updatedAt)}};
    insertIfSet(object, u"url"_s, textOrNull(client.url));
    insertIfSet(object, u"description"_s, textOrNull(client.description));
    insertIfSet(object, u"accessTokenValiditySeconds"_s, numberOrNull(client.accessSeconds));
    insertIfSet(object, u"refreshTokenValiditySeconds"_s, numberOrNull(client.refreshSeconds));
    return object;
}

}
