// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Who uses this console: "account@computer", as it is written where others read it, too.
QString personHere();
