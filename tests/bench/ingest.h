// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

// Has the console's models, without a window, take in a list of access tokens from a file of JSON that is sent over
// loopback; tells beside it how long the sending alone takes.
Result<QJsonObject> measureIngest(const QString &path);
