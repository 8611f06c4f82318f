// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

namespace teneo {

// Client credentials, administrator, user password, pasted API token, delegated login: in that order of use here.
QList<SignInMethod> signInMethods();
Grants grants();

}
