// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// /oauth2/register, in version 2 /admin/api/clients too: administrators register clients, change what they name, and
// deactivate, which can be undone. A secret is told once.
Answer listClients(Call &call);
Answer createClient(Call &call);
Answer readClient(Call &call);
Answer changeClient(Call &call);
Answer removeClient(Call &call);

}
