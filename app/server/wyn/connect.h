// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/wyn/store.h"

namespace server::wyn {

// POST /connect/token: RFC 6749 §4.3 with tenant_path and access-token-lifetime; whatever is wrong is a 400.
Response issueToken(const Call &call);

// POST /connect/revocation: RFC 7009; a token that is unknown, or another client's, is left alone without a word.
Response revokeToken(const Call &call);

// 400 {"error","error_description"?}
Response connectErrorResponse(const QByteArray &error, const QString &description = {});

}
