// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/message.h"
#include "app/server/signingkey.h"

namespace server::mediationzone {

// One request to one endpoint, with all an endpoint needs. Times are milliseconds since 1970, UTC.
struct Call {
    const Request &request;
    const QStringList &arguments;
    Database &database;
    SigningKey &key;
    qint64 now = 0;
};

// What is refused has the body {"error","error_description"}.
using Endpoint = Answer (*)(Call &call);

}
