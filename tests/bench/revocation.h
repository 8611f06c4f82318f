// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QUrl>

// Selects so many tokens in the window, revokes them as a person does, and answers how many a second that were.
Result<QJsonObject> measureRevocation(const QUrl &server, int tokens);
