// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordfilter.h"
#include "items/workspace.h"
