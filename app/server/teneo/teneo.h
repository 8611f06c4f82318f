// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/persona.h"

namespace server::teneo {

// Teneo Manager's /oauth2 API: clients, API tokens, access and refresh tokens, maintenance and delegated login.
std::unique_ptr<Persona> makePersona(const Stage &stage);

}
