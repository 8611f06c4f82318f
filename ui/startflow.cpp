// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startflow.h"

#include "ui/batchdialog.h"

using namespace Qt::Literals::StringLiterals;

StartFlow::StartFlow(QWidget *page)
    : QObject(page)
    , m_page(page)
{
}

static void startOne(const StartTarget &target)
{
    if (target.watch)
        (void)target.watch->run(target.clientId, target.task);
}

void StartFlow::start(const QList<StartTarget> &targets, StartDialog::Subject subject)
{
    if (targets.size() == 1 && !subject.isProduction)
        return startOne(targets.first());
    for (const StartTarget &target : targets) {
        subject.clients << target.clientName;
        if (!subject.servers.contains(target.serverName))
            subject.servers << target.serverName;
    }
    auto *dialog = new StartDialog(subject, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, targets, task = subject.task] {
        if (targets.size() == 1)
            startOne(targets.first());
        else
            follow(targets, dialog->plan(), task);
    });
    dialog->open();
}

void StartFlow::follow(const QList<StartTarget> &targets, const StartPlan &plan, const QString &task)
{
    ++m_following;
    auto *dialog = new BatchDialog(makeStart(targets, plan), tr("%1 Maintenance").arg(task), m_page);
    dialog->setObjectName(u"startRun"_s);
    connect(dialog, &BatchDialog::ended, this, [this](int succeeded, int others) {
        --m_following;
        Q_EMIT ended(succeeded, others);
    });
    dialog->run();
}

#include "moc_startflow.cpp"
