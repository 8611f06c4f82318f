// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"
#include "app/server/teneo/credentials.h"

#include <QJsonObject>

namespace server::teneo {

// POST /oauth2/token: RFC 6749 §4.3, §4.4 and §6; an administrator's name and password count as client credentials.
Answer issueToken(Call &call);

// Issues an access and a refresh token in the context of a user and a client; `family` is empty for a new sign-in.
// Returns the members of an answer of the token endpoint (RFC 6749 §5.1).
QJsonObject issueUserTokens(
    Call &call, const ClientIdentity &client, const QString &userId, const QString &family = {});

}
