// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/localserver.h"

// Runs the local server until SIGTERM or SIGINT, or until standard input ends as well; answers the exit status. Prints
// one line of JSON when it is ready: {"url": where it is, "control": the bearer token of its control API}.
int serve(const server::Options &options, bool endsWithInput);
