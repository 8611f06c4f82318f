// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/teneo/call.h"

namespace server::teneo {

// The daily and hourly maintenance tasks of a STUDIO client. A run that is begun takes as long as the server was told,
// by its clock; see Runs for those that begin by themselves.
Answer beginDaily(Call &call);
Answer beginHourly(Call &call);
Answer readDailyStatus(Call &call);
Answer readHourlyStatus(Call &call);

// Why a client can have no maintenance.
std::optional<Refusal> maintenanceProblem(Call &call, const QString &clientId);

}
