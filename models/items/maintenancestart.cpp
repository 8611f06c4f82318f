// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancestart.h"

#include "items/maintenancetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct StartTexts {
    Q_DECLARE_TR_FUNCTIONS(MaintenanceStart)
};

}

static const MaintenanceCell *cellOf(const StartTarget &target)
{
    const int row = target.watch ? target.watch->rowOf(target.clientId) : -1;
    return row < 0 ? nullptr : &target.watch->clients().at(row).cells.at(target.task);
}

// The more of it, the earlier it is started.
static qint64 urgencyOf(const StartTarget &target, StartPlan::Order order)
{
    const MaintenanceCell *cell = cellOf(target);
    if (!cell || order == StartPlan::Order::AsListed)
        return 0;
    if (order == StartPlan::Order::LongestFirst)
        return cell->usual ? cell->usual->count() : 0;
    return cell->due().isValid() ? -cell->due().toMSecsSinceEpoch() : 0;
}

// A run that ended is no error of asking for it; of a batch it is, when it did not do its work.
static Result<> outcomeOf(const MaintenanceRun &run)
{
    switch (run.outcome) {
    case MaintenanceRun::Outcome::Succeeded:
        return {};
    case MaintenanceRun::Outcome::Failed:
        return failure(Error::Kind::Rejected, run.message.isEmpty() ? outcomeWord(run.outcome) : run.message);
    case MaintenanceRun::Outcome::Running:
    case MaintenanceRun::Outcome::Unknown:
        break;
    }
    return failure(Error::Kind::Rejected,
        run.message.isEmpty() ? StartTexts::tr("It vanished without a result: what it did is not known.")
                              : run.message);
}

std::unique_ptr<Batch> makeStart(QList<StartTarget> targets, const StartPlan &plan)
{
    std::stable_sort(targets.begin(), targets.end(), [&](const StartTarget &a, const StartTarget &b) {
        return urgencyOf(a, plan.order) > urgencyOf(b, plan.order);
    });
    QStringList servers;
    for (const StartTarget &target : std::as_const(targets))
        if (!servers.contains(target.serverName))
            servers << target.serverName;
    QList<Batch::Item> items;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const StartTarget &target = targets[i];
        const QString task = target.watch ? target.watch->taskLabels().at(target.task) : QString();
        //: %1 a client, %2 a maintenance task, %3 a server
        items << Batch::Item{.id = QString::number(i),
            .name = servers.size() > 1 ? StartTexts::tr("%1, %2, on %3").arg(target.clientName, task, target.serverName)
                                       : StartTexts::tr("%1, %2").arg(target.clientName, task)};
    }
    const auto self = std::make_shared<QPointer<Batch>>();
    const auto operation = [targets, self, stops = plan.stopsAfterFailure](const QString &id) -> Future<> {
        const StartTarget &target = targets.at(id.toInt());
        if (!target.watch)
            return ready(Result<>(failure(Error::Kind::NotFound, StartTexts::tr("The server was disconnected."))));
        MaintenanceWatch *watch = target.watch;
        const auto name = target.clientName;
        return andThen(watch, watch->run(target.clientId, target.task), [self, stops, name](const MaintenanceRun &run) {
            Result<> outcome = outcomeOf(run);
            if (!outcome && stops && *self)
                (*self)->pause(StartTexts::tr("The run for %1 did not succeed, so nothing more is started.").arg(name));
            return outcome;
        });
    };
    auto batch = std::make_unique<Batch>(items, operation);
    *self = batch.get();
    batch->setLimits({.atOnce = plan.atOnce});
    batch->setDoneText(StartTexts::tr("Succeeded"));
    return batch;
}
