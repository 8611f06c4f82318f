// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/maintenance.h"

// What a person is told although they may not look at the window. All text is plain and translated.
struct Notice {
    QString title{};
    QString text{};
    bool isUrgent = false; // stays until it is seen
    QString profileId{}; // of the server it is about
    std::optional<MaintenanceRun> run{}; // that it is about, if it is about one; one of no known time: its client
};
