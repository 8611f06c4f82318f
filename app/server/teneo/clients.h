// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// /oauth2/clients: an administrator sees and changes all clients, a client's or user's token sees only its own client,
// and an API token of somebody else none. A secret is told once, in the answer that set it.
Answer listClients(Call &call);
Answer listClientTypes(Call &call);
Answer readClient(Call &call);
Answer createClient(Call &call);
Answer changeClient(Call &call);
Answer removeClient(Call &call);

}
