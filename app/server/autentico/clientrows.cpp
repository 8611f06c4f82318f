// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/clientrows.h"

#include "app/server/basic.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

static Client readRow(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .metadata = QJsonDocument::fromJson(query.value(1).toByteArray()).object(),
        .isActive = query.value(2).toBool(),
        .createdAt = query.value(3).toLongLong()};
}

static QString jsonOf(const Client &client)
{
    return QString::fromUtf8(QJsonDocument(client.metadata).toJson(QJsonDocument::Compact));
}

bool Client::has(QLatin1StringView member, const QString &value) const
{
    return metadata[member].toArray().contains(value);
}

std::optional<Client> loadClient(Database &database, const QString &id)
{
    return database.one(
        u"SELECT id, metadata, active, created_at FROM autentico_clients WHERE id = ?"_s, {id}, readRow);
}

std::vector<Client> loadActiveClients(Database &database)
{
    std::vector<Client> clients;
    database.each(uR"(SELECT id, metadata, active, created_at FROM autentico_clients WHERE active = 1
        ORDER BY created_at DESC, rowid DESC)"_s,
        {}, [&](const QSqlQuery &row) { clients.push_back(readRow(row)); });
    return clients;
}

void insertClient(Database &database, const Client &client, const QString &secret)
{
    database.change(
        u"INSERT INTO autentico_clients (id, secret, metadata, active, created_at) VALUES (?, ?, ?, ?, ?)"_s,
        {client.id, secret.isEmpty() ? QVariant() : QVariant(digest(secret)), jsonOf(client), client.isActive,
            client.createdAt});
}

void updateClient(Database &database, const Client &client)
{
    database.change(u"UPDATE autentico_clients SET metadata = ?, active = ? WHERE id = ?"_s,
        {jsonOf(client), client.isActive, client.id});
}

bool isSecretOf(Database &database, const QString &id, const QString &secret)
{
    return database.exists(u"SELECT 1 FROM autentico_clients WHERE id = ? AND secret = ?"_s, {id, digest(secret)});
}

QJsonObject toJson(const Client &client, bool isLater)
{
    QJsonObject object = client.metadata;
    object[u"client_id"_s] = client.id;
    object[u"is_active"_s] = client.isActive;
    if (isLater)
        object[u"client_id_issued_at"_s] = client.createdAt / 1000;
    return object;
}

tl::expected<std::optional<Client>, Refusal> authenticate(const Call &call, const Form &form)
{
    const bool isBasic = hasBasic(call.request);
    const Credentials given = isBasic
        ? clientBasicOf(call.request).value_or(Credentials{})
        : Credentials{.id = form.value(u"client_id"), .secret = form.value(u"client_secret")};
    const auto client = loadClient(call.database, given.id);
    if (!client && !isBasic)
        return std::nullopt;
    if (!client || !client->isActive || (!client->isPublic() && !isSecretOf(call.database, client->id, given.secret)))
        return refuse(401, "invalid_client", u"The client is unknown or inactive, or its secret is wrong."_s);
    return client;
}

}
