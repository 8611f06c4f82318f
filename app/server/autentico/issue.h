// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

// What tokens are issued for.
struct Grant {
    QString grantType{};
    QString clientId{}; // null: no client
    QString userId{}; // null: the client itself
    QString scope{}; // as asked; only version 2 heeds it
    QString nonce{};
};

// The name tokens are meant for and issued to: version 1 knows one only, and version 2 wants it of administrators.
QString audience(bool isLater);

// Begins a session and answers with its tokens (RFC 6749 §5.1).
Response issue(Call &call, Grant grant);

}
