// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace server {

// How many Studio clients with maintenance by schedule demo data can have.
inline constexpr int mostStudios = 10'000;

// How many tokens demo data is to hold, and what they are drawn from: the same two at the same time give the same
// tokens.
struct Crowd {
    static constexpr int largest = 10'000'000;

    int tokens = 0; // of all kinds together; 0: as few as the product's own demo data has
    quint64 seed = 1; // of the Studio clients too
};

}
