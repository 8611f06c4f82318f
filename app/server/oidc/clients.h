// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// A registered client (RFC 7591).
struct Client {
    QString id{};
    QString secret{}; // empty: a public client
    QJsonObject metadata{};
    bool isResourceServer = false; // may introspect tokens that are not its own
    qint64 createdAt = 0;

    bool isPublic() const { return secret.isEmpty(); }
    bool has(QLatin1StringView member, const QString &value) const; // whether an array holds it
    bool allows(const QString &grant) const { return has(QLatin1StringView("grant_types"), grant); }
    // RFC 9700 §2.1: exactly one it registered, but for the port of a loopback address (RFC 8252 §7.3).
    bool hasRedirectUri(const QString &uri) const;
};

std::optional<Client> findClient(Database &database, const QString &id);
// The one the registration access token is for.
std::optional<Client> findClientByToken(Database &database, const QString &id, const QString &token);
// Inserts or replaces it; the token is kept as its digest, and forgotten when empty.
void storeClient(Database &database, const Client &client, const QString &registrationToken);
void removeClient(Database &database, const QString &id); // and its tokens

// The client that authenticates by Basic or in the form, or a public one that names itself (RFC 6749 §2.3, §3.2.1).
// 400 for two ways at once, invalid_client otherwise: 401 with a challenge after Basic, else 400.
tl::expected<Client, Refusal> authenticate(Call &call, const Form &form);

}
