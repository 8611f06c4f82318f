// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unfinishedbatches.h"

#include "core/timetext.h"
#include "items/collection.h"
#include "ui/batchdialog.h"
#include "ui/bulkrun.h"
#include "ui/confirmdialog.h"
#include "ui/messagestrip.h"

using namespace Qt::Literals::StringLiterals;

using StoredState = StoredItem::State;

UnfinishedBatches::UnfinishedBatches(BulkRemoval &bulk, MessageStrip &strip, QWidget *page)
    : QObject(page)
    , m_bulk(bulk)
    , m_strip(strip)
    , m_page(page)
{
    connect(&bulk, &BulkRemoval::unsettledChanged, this, &UnfinishedBatches::look);
}

void UnfinishedBatches::look()
{
    onResult(this, m_bulk.unsettled(), [this](const Result<QList<BatchTally>> &tallies) {
        if (!tallies)
            m_strip.showError(tallies.error());
        else if (tallies->isEmpty())
            m_strip.clear();
        else
            show(tallies->first());
    });
}

QString UnfinishedBatches::whatOf(const BatchTally &tally) const
{
    const Collection *collection = m_bulk.collectionOf(tally.batch);
    int total = 0;
    for (const int count : tally.counts)
        total += count;
    return collection ? collection->nameOf(total) : QString::number(total);
}

static QString unfinishedSentence(const StoredBatch &batch, const QString &what)
{
    const QString when = absoluteTime(batch.created);
    if (batch.operation == "revoke"_L1)
        return UnfinishedBatches::tr("The revocation of %1, begun on %2, is not finished.", "12 access tokens")
            .arg(what, when);
    if (batch.operation == "deactivate"_L1)
        return UnfinishedBatches::tr("The deactivation of %1, begun on %2, is not finished.", "12 clients")
            .arg(what, when);
    return UnfinishedBatches::tr("The deletion of %1, begun on %2, is not finished.", "12 clients").arg(what, when);
}

QString UnfinishedBatches::text(const BatchTally &tally, const QString &what)
{
    const QString when = absoluteTime(tally.batch.created);
    const int begun = tally.count(StoredState::Begun);
    const int failed = tally.count(StoredState::Failed);
    if (begun + failed + tally.count(StoredState::Waiting) == 0)
        return tr("All of the %1 that were to go on %2 are gone; nobody has seen the report yet.", "12 access tokens")
            .arg(what, when);
    QStringList parts{tr("%Ln done", nullptr, tally.count(StoredState::Done))};
    if (failed > 0)
        parts << tr("%Ln failed", nullptr, failed);
    if (begun > 0)
        parts << tr("%Ln may or may not have been done", nullptr, begun);
    parts << tr("%Ln not started", nullptr, tally.count(StoredState::Waiting));
    QStringList lines{unfinishedSentence(tally.batch, what), parts.join(u" · "_s)};
    if (begun > 0)
        lines << tr("To do those again that may have been done does no harm: what is gone already counts as done.");
    return lines.join(u'\n');
}

void UnfinishedBatches::show(const BatchTally &tally)
{
    const bool isDone
        = tally.count(StoredState::Waiting) + tally.count(StoredState::Begun) + tally.count(StoredState::Failed) == 0;
    m_strip.showWarning(text(tally, whatOf(tally)));
    if (!isDone && m_bulk.collectionOf(tally.batch))
        m_strip.setAction(tr("Continue"), [this, batch = tally.batch] { resume(batch); });
    m_strip.addAction(u"batchShowReport"_s, tr("Show Report"), [this, batch = tally.batch] { showReport(batch); });
    m_strip.addAction(u"batchDiscard"_s, tr("Discard"), [this, tally] { askToDiscard(tally); });
}

void UnfinishedBatches::resume(const StoredBatch &batch)
{
    m_strip.showInfo(tr("Loading the list, to see what is left…"));
    onResult(this, m_bulk.itemsToResume(batch), [this, batch](const Result<QList<StoredItem>> &items) {
        if (!items) {
            m_strip.showError(items.error());
            m_strip.setAction(tr("Retry"), [this, batch] { resume(batch); });
            return;
        }
        m_strip.clear();
        makeBulkDialog(m_bulk, m_bulk.resume(batch, *items), tr("Continue"), m_page)->run();
    });
}

void UnfinishedBatches::showReport(const StoredBatch &batch)
{
    onResult(this, m_bulk.items(batch), [this, batch](const Result<QList<StoredItem>> &items) {
        if (!items)
            return m_strip.showError(items.error());
        auto *dialog = new BatchDialog(m_bulk.report(batch, *items).batch, tr("Report"), m_page);
        dialog->setReport(m_bulk.reportHead(batch));
        dialog->showReport();
    });
}

void UnfinishedBatches::askToDiscard(const BatchTally &tally)
{
    const bool isDone
        = tally.count(StoredState::Waiting) + tally.count(StoredState::Begun) + tally.count(StoredState::Failed) == 0;
    if (isDone)
        return m_bulk.discard(tally.batch);
    auto *dialog
        = new ConfirmDialog({.title = tr("Forget what is left to do?"),
                                .consequence = tr("What was done stays done. The rest stays as it is on the server, "
                                                  "and the report is lost."),
                                .confirmLabel = tr("Discard")},
            m_page);
    connect(dialog, &QDialog::accepted, this, [this, batch = tally.batch] { m_bulk.discard(batch); });
    dialog->open();
}

#include "moc_unfinishedbatches.cpp"
