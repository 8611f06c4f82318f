// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/dialects/demoserver.h"

// Does what a capability promises, through the console's lists and drafts, and fails the test unless the server did it.
using CapabilityCheck = std::function<void(DemoServer &)>;
using CapabilityChecks = QHash<QString, CapabilityCheck>; // by capability id

CapabilityChecks recordChecks();
CapabilityChecks tokenChecks();
CapabilityChecks serverChecks();
// What is offered though its maker does not document it: that the persona does not do it, and how that is told.
CapabilityChecks undocumentedChecks();

inline CapabilityCheck checkWith(void (*check)(DemoServer &, const QString &), const QString &what)
{
    return [check, what](DemoServer &visited) { check(visited, what); };
}
