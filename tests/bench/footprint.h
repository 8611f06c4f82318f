// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// What a process holds of the machine's memory, in bytes; 0 where the system does not tell.
struct Footprint {
    qint64 proportional = 0; // PSS: what is shared counts by its share
    qint64 resident = 0; // RSS
};

// Of a process and all it started.
Footprint footprintOf(qint64 process);
// Of this process, after what it does not use was given back.
Footprint settledFootprint();
qint64 mostResident(); // of this process, ever
