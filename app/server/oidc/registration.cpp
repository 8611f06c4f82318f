// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/registration.h"

#include "app/server/oidc/clients.h"
#include "app/server/oidc/metadata.h"
#include "app/server/oidc/tokens.h"
#include "app/server/random.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

// RFC 7592 §3
static QJsonObject describe(const Call &call, const Client &client, const QString &registrationToken)
{
    QJsonObject object = client.metadata;
    object[u"client_id"_s] = client.id;
    object[u"client_id_issued_at"_s] = client.createdAt;
    object[u"registration_client_uri"_s] = call.issuer() + u"/register/"_s + client.id;
    object[u"registration_access_token"_s] = registrationToken;
    if (!client.isPublic()) {
        object[u"client_secret"_s] = client.secret;
        object[u"client_secret_expires_at"_s] = 0;
    }
    return object;
}

static void settleSecret(Client &client)
{
    const bool needsOne = client.metadata.value("token_endpoint_auth_method"_L1) != "none"_L1;
    if (!needsOne)
        client.secret.clear();
    else if (client.secret.isEmpty())
        client.secret = newSecret(32);
}

static tl::expected<Client, Refusal> findOwn(const Call &call)
{
    const QString token = bearerOf(call.request);
    const auto client = findClientByToken(call.database, call.arguments.first(), token);
    if (!client)
        return invalidToken(token.isEmpty());
    return *client;
}

Answer registerClient(Call &call)
{
    if (const QString bearer = bearerOf(call.request); bearer != QLatin1StringView(initialAccessToken)) {
        if (!isAdministrators(call, bearer))
            return invalidToken(bearer.isEmpty());
    }
    const auto wish = readJson(call.request);
    if (!wish)
        return tl::unexpected(wish.error());
    const auto metadata = readMetadata(*wish);
    if (!metadata)
        return tl::unexpected(metadata.error());
    Client client{.id = newSecret(16), .metadata = *metadata, .createdAt = call.now};
    settleSecret(client);
    const QString token = newSecret(32);
    storeClient(call.database, client, token);
    return jsonResponse(201, describe(call, client, token));
}

Answer readRegistration(Call &call)
{
    const auto client = findOwn(call);
    if (!client)
        return tl::unexpected(client.error());
    return jsonResponse(200, describe(call, *client, bearerOf(call.request)));
}

Answer replaceRegistration(Call &call)
{
    auto client = findOwn(call);
    if (!client)
        return tl::unexpected(client.error());
    const auto wish = readJson(call.request);
    if (!wish)
        return tl::unexpected(wish.error());
    for (const QString &ours : {u"registration_access_token"_s, u"registration_client_uri"_s,
             u"client_secret_expires_at"_s, u"client_id_issued_at"_s}) {
        if (wish->contains(ours))
            return badRequest(ours + u" is for the server to set."_s);
    }
    if (wish->value("client_id"_L1) != client->id)
        return badRequest(u"client_id must be that of the client."_s);
    if (wish->contains("client_secret"_L1) && wish->value("client_secret"_L1) != client->secret)
        return badRequest(u"A client does not choose its secret."_s);
    const auto metadata = readMetadata(*wish);
    if (!metadata)
        return tl::unexpected(metadata.error());
    client->metadata = *metadata;
    settleSecret(*client);
    const QString token = newSecret(32);
    storeClient(call.database, *client, token);
    return jsonResponse(200, describe(call, *client, token));
}

Answer deleteRegistration(Call &call)
{
    const auto client = findOwn(call);
    if (!client)
        return tl::unexpected(client.error());
    removeClient(call.database, client->id);
    return Response{.status = 204};
}

}
