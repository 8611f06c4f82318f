// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/basic.h"
#include "app/server/teneo/call.h"

namespace server::teneo {

struct ClientIdentity {
    QString id{};
    int accessSeconds = 0;
    int refreshSeconds = 0;
};

struct UserIdentity {
    QString id{};
    QString name{};
    bool isAdmin = false;
};

// Lifetimes in seconds where a client sets none of its own.
inline constexpr int defaultAccessSeconds = 3600;
inline constexpr int defaultRefreshSeconds = 14 * 24 * 3600;

// The client credentials of the form, or of the Authorization header (RFC 6749 §2.3.1), never of both; 400 or 401.
tl::expected<Credentials, Refusal> readCredentials(const Request &request, const Form &form);
tl::unexpected<Refusal> invalidClient(); // 401

std::optional<ClientIdentity> findClient(Database &database, const Credentials &credentials); // enabled ones only
std::optional<ClientIdentity> findClient(Database &database, const QString &id);
std::optional<UserIdentity> findUser(Database &database, const QString &name, const QString &password);
std::optional<UserIdentity> findUserByName(Database &database, const QString &name);

// The holder of a bearer, be it an access token or an API token; nothing when it is not in force.
std::optional<Caller> findCaller(Database &database, const QString &bearer, qint64 now);
void noteUse(Database &database, const Caller &caller, qint64 now);

}
