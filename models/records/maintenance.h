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

// One run of a task, as a console saw it. Times are the server's own.
struct MaintenanceRun {
    // Unknown: it was seen running, and ended without a result anybody could read.
    enum class Outcome { Running, Succeeded, Failed, Unknown };
    QString clientId{};
    QString clientName{}; // when it was seen last
    QString task{}; // its id: "daily"
    QDateTime startedAt{}; // UTC
    QDateTime finishedAt{}; // UTC; invalid: not yet, or nobody knows
    Outcome outcome = Outcome::Running;
    QString message{};
    QString starter{}; // who started it with a console; empty: the server itself, or nobody knows who
    bool operator==(const MaintenanceRun &) const = default;
};

// What a server says of one maintenance task of one client.
struct MaintenanceStatus {
    bool running = false;
    QDateTime startedAt{};                         // while running
    std::optional<MaintenanceResult> lastResult{}; // none: it never ran, as far as the server tells
    bool operator==(const MaintenanceStatus &) const = default;
};
