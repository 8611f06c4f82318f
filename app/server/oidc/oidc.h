// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/persona.h"

namespace server::oidc {

// An OpenID Provider that keeps to the standards and has nothing of its own.
std::unique_ptr<Persona> makePersona(const Stage &stage);

}
