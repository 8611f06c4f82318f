// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// The lists version 2 shows administrators, a hundred at a time: `sort`, `order`, `search`, `limit`, `offset`, one
// value of a field, and `<field>_from` and `<field>_to` of a time. Answers {"data":{"items":[…],"total":n}}.
Answer pageOfClients(Call &call);
Answer pageOfUsers(Call &call);
Answer pageOfSessions(Call &call);
Answer pageOfTokens(Call &call);

// DELETE of one session or token: it ends, but stays in the list.
Answer deactivateSession(Call &call);
Answer revokeById(Call &call);

}
