// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

Q_LOGGING_CATEGORY(logNet, "latchkey.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "latchkey.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "latchkey.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "latchkey.server", QtInfoMsg)
