// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchdialog.h"

#include "core/timetext.h"
#include "ui/messagestrip.h"
#include "ui/reportfile.h"
#include "ui/reasonlist.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static constexpr auto patience = std::chrono::milliseconds(300); // a dialog that only flashes up is worse than none

BatchDialog::BatchDialog(std::unique_ptr<Batch> batch, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_batch(std::move(batch))
    , m_strip(new MessageStrip(this))
    , m_summary(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_reasons(new ReasonList(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_export(new QPushButton(tr("Export Report…"), this))
    , m_prove(new QPushButton(tr("Prove…"), this))
    , m_retry(new QPushButton(tr("Retry Failed"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(title);
    m_summary->setObjectName(u"batchSummary"_s);
    m_summary->setProperty("look", u"heading"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_pace->setObjectName(u"batchPace"_s);
    m_pace->setProperty("look", u"muted"_s);
    m_pace->setTextFormat(Qt::PlainText);
    m_pace->setWordWrap(true);
    m_progress->setRange(0, m_batch->total());
    m_progress->setAccessibleName(tr("Progress"));
    m_pause->setObjectName(u"batchPause"_s);
    m_stop->setObjectName(u"batchStop"_s);
    m_export->setObjectName(u"batchExport"_s);
    m_prove->setObjectName(u"batchProve"_s);
    m_prove->setToolTip(tr("Asks the server of each whether it is inactive now."));
    m_retry->setObjectName(u"batchRetry"_s);
    m_close->setObjectName(u"batchClose"_s);
    buildLayout(buildTable());
    connectParts();
}

QWidget *BatchDialog::buildTable()
{
    m_shown->setSourceModel(m_batch.get());
    m_shown->setFilterKeyColumn(Batch::Answer);
    auto *table = new QTableView(this);
    table->setObjectName(u"batchTable"_s);
    table->setAccessibleName(tr("Results"));
    table->setModel(m_shown);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

QBoxLayout *BatchDialog::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addWidget(m_stop);
    buttons->addStretch();
    for (QPushButton *button : {m_export, m_prove, m_retry, m_close})
        buttons->addWidget(button);
    return buttons;
}

void BatchDialog::buildLayout(QWidget *table)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_pace);
    layout->addWidget(m_reasons);
    layout->addWidget(table, 1);
    layout->addLayout(buildButtons());
    resize(620, 440);
}

void BatchDialog::connectParts()
{
    connect(m_batch.get(), &Batch::progressed, this, &BatchDialog::updateState);
    connect(m_batch.get(), &Batch::finished, this, &BatchDialog::takeEnd);
    connect(m_pause, &QPushButton::clicked, this, &BatchDialog::togglePause);
    connect(m_stop, &QPushButton::clicked, m_batch.get(), &Batch::stop);
    connect(m_export, &QPushButton::clicked, this, &BatchDialog::exportReport);
    connect(m_prove, &QPushButton::clicked, this, &BatchDialog::prove);
    connect(m_retry, &QPushButton::clicked, m_batch.get(), &Batch::retryFailed);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reasons, &ReasonList::chosen, this, &BatchDialog::filterBy);
    connect(this, &QDialog::finished, this, [this] {
        const int done = m_batch->count(Batch::Outcome::Done);
        deleteLater();
        Q_EMIT ended(done, m_batch->total() - done);
    });
}

void BatchDialog::setReport(const ReportHead &head)
{
    m_report = head;
    updateState();
}

void BatchDialog::setProof(Proof proof)
{
    m_proof = std::move(proof);
    updateState();
}

void BatchDialog::run()
{
    if (m_batch->total() > 1)
        open();
    else
        QTimer::singleShot(patience, this, [this] {
            if (!m_batch->isOver())
                open();
        });
    m_batch->start();
    updateState();
}

void BatchDialog::showReport()
{
    m_isReport = true;
    updateState();
    open();
}

// While something is left to do, Esc stops what has not begun; the outcome of what has must be seen.
void BatchDialog::reject()
{
    if (m_isReport || m_batch->isOver())
        QDialog::reject();
    else
        m_batch->stop();
}

void BatchDialog::togglePause()
{
    if (m_batch->pauseState())
        m_batch->resume();
    else
        m_batch->pause();
    updateState();
}

QString BatchDialog::summaryText() const
{
    const int failed = m_batch->count(Batch::Outcome::Failed);
    const int stopped = m_batch->count(Batch::Outcome::Stopped);
    QStringList parts{tr("%1 of %2 done").arg(
        QLocale().toString(m_batch->count(Batch::Outcome::Done)), QLocale().toString(m_batch->total()))};
    if (failed > 0)
        parts << tr("%Ln failed", nullptr, failed);
    if (stopped > 0)
        parts << tr("%Ln not started", nullptr, stopped);
    return parts.join(u" · "_s);
}

QString BatchDialog::paceText() const
{
    if (m_isReport || m_batch->isOver())
        return {};
    if (const auto &pause = m_batch->pauseState())
        return pause->message;
    if (m_batch->isHeldByServer() && !m_batch->isRunning())
        return tr("The server asks for patience. It goes on in %1.")
            .arg(durationText(std::chrono::ceil<std::chrono::seconds>(m_batch->delay())));
    const auto left = m_batch->timeLeft();
    if (!left)
        return {};
    const QString rate = QLocale().toString(m_batch->rate(), 'f', m_batch->rate() < 10 ? 1 : 0);
    //: %1 a number, %2 a duration
    return tr("%1 per second · about %2 left").arg(rate, durationText(*left));
}

void BatchDialog::updateState()
{
    const int ended
        = m_batch->total() - m_batch->count(Batch::Outcome::Waiting) - m_batch->count(Batch::Outcome::Running);
    const bool isOver = m_isReport || m_batch->isOver();
    const bool canRetry = m_batch->count(Batch::Outcome::Failed) + m_batch->count(Batch::Outcome::Stopped) > 0;
    m_progress->setValue(ended);
    m_summary->setText(summaryText());
    m_pace->setText(paceText());
    m_pace->setVisible(!isOver);
    m_pause->setText(m_batch->pauseState() ? tr("Continue") : tr("Pause"));
    m_pause->setVisible(!isOver);
    m_stop->setVisible(!m_isReport);
    m_stop->setEnabled(m_batch->count(Batch::Outcome::Waiting) > 0);
    m_export->setVisible(m_report && isOver);
    m_prove->setVisible(m_proof && isOver && m_batch->count(Batch::Outcome::Done) > 0);
    m_retry->setVisible(!m_isReport && isOver && canRetry);
    m_close->setEnabled(isOver);
    m_reasons->setReasons(m_batch->reasons());
}

void BatchDialog::filterBy(const QString &reason)
{
    m_shown->setFilterRegularExpression(
        reason.isEmpty() ? QString() : QRegularExpression::anchoredPattern(QRegularExpression::escape(reason)));
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

void BatchDialog::exportReport()
{
    ReportFile::ask(
        this, tr("Export Report"),
        [this](bool isJson) { return isJson ? jsonReport(*m_batch, *m_report) : csvReport(*m_batch, *m_report); }, *m_strip);
}

void BatchDialog::prove()
{
    auto batch = m_proof(m_batch->items(Batch::Outcome::Done));
    if (!batch)
        return m_strip->showInfo(tr("The server cannot be asked about these: their values are not known here."));
    auto *dialog = new BatchDialog(std::move(batch), tr("Proof by Introspection"), this);
    if (m_report) {
        ReportHead head = *m_report;
        head.operation = u"introspect"_s;
        dialog->setReport(head);
    }
    dialog->setObjectName(u"proofDialog"_s);
    dialog->run();
}

#include "moc_batchdialog.cpp"
