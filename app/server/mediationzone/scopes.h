// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/mediationzone/call.h"

namespace server::mediationzone {

// /scope: what clients may be given. A removed scope stays in the clients that hold it, but in no token issued later.
Answer listScopes(Call &call);
Answer addScopes(Call &call); // those present already count as added
Answer removeScopes(Call &call); // PATCH; answers those that were present

// The member "scope" as scope tokens (RFC 6749 §3.3), each once; 400 invalid_request without it, invalid_scope when a
// character in it is none of theirs.
tl::expected<QStringList, Refusal> readScope(const QJsonObject &object);

// Those of the scopes that are provisioned, in the order given.
QStringList provisioned(Database &database, const QStringList &scopes);

}
