// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/mediationzone/json.h"

#include "dialects/oauth.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace mediationzone {

static tl::unexpected<Error> misshapen(const char *text)
{
    return failure(Error::Kind::Protocol, QCoreApplication::translate("Dialects", text));
}

static QStringList wordsIn(const QJsonValue &scope)
{
    QStringList words = oauth::scopesIn(scope).join(u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

static Result<Client> clientIn(const QJsonObject &json)
{
    Client client{
        .id = json[u"client_name"].toString(),
        .name = json[u"client_name"].toString(),
        .scopes = wordsIn(json[u"scope"]),
        .secret = Secret(json[u"client_secret"].toString()),
        .raw = json,
    };
    client.raw.remove(u"client_secret"_s);
    if (client.id.isEmpty())
        return misshapen(QT_TRANSLATE_NOOP("Dialects", "The server sent a client without a name."));
    return client;
}

Result<Client> readClient(const Response &response)
{
    return response.object().and_then(clientIn);
}

Result<QList<Client>> readClients(const Response &response)
{
    const auto array = response.array();
    if (!array)
        return tl::unexpected(array.error());
    QList<Client> clients;
    for (const auto &entry : *array) {
        const auto client = clientIn(entry.toObject());
        if (!client)
            return tl::unexpected(client.error());
        clients << *client;
    }
    return clients;
}

Result<QStringList> readScopes(const Response &response)
{
    const auto object = response.object();
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue scope = (*object)[u"scope"];
    const bool isNone = scope.isNull() || object->isEmpty();
    if (!isNone && !scope.isString() && !scope.isArray())
        return misshapen(QT_TRANSLATE_NOOP("Dialects", "The server's answer holds no scopes."));
    return wordsIn(scope);
}

// Nothing else is sent, whatever else the record holds: the server takes no other member, and keeps what it is not
// told.
QJsonObject registrationOf(const Client &client)
{
    return {{u"client_name"_s, client.name}, {u"scope"_s, client.scopes.join(u' ')}};
}

QJsonObject scopeOf(const QStringList &scopes)
{
    return {{u"scope"_s, scopes.join(u' ')}};
}

}
