// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulkrun.h"

#include "ui/batchdialog.h"

BatchDialog *makeBulkDialog(BulkRemoval &bulk, BulkRemoval::Run run, const QString &title, QWidget *page)
{
    const StoredBatch facts = run.facts;
    auto *dialog = new BatchDialog(std::move(run.batch), title, page);
    dialog->setReport(bulk.reportHead(facts));
    if (bulk.canProve() && !run.values.isEmpty())
        dialog->setProof(
            [&bulk, values = run.values](const QList<Batch::Item> &items) { return bulk.proof(values, items); });
    QObject::connect(
        dialog, &BatchDialog::ended, &bulk, [&bulk, facts](int, int failed) { bulk.settle(facts, failed == 0); });
    return dialog;
}
