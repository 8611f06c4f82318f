// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/persona.h"

namespace server::autentico {

// Autentico: an OAuth2 server whose clients administrators register, and whose tokens are JWTs.
std::unique_ptr<Persona> makePersona(const Stage &stage);

}
