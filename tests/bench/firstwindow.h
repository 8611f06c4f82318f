// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QStringList>

// Starts a program on the X server that DISPLAY names and answers how long it took until its first window was there,
// and what it keeps in memory once it has nothing to do; then ends it.
Result<QJsonObject> measureFirstWindow(QStringList command);
