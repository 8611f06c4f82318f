// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

// One finished run of a maintenance task.
struct MaintenanceResult {
    bool succeeded = false;
    QString outcome{}; // the server's own word for it
    QString message{};
    QDateTime startedAt{};
    QDateTime finishedAt{};
    bool operator==(const MaintenanceResult &) const = default;
};

// What a server says of one maintenance task of one client.
struct MaintenanceStatus {
    bool running = false;
    QDateTime startedAt{};                         // while running
    std::optional<MaintenanceResult> lastResult{}; // none: it never ran, as far as the server tells
    bool operator==(const MaintenanceStatus &) const = default;
};
