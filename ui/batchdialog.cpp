// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchdialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static constexpr auto patience = std::chrono::milliseconds(300); // a dialog that only flashes up is worse than none

BatchDialog::BatchDialog(std::unique_ptr<Batch> batch, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_batch(std::move(batch))
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_retry(new QPushButton(tr("Retry Failed"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(title);
    m_summary->setObjectName(u"batchSummary"_s);
    m_summary->setProperty("look", u"heading"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, m_batch->total());
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setObjectName(u"batchStop"_s);
    m_retry->setObjectName(u"batchRetry"_s);
    m_close->setObjectName(u"batchClose"_s);

    auto *table = new QTableView(this);
    table->setObjectName(u"batchTable"_s);
    table->setAccessibleName(tr("Results"));
    table->setModel(m_batch.get());
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addStretch();
    buttons->addWidget(m_retry);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(table, 1);
    layout->addLayout(buttons);
    resize(560, 360);

    connect(m_batch.get(), &Batch::progressed, this, &BatchDialog::updateState);
    connect(m_batch.get(), &Batch::finished, this, &BatchDialog::takeEnd);
    connect(m_stop, &QPushButton::clicked, m_batch.get(), &Batch::stop);
    connect(m_retry, &QPushButton::clicked, m_batch.get(), &Batch::retryFailed);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::finished, this, [this] {
        const int done = m_batch->count(Batch::Outcome::Done);
        deleteLater();
        Q_EMIT ended(done, m_batch->total() - done);
    });
}

void BatchDialog::run()
{
    if (m_batch->total() > 1)
        open();
    else
        QTimer::singleShot(patience, this, [this] {
            if (m_batch->isRunning())
                open();
        });
    updateState();
    m_batch->start();
}

// While requests are under way, Esc stops what has not begun; their outcome has to be seen.
void BatchDialog::reject()
{
    if (m_batch->isRunning())
        m_batch->stop();
    else
        QDialog::reject();
}

void BatchDialog::updateState()
{
    const int done = m_batch->count(Batch::Outcome::Done);
    const int failed = m_batch->count(Batch::Outcome::Failed);
    const int stopped = m_batch->count(Batch::Outcome::Stopped);
    m_progress->setValue(done + failed + stopped);
    QStringList parts{tr("%1 of %2 done").arg(done).arg(m_batch->total())};
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    if (stopped > 0)
        parts << tr("%n not started", nullptr, stopped);
    m_summary->setText(parts.join(u" · "_s));
    const bool running = m_batch->isRunning();
    m_stop->setEnabled(m_batch->count(Batch::Outcome::Waiting) > 0);
    m_retry->setVisible(!running && failed + stopped > 0);
    m_close->setEnabled(!running);
}

void BatchDialog::takeEnd()
{
    updateState();
    const bool allWell = m_batch->count(Batch::Outcome::Done) == m_batch->total();
    if (allWell && m_batch->total() <= 1)
        accept();
    else if (!isVisible())
        open();
}
