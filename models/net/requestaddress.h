// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// Where a request goes: below `base`, or to its own absolute address, with its query. Network where `base` is no
// complete http or https address; Rejected where the request cannot be addressed, see Request::absolute.
Result<QUrl> addressOf(const Request &request, const QUrl &base);
