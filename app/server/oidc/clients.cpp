// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/clients.h"

#include "app/server/basic.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static Client readRow(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .secret = query.value(1).toString(),
        .metadata = QJsonDocument::fromJson(query.value(2).toByteArray()).object(),
        .isResourceServer = query.value(3).toBool(),
        .createdAt = query.value(4).toLongLong()};
}

bool Client::has(QLatin1StringView member, const QString &value) const
{
    return metadata[member].toArray().contains(value);
}

// Without the port of a loopback address; other URIs stay as they are.
static QString withoutLoopbackPort(const QString &uri)
{
    QUrl url(uri, QUrl::StrictMode);
    if (url.scheme() != "http"_L1 || (url.host() != "127.0.0.1"_L1 && url.host() != "::1"_L1))
        return uri;
    url.setPort(-1);
    return QString::fromLatin1(url.toEncoded());
}

bool Client::hasRedirectUri(const QString &uri) const
{
    const QJsonArray registered = metadata["redirect_uris"_L1].toArray();
    return isRedirectUri(uri) && std::any_of(registered.begin(), registered.end(), [&](const QJsonValue &value) {
        return withoutLoopbackPort(value.toString()) == withoutLoopbackPort(uri);
    });
}

std::optional<Client> findClient(Database &database, const QString &id)
{
    return database.one(
        u"SELECT id, secret, metadata, resource_server, created_at FROM oidc_clients WHERE id = ?"_s, {id}, readRow);
}

std::optional<Client> findClientByToken(Database &database, const QString &id, const QString &token)
{
    return database.one(uR"(SELECT id, secret, metadata, resource_server, created_at FROM oidc_clients
        WHERE id = ? AND registration = ?)"_s,
        {id, digest(token)}, readRow);
}

void storeClient(Database &database, const Client &client, const QString &registrationToken)
{
    database.change(uR"(INSERT INTO oidc_clients (id, secret, metadata, registration, resource_server, created_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
        SET secret = excluded.secret, metadata = excluded.metadata, registration = excluded.registration)"_s,
        {client.id, client.secret, QString::fromUtf8(QJsonDocument(client.metadata).toJson(QJsonDocument::Compact)),
            registrationToken.isEmpty() ? QVariant() : QVariant(digest(registrationToken)), client.isResourceServer,
            client.createdAt});
}

void removeClient(Database &database, const QString &id)
{
    database.change(u"DELETE FROM oidc_clients WHERE id = ?"_s, {id});
}

tl::expected<Client, Refusal> authenticate(Call &call, const Form &form)
{
    const bool isBasic = hasBasic(call.request);
    const Credentials given = isBasic
        ? clientBasicOf(call.request).value_or(Credentials{})
        : Credentials{.id = form.value(u"client_id"), .secret = form.value(u"client_secret")};
    if (isBasic && (form.has(u"client_secret") || (form.has(u"client_id") && form.value(u"client_id") != given.id)))
        return badRequest(u"The client authenticates in two ways."_s);
    const auto client = findClient(call.database, given.id);
    if (client && digest(client->secret) == digest(given.secret))
        return *client;
    return refuse(isBasic ? 401 : 400, "invalid_client", u"The client is unknown, or its secret is wrong or missing."_s,
        isBasic ? Headers{{"WWW-Authenticate", R"(Basic realm="oidc")"}} : Headers{});
}

}
