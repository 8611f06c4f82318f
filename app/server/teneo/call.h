// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/message.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace server::teneo {

// Whoever holds the bearer token of a request. Null strings: the token has no such context.
struct Caller {
    QString tokenId{};
    QString type{}; // CLIENT, USER, ADMIN or API
    QString clientId{};
    QString clientName{};
    QString userId{};
    QString userName{};
    bool isAdmin = false; // the token's user has the administrator role
    qint64 issuedAt = 0;
    std::optional<qint64> expiresAt{}; // none: never
    std::optional<qint64> lastUsedAt{};
};

// How the next run of a task that is begun through the API is to go.
struct NextRun {
    QString failure{}; // its message; empty: it succeeds
    std::optional<qint64> duration{}; // in milliseconds; none: as long as usual
    bool hangs = false;
};

// What is not in the database: how the persona was told to behave.
struct State {
    std::chrono::milliseconds maintenance{3000};
    QHash<std::pair<QString, QString>, NextRun> nextRuns{}; // by client id and task
    bool isDelegationConfigured = true;
};

// One request to one endpoint, with all an endpoint needs. Times are milliseconds since 1970, UTC.
struct Call {
    const Request &request;
    const QStringList &arguments;
    Database &database;
    State &state;
    qint64 now = 0;
    Caller caller{};
};

using Endpoint = Answer (*)(Call &call);

tl::unexpected<Refusal> badRequest(const QString &description); // 400 invalid_request
tl::unexpected<Refusal> notFound(const QString &description); // 404 not_found
tl::unexpected<Refusal> conflict(const QString &description); // 409 conflict
tl::unexpected<Refusal> unauthorized(); // 401 invalid_token, RFC 6750 §3
tl::unexpected<Refusal> forbidden(const QString &description); // 403 insufficient_scope

}
