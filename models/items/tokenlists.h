// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

// The list of all tokens, see dialects/alltokens.h.
constexpr QLatin1StringView allTokensKind{"allTokens"};

// What is removed from one of a server's lists of tokens is no longer shown by the one of all, and the other way round.
void keepTokenListsInStep(const QList<Collection *> &lists);
