// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/persona.h"

namespace server::mediationzone {

// MediationZone's Authorization Server: scopes and clients by its management API, and JWTs for the clients.
std::unique_ptr<Persona> makePersona(const Stage &stage);

}
