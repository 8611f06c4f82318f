// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"
#include "items/maintenancewatch.h"

#include <QPointer>

// One task of one client that is to be started.
struct StartTarget {
    QPointer<MaintenanceWatch> watch{};
    QString clientId{};
    QString clientName{};
    QString serverName{};
    int task = 0;
};

// How many are started.
struct StartPlan {
    enum class Order { AsListed, LongestFirst, MostOverdueFirst };
    static constexpr int mostAtOnce = 100;
    Order order = Order::AsListed;
    int atOnce = 4; // that run at the same time
    bool stopsAfterFailure = false; // nothing more is started then until the person says so
};

// The runs of these as a batch, not started yet: an item ends when its run does. Run with a server that is closed
// meanwhile: the rest is stopped.
std::unique_ptr<Batch> makeStart(QList<StartTarget> targets, const StartPlan &plan);
