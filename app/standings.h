// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancewatch.h"

#include <QJsonObject>

// How things are with the tasks of a watch, for other programs. Row and task are those of the watch.

// By the server's time now. One that was not asked about counts as one without an answer.
Standing standingOf(const MaintenanceWatch &watch, int row, int task);
bool isTrouble(Standing standing);
QString wordOf(Standing standing); // untranslated: "late"
QJsonObject countStandings(const MaintenanceWatch &watch); // {"clients", and how many tasks of each word}

QJsonObject taskOf(const MaintenanceWatch &watch, int row, int task); // {"client", "clientId", "task"}
// The run that is under way or, without one, the last; with "dueAt" where the next ought to have begun, and as
// "message" why the server did not tell, if that is so.
QJsonObject currentRun(const MaintenanceWatch &watch, int row, int task);
