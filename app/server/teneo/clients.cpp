// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/clients.h"

#include "app/server/random.h"
#include "app/server/teneo/clientrows.h"
#include "app/server/teneo/json.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static bool isVisible(const Caller &caller, const QString &clientId)
{
    return caller.isAdmin || caller.clientId == clientId;
}

static tl::unexpected<Refusal> noSuchClient()
{
    return notFound(u"There is no such client."_s);
}

Answer listClients(Call &call)
{
    JsonList list;
    if (!call.caller.isAdmin && call.caller.clientId.isNull())
        return list.response();
    const QString type = call.request.query.has(u"type") ? call.request.query.value(u"type") : QString();
    const auto clients = loadClients(call.database, call.caller.isAdmin ? QString() : call.caller.clientId, type);
    for (const Client &client : clients)
        list.append(toJson(client));
    return list.response();
}

Answer listClientTypes(Call &)
{
    return jsonResponse(200, QJsonDocument(QJsonArray::fromStringList(clientTypes())).toJson(QJsonDocument::Compact));
}

Answer readClient(Call &call)
{
    const auto client = loadClient(call.database, call.arguments.first());
    if (!client || !isVisible(call.caller, client->id))
        return noSuchClient();
    return jsonResponse(200, toJson(*client));
}

static bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

// Fills what the body names into `client` and `secret`, and checks the whole.
static std::optional<Refusal> readInto(Client &client, QString &secret, const QJsonObject &object)
{
    Fields fields(object);
    fields.text(u"name"_s, client.name, 255);
    fields.optionalText(u"url"_s, client.url);
    fields.optionalText(u"description"_s, client.description);
    fields.flag(u"enabled"_s, client.isEnabled);
    fields.text(u"secret"_s, secret, 255);
    fields.seconds(u"accessTokenValiditySeconds"_s, client.accessSeconds);
    fields.seconds(u"refreshTokenValiditySeconds"_s, client.refreshSeconds);
    if (fields.problem())
        return fields.problem();
    if (client.name.isEmpty())
        return badRequest(u"\"name\" is required."_s).value();
    if (client.type == "STUDIO"_L1 && client.url.isEmpty())
        return badRequest(u"\"url\" is required for a client of type STUDIO."_s).value();
    if (!client.url.isEmpty() && !isWebAddress(client.url))
        return badRequest(u"\"url\" must be an http or https URL."_s).value();
    return std::nullopt;
}

static bool isNameTaken(Call &call, const Client &client)
{
    return call.database.exists(u"SELECT 1 FROM teneo_clients WHERE name = ? AND id <> ?"_s, {client.name, client.id});
}

Answer createClient(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    Client client{
        .id = newUuid(), .type = object->value("type"_L1).toString(), .createdAt = call.now, .updatedAt = call.now};
    if (!clientTypes().contains(client.type))
        return badRequest(u"\"type\" must be one of /oauth2/clients/types."_s);
    QString secret = newUuid();
    if (const auto problem = readInto(client, secret, *object))
        return tl::unexpected(*problem);
    if (isNameTaken(call, client))
        return conflict(u"A client of that name exists."_s);
    insertClient(call.database, client, secret);
    QJsonObject answer = toJson(client);
    answer[u"secret"_s] = secret;
    return jsonResponse(201, answer);
}

Answer changeClient(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    Fields fields(*object);
    fields.fixed(u"type"_s, client->type);
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    QString secret;
    if (const auto problem = readInto(*client, secret, *object))
        return tl::unexpected(*problem);
    if (isNameTaken(call, *client))
        return conflict(u"Another client of that name exists."_s);
    client->updatedAt = call.now;
    updateClient(call.database, *client);
    QJsonObject answer = toJson(*client);
    if (!secret.isEmpty()) {
        updateClientSecret(call.database, client->id, secret);
        answer[u"secret"_s] = secret;
    }
    return jsonResponse(200, answer);
}

Answer removeClient(Call &call)
{
    const auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    deleteClient(call.database, client->id);
    return Response{.status = 204};
}

}
