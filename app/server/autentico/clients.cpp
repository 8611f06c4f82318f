// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/clients.h"

#include "app/server/autentico/clientrows.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

namespace {

// Takes over the members of a client a request gives. Empty ones count as not given.
class Metadata {
public:
    Metadata(const QJsonObject &given, QJsonObject &target)
        : m_given(given)
        , m_target(target)
    {
    }

    void text(const QString &name, qsizetype longest, const QStringList &allowed = {});
    void uris(const QString &name);
    void words(const QString &name, const QStringList &allowed);
    const QStringList &problems() const { return m_problems; } // `member: reason`

private:
    std::optional<QStringList> strings(const QString &name);
    void complain(const QString &name, const QString &reason) { m_problems << name + u": "_s + reason; }

    const QJsonObject &m_given;
    QJsonObject &m_target;
    QStringList m_problems;
};

}

void Metadata::text(const QString &name, qsizetype longest, const QStringList &allowed)
{
    const QJsonValue value = m_given[name];
    if (value.isUndefined() || value.isNull() || value == QJsonValue(QString()))
        return;
    if (!value.isString())
        return complain(name, u"must be a string"_s);
    if (value.toString().size() > longest)
        return complain(name, u"the length must be between 1 and %1"_s.arg(longest));
    if (!allowed.isEmpty() && !allowed.contains(value.toString()))
        return complain(name, u"must be a valid value"_s);
    m_target[name] = value;
}

std::optional<QStringList> Metadata::strings(const QString &name)
{
    const QJsonValue value = m_given[name];
    if (!value.isUndefined() && !value.isNull() && !value.isArray())
        complain(name, u"must be an array"_s);
    const QJsonArray array = value.toArray();
    if (array.isEmpty())
        return std::nullopt;
    QStringList strings;
    for (const auto &element : array)
        strings << element.toString();
    return strings;
}

void Metadata::uris(const QString &name)
{
    const auto given = strings(name);
    if (!given)
        return;
    if (given->size() > 10)
        return complain(name, u"the length must be between 1 and 10"_s);
    if (!std::all_of(given->begin(), given->end(), isRedirectUri))
        return complain(name, u"must be valid URLs"_s);
    m_target[name] = QJsonArray::fromStringList(*given);
}

void Metadata::words(const QString &name, const QStringList &allowed)
{
    const auto given = strings(name);
    if (!given)
        return;
    if (!std::all_of(given->begin(), given->end(), [&](const QString &word) { return allowed.contains(word); }))
        return complain(name, u"must be valid values"_s);
    m_target[name] = QJsonArray::fromStringList(*given);
}

static tl::unexpected<Refusal> noSuchClient()
{
    return refuse(404, "invalid_client", u"There is no such client."_s);
}

// Takes what changes and creations have in common; 400 with every problem there is.
static std::optional<Refusal> readInto(Client &client, const QJsonObject &given, bool isNew, bool isLater)
{
    Metadata metadata(given, client.metadata);
    metadata.text(u"client_name"_s, 255);
    metadata.uris(u"redirect_uris"_s);
    metadata.words(
        u"grant_types"_s, {u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s, u"password"_s});
    metadata.words(u"response_types"_s, {u"code"_s, u"token"_s, u"id_token"_s});
    metadata.text(u"scopes"_s, 1000);
    metadata.text(u"token_endpoint_auth_method"_s, 50, {u"client_secret_basic"_s, u"client_secret_post"_s, u"none"_s});
    if (isNew)
        metadata.text(u"client_type"_s, 50, {u"confidential"_s, u"public"_s});
    if (isLater)
        metadata.uris(u"post_logout_redirect_uris"_s);
    QStringList problems = metadata.problems();
    for (const QString &required : {u"client_name"_s, u"redirect_uris"_s}) {
        if (!client.metadata.contains(required) && !problems.join(u' ').contains(required))
            problems << required + u": cannot be blank"_s;
    }
    if (problems.isEmpty())
        return std::nullopt;
    return badRequest(problems.join(u"; "_s) + u'.').value();
}

Answer listClients(Call &call)
{
    QJsonArray list;
    const auto clients = loadActiveClients(call.database);
    for (const Client &client : clients)
        list.append(toJson(client, false));
    return jsonResponse(200, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

static void setDefault(QJsonObject &metadata, const QString &name, const QJsonValue &value)
{
    if (!metadata.contains(name))
        metadata[name] = value;
}

Answer createClient(Call &call)
{
    const auto given = readObject(call.request);
    if (!given)
        return tl::unexpected(given.error());
    Client client{.id = newSecret(16), .createdAt = call.now};
    QString secret = newSecret(32);
    if (const auto problem = readInto(client, *given, true, call.state.isLater))
        return tl::unexpected(*problem);
    setDefault(client.metadata, u"client_type"_s, u"confidential"_s);
    setDefault(client.metadata, u"grant_types"_s, QJsonArray{u"authorization_code"_s});
    setDefault(client.metadata, u"response_types"_s, QJsonArray{u"code"_s});
    setDefault(client.metadata, u"scopes"_s, u"openid profile email"_s);
    setDefault(
        client.metadata, u"token_endpoint_auth_method"_s, client.isPublic() ? u"none"_s : u"client_secret_basic"_s);
    if (call.state.isLater) {
        client.id = given->value("client_id"_L1).toString(client.id);
        secret = given->value("client_secret"_L1).toString(secret);
        if (client.id.isEmpty() || secret.isEmpty() || loadClient(call.database, client.id))
            return badRequest(u"client_id: is empty or taken, or client_secret: is empty."_s);
    }
    insertClient(call.database, client, client.isPublic() ? QString() : secret);
    QJsonObject answer = toJson(client, call.state.isLater);
    answer.remove(u"is_active"_s);
    if (!client.isPublic())
        answer[u"client_secret"_s] = secret;
    answer[u"client_secret_expires_at"_s] = 0;
    return jsonResponse(201, answer);
}

Answer readClient(Call &call)
{
    const auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    return jsonResponse(200, toJson(*client, call.state.isLater));
}

Answer changeClient(Call &call)
{
    const auto given = readObject(call.request);
    if (!given)
        return tl::unexpected(given.error());
    auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    if (const auto problem = readInto(*client, *given, false, call.state.isLater))
        return tl::unexpected(*problem);
    const QJsonValue active = given->value("is_active"_L1);
    if (!active.isUndefined() && !active.isNull() && !active.isBool())
        return badRequest(u"is_active: must be true or false."_s);
    client->isActive = active.toBool(client->isActive);
    updateClient(call.database, *client);
    return jsonResponse(200, toJson(*client, call.state.isLater));
}

Answer removeClient(Call &call)
{
    auto client = loadClient(call.database, call.arguments.first());
    if (!client)
        return noSuchClient();
    client->isActive = false;
    updateClient(call.database, *client);
    return Response{.status = 204};
}

}
