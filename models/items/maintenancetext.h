// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenanceboard.h"

// What a person reads of maintenance, translated.
QString stateText(MaintenanceBoard::State state, const QDateTime &since); // UTC
QString resultText(const std::optional<MaintenanceResult> &result); // one line
QString resultDetail(const MaintenanceResult &result); // several
