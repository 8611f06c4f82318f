// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "items/blastradius.h"

class Collection;

// What removing these of the list's records would hit. Counted in another thread, for there may be a million; takes the
// list as it is now.
Future<BlastRadius> radiusOf(Collection &collection, const QStringList &ids, const BlastRadius::Self &self);
