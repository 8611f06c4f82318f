// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/redaction.h"
#include "net/request.h"

// A request without its secrets, and otherwise as it was, to the byte; without its stream, too. In its path, query and
// form, what `replacement` gives is percent-encoded, but for '*'.
Request withoutSecrets(const Request &request, const Replacement &replacement = asterisks);

bool isForm(const Request &request); // application/x-www-form-urlencoded
