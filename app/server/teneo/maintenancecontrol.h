// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// What maintenance can be told below /_control/teneo, and what it tells. "task" is DAILY or HOURLY.

// POST maintenance {"clientId","task","message"?,"durationMs"?,"hang"?}: how the next run goes that is begun through
// the API. With "message", or with neither of the others, it fails; "durationMs", a day at most, is how long it takes;
// with "hang":true it never ends by itself.
Answer tellNextRun(Call &call);

// GET runs?clientId=…&task=…: the truth, all runs from the schedule's beginning to now, oldest first, as
// [{"startedAt","finishedAt","outcome","message"}]. The outcome is SUCCESS, FAILURE, LOST or RUNNING; of the last two
// finishedAt is null.
Answer listRuns(Call &call);

// POST restart: as if the product restarted. Every run under way is lost, and the results stay what they were before.
Answer restart(Call &call);

// POST schedule {"running":bool}: stops or resumes the schedule from now on. Runs under way go on; what would have
// begun while it was stopped is not made up for.
Answer switchSchedule(Call &call);

}
