// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

class Server;

// The list of all tokens, see dialects/alltokens.h.
constexpr QLatin1StringView allTokensKind{"allTokens"};

// What is removed from one of a server's lists of tokens is no longer shown by the one of all, and the other way round.
void keepTokenListsInStep(const Server &server);
