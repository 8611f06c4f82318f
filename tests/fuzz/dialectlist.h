// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

namespace fuzz {

// Metadata of a server that has everything the standards know.
QJsonObject wholeMetadata();
// Every dialect as it is at first, with each of its presets, and on a server that publishes everything.
const QList<Dialect> &everyDialect();
// A value for each field a person is asked for.
SignInValues someValues(const QList<SignInField> &asked);
// What any request must be, whatever a server had said before: an address that is one, no line break in a header, JSON
// where it says JSON.
void checkSendable(const Request &request);

}
