// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

Answer readDiscovery(Call &call);
Answer readKeys(Call &call);

}
