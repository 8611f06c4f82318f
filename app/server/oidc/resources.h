// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

Answer readMetadataDocument(Call &call); // OpenID Connect Discovery §3, RFC 8414 §2
Answer readKeys(Call &call); // RFC 7517
Answer readUserInfo(Call &call); // OpenID Connect Core §5.3

}
