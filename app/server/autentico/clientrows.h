// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"
#include "app/server/oauth.h"

namespace server::autentico {

// A registered client as it is stored; its secret is apart.
struct Client {
    QString id{};
    QJsonObject metadata{}; // its JSON without id, secret and state
    bool isActive = true;
    qint64 createdAt = 0;

    QString text(QLatin1StringView member) const { return metadata[member].toString(); }
    bool has(QLatin1StringView member, const QString &value) const; // whether an array holds it
    bool isPublic() const { return text(QLatin1StringView("client_type")) == QLatin1StringView("public"); }
};

std::optional<Client> loadClient(Database &database, const QString &id);
std::vector<Client> loadActiveClients(Database &database); // newest first
void insertClient(Database &database, const Client &client, const QString &secret);
void updateClient(Database &database, const Client &client);
bool isSecretOf(Database &database, const QString &id, const QString &secret);

QJsonObject toJson(const Client &client, bool isLater);

// The client a request authenticates as, by Basic or in the form; nothing for a request without one, or one the form
// names that does not exist. 401 invalid_client. A public client needs no secret.
tl::expected<std::optional<Client>, Refusal> authenticate(const Call &call, const Form &form);

}
