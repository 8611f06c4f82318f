// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// The daily and hourly maintenance tasks of a STUDIO client. A run takes as long as the server was told, by its clock.
Answer beginDaily(Call &call);
Answer beginHourly(Call &call);
Answer readDailyStatus(Call &call);
Answer readHourlyStatus(Call &call);

// Control: {"clientId","task","message"?} makes the next run of that task fail.
Answer failNextRun(Call &call);

}
