// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"

QThreadPool &backgroundThreads()
{
    static QThreadPool threads;
    return threads;
}
