// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace teneo {

// The translation context of what this dialect says to people.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Teneo)
};

}
