// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/persona.h"

namespace server::wyn {

// Wyn Enterprise's identity tokens: issued by password, revoked one by one or all that are older than a time.
std::unique_ptr<Persona> makePersona(const Stage &stage);

}
