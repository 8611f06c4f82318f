// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

// Autentico's records as JSON. Its description and the running server disagree, so that three shapes are read: the
// described one, an envelope around names in PascalCase, and an envelope around those of later versions.
namespace autentico {

Result<QJsonObject> readObject(const Response &response); // without its envelope

Result<Client> readClient(const QJsonObject &json);
QJsonObject writeNewClient(const Client &client);
// Only what changed: the rest stays as it is, apart from a client's own lifetimes and the like, which later versions
// erase unless they are told again.
QJsonObject writeClientChanges(const Client &before, const Client &after);

Result<User> readUser(const QJsonObject &json);
QJsonObject writeNewUser(const User &user);
QJsonObject writeKnownUser(const User &user); // for readUser()

// Of the administration of later versions.
Result<Token> readToken(const QJsonObject &json);
Result<Token> readSession(const QJsonObject &json);

struct Listing {
    QJsonArray entries{};
    QString next{}; // offset of the next page; empty: that was all
    std::optional<qint64> total{}; // of all pages
};
Result<Listing> readListing(const Response &response, const ListQuery &asked);

}
