// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/oauth.h"

namespace oidc {

// Clients of a server with dynamic registration (RFC 7591): nobody can list them, and each is managed at an address and
// by a token of its own (RFC 7592), which are remembered here. `authentications`: words of the server for how a client
// authenticates; empty: it does not say.
Endpoint<Client> clients(const oauth::Place &registration, const QStringList &authentications);

}
