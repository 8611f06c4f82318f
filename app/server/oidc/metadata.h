// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

namespace server::oidc {

// The metadata a client is registered with, out of what it asks for (RFC 7591 §2, OpenID Connect Registration §2):
// checked, defaults filled in, what this server does not know left out. 400 invalid_redirect_uri or
// invalid_client_metadata (RFC 7591 §3.2.2).
tl::expected<QJsonObject, Refusal> readMetadata(const QJsonObject &wish);

}
