// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/clients.h"

#include "app/server/mediationzone/clientrows.h"
#include "app/server/mediationzone/scopes.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

static QJsonObject toJson(const Client &client)
{
    return {{u"client_name"_s, client.name}, {u"client_id"_s, client.id}, {u"client_secret"_s, client.secret},
        {u"scope"_s, client.scope}};
}

static tl::unexpected<Refusal> noSuchClient()
{
    return refuse(404, "not_found", u"There is no client of that name."_s);
}

static void renewCredentials(Client &client)
{
    client.id = QString::fromLatin1(base64Url(randomBytes(idBytes)));
    client.secret = QString::fromLatin1(base64Url(randomBytes(secretBytes)));
}

static tl::expected<QString, Refusal> readProvisionedScope(Call &call, const QJsonObject &object)
{
    const auto scopes = readScope(object);
    if (!scopes)
        return tl::unexpected(scopes.error());
    if (provisioned(call.database, *scopes).size() != scopes->size())
        return refuse(400, "invalid_scope", u"Not all of these scopes are provisioned."_s);
    return scopes->join(u' ');
}

Answer listClients(Call &call)
{
    QJsonArray list;
    const auto clients = loadClients(call.database);
    for (const Client &client : clients)
        list.append(toJson(client));
    return jsonResponse(200, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Answer readClient(Call &call)
{
    const auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    return jsonResponse(200, toJson(*client));
}

Answer createClient(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    Client client{.name = object->value("client_name"_L1).toString()};
    if (client.name.trimmed().isEmpty())
        return refuse(400, "invalid_request", u"\"client_name\" is required, a text that is not blank."_s);
    const auto scope = readProvisionedScope(call, *object);
    if (!scope)
        return tl::unexpected(scope.error());
    if (loadClient(call.database, client.name))
        return refuse(409, "conflict", u"A client of that name exists."_s);
    client.scope = *scope;
    renewCredentials(client);
    insertClient(call.database, client);
    return jsonResponse(200, toJson(client));
}

Answer putClient(Call &call)
{
    const QString name = call.arguments.first();
    if (name.trimmed().isEmpty())
        return refuse(400, "invalid_request", u"The client's name is blank."_s);
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    const auto scope = readProvisionedScope(call, *object);
    if (!scope)
        return tl::unexpected(scope.error());
    auto client = loadClient(call.database, name);
    if (client) {
        client->scope = *scope;
        updateClient(call.database, *client);
    } else {
        client = Client{.name = name, .scope = *scope};
        renewCredentials(*client);
        insertClient(call.database, *client);
    }
    return jsonResponse(200, toJson(*client));
}

Answer rotateCredentials(Call &call)
{
    auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    // A patch document (RFC 5789) would ask for something else than what is going to happen.
    if (!call.request.body.isEmpty())
        return refuse(400, "invalid_request", u"PATCH takes no body: it replaces the id and the secret."_s);
    renewCredentials(*client);
    updateClient(call.database, *client);
    return jsonResponse(200, toJson(*client));
}

Answer removeClient(Call &call)
{
    if (!deleteClient(call.database, call.arguments.first()))
        return noSuchClient();
    return jsonResponse(200, QJsonObject{{u"status"_s, u"success"_s}});
}

}
