// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/mediationzone/call.h"

namespace server::mediationzone {

// /clients: found by name, which never changes. Secrets are stored and told in clear, as the product does.
Answer listClients(Call &call);
Answer readClient(Call &call);
Answer createClient(Call &call);
Answer putClient(Call &call); // changes the scope, or registers a client of that name
Answer rotateCredentials(Call &call); // PATCH without a body: new id and new secret; issued tokens live on
Answer removeClient(Call &call);

}
