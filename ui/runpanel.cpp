// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runpanel.h"

#include "core/foreigntext.h"
#include "items/journallines.h"
#include "items/maintenancetext.h"
#include "items/runlog.h"
#include "items/runtracker.h"
#include "ui/elidingheader.h"
#include "ui/messagestrip.h"
#include "ui/reportfile.h"
#include "ui/runchart.h"
#include "ui/rundelegate.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// By then a run is kept, too.
static constexpr auto soonAfter = 300ms;

RunPanel::RunPanel(MaintenanceFleet &fleet, MessageStrip &strip, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_strip(strip)
    , m_model(new RunTable(this))
{
    setObjectName(u"runPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 10);
    layout->setSpacing(6);
    layout->addWidget(buildHead());
    layout->addWidget(buildBody(), 1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RunPanel::reload);
    updateText();
}

QWidget *RunPanel::buildHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setProperty("look", u"heading"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_taskBar = new QWidget(head);
    m_tasks = new QButtonGroup(head);
    auto *bar = new QHBoxLayout(m_taskBar);
    bar->setContentsMargins({});
    bar->setSpacing(2);
    const QStringList labels = m_fleet.taskLabels();
    for (int task = 0; task < labels.size(); ++task) {
        auto *button = new QToolButton(m_taskBar);
        button->setText(labels.at(task));
        button->setCheckable(true);
        button->setChecked(task == 0);
        button->setObjectName(u"runTask.%1"_s.arg(task));
        m_tasks->addButton(button, task);
        bar->addWidget(button);
    }
    connect(m_tasks, &QButtonGroup::idClicked, this, &RunPanel::showTask);
    m_days = new QComboBox(head);
    m_days->setObjectName(u"runDays"_s);
    m_days->setAccessibleName(tr("Time"));
    for (const int days : {7, 30, RunLog::days})
        m_days->addItem(tr("%n day(s)", nullptr, days), days);
    m_days->setCurrentIndex(1);
    connect(m_days, &QComboBox::currentIndexChanged, this, [this] { m_soon.start(0); });
    m_figures = new QLabel(head);
    m_figures->setObjectName(u"runFigures"_s);
    m_figures->setProperty("look", u"muted"_s);
    m_figures->setWordWrap(true);
    auto *exporting = new QToolButton(head);
    exporting->setObjectName(u"exportRuns"_s);
    exporting->setIcon(QIcon::fromTheme(u"document-export"_s));
    exporting->setToolTip(tr("Export Runs…"));
    exporting->setAccessibleName(tr("Export Runs…"));
    connect(exporting, &QToolButton::clicked, this, &RunPanel::exportRuns);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_taskBar);
    layout->addWidget(m_figures, 1);
    layout->addWidget(m_days);
    layout->addWidget(exporting);
    return head;
}

QWidget *RunPanel::buildBody()
{
    auto *splitter = new QSplitter(this);
    m_chart = new RunChart(splitter);
    connect(m_chart, &RunChart::currentChanged, this, &RunPanel::showRun);
    auto *right = new QWidget(splitter);
    m_table = new QTableView(right);
    m_table->setObjectName(u"runTable"_s);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RunDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    auto *header = new ElidingHeader(m_table);
    m_table->setHorizontalHeader(header);
    header->setResizeContentsPrecision(50);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RunTable::Message, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            showRun(m_model->indexOf(row.row()));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &row) {
        const int index = m_model->indexOf(row.row());
        if (auto board = m_boardOf.value(index))
            Q_EMIT clientRequested(board, m_runs.at(index).clientId);
    });
    m_message = new QLabel(right);
    m_message->setObjectName(u"runMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    m_message->setContentsMargins(10, 2, 10, 2);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({420, 520});
    return splitter;
}

void RunPanel::showRunsOf(MaintenanceBoard *board, const QString &clientId)
{
    if (!m_since.isValid() && m_board == board && m_clientId == clientId)
        return;
    if (m_board)
        m_board->watch().disconnect(this);
    if (board)
        connect(&board->watch(), &MaintenanceWatch::changed, this, &RunPanel::takeChange);
    m_since = {};
    m_board = board;
    m_clientId = clientId;
    take({});
    m_soon.start(0);
}

// A status is asked for again and again; it is another run that is news here.
void RunPanel::takeChange(int row, int task)
{
    if (m_since.isValid() || !m_board || task != m_task || row != m_board->watch().rowOf(m_clientId))
        return;
    const RunTracker &runs = m_board->cell(m_clientId, task)->runs;
    const auto known = std::pair(runs.lastStart(), runs.running().has_value());
    if (std::exchange(m_known, known) != known)
        m_soon.start(soonAfter);
}

void RunPanel::showTask(int task)
{
    m_task = task;
    m_tasks->button(task)->setChecked(true);
    m_soon.start(0);
}

void RunPanel::showTroubles(const QDateTime &since)
{
    m_since = since;
    take({});
    m_soon.start(0);
}

void RunPanel::selectRun(const MaintenanceRun &run)
{
    m_wanted = run;
    m_soon.start(0);
}

// What is kept, or, where nothing is, what was seen since the program began.
void RunPanel::reload()
{
    const int round = ++m_round;
    m_boardOf.clear();
    if (m_since.isValid())
        return loadTroubles();
    const MaintenanceCell *cell = m_board ? m_board->cell(m_clientId, m_task) : nullptr;
    if (!cell)
        return take({});
    RunLog *log = m_board->watch().log();
    if (!log)
        return take(cell->runs.recent());
    const QDateTime since = m_board->watch().serverTime().addDays(-m_days->currentData().toInt());
    const auto runs
        = log->runs({.clientId = m_clientId, .task = m_board->watch().taskIds().at(m_task), .since = since});
    onResult(this, runs, [this, round](const Result<QList<MaintenanceRun>> &found) {
        if (round != m_round)
            return;
        if (!found)
            m_strip.showError(found.error());
        take(found.value_or(QList<MaintenanceRun>()));
    });
}

void RunPanel::loadTroubles()
{
    const auto found = std::make_shared<QList<MaintenanceRun>>();
    for (MaintenanceBoard *board : m_fleet.boards()) {
        RunLog *log = board->watch().log();
        if (!log)
            continue;
        onResult(this, log->runs({.since = m_since, .onlyTroubles = true}),
            [this, found, round = m_round, board = QPointer(board)](const Result<QList<MaintenanceRun>> &runs) {
                if (round != m_round)
                    return;
                if (!runs)
                    m_strip.showError(runs.error());
                for (const MaintenanceRun &run : runs.value_or(QList<MaintenanceRun>())) {
                    *found << run;
                    m_boardOf << board;
                }
                take(*found);
            });
    }
}

void RunPanel::take(const QList<MaintenanceRun> &runs)
{
    QHash<QString, QString> labels;
    for (const MaintenanceBoard *board : m_fleet.boards())
        for (int task = 0; task < board->watch().taskIds().size(); ++task)
            labels.insert(board->watch().taskIds().at(task), board->watch().taskLabels().at(task));
    m_runs = runs;
    m_statistics = statisticsOf(runs);
    m_model->setRuns(runs, m_since.isValid() ? QList<int>() : m_statistics.outliers, labels);
    const bool isOfOne = !m_since.isValid();
    m_table->setColumnHidden(RunTable::Client, isOfOne);
    m_table->setColumnHidden(RunTable::Task, isOfOne);
    m_table->setColumnHidden(RunTable::Starter,
        std::none_of(runs.begin(), runs.end(), [](const MaintenanceRun &run) { return !run.starter.isEmpty(); }));
    m_chart->setVisible(isOfOne);
    m_chart->setRuns(isOfOne ? runs : QList<MaintenanceRun>(), m_statistics);
    m_message->setVisible(false);
    updateText();
    int shown = -1;
    for (int i = 0; m_wanted && i < runs.size(); ++i)
        if (runs[i].startedAt == m_wanted->startedAt && runs[i].clientId == m_wanted->clientId)
            shown = i;
    if (shown >= 0)
        m_wanted.reset();
    else if (!runs.isEmpty())
        shown = int(runs.size()) - 1;
    if (shown >= 0)
        m_table->selectRow(m_model->indexOf(shown));
}

void RunPanel::updateText()
{
    const bool isOfOne = !m_since.isValid();
    m_taskBar->setVisible(isOfOne && m_tasks->buttons().size() > 1);
    m_days->setVisible(isOfOne);
    if (!isOfOne)
        m_title->setText(
            tr("Not Succeeded Since %1").arg(QLocale().toString(m_since.toLocalTime(), QLocale::ShortFormat)));
    else
        m_title->setText(m_board ? oneLine(m_board->clientName(m_clientId)) : QString());
    m_figures->setText(isOfOne ? figuresText(m_statistics, m_runs) : tr("%Ln run(s)", nullptr, int(m_runs.size())));
}

void RunPanel::showRun(int index)
{
    if (index < 0 || index >= m_runs.size())
        return;
    const int row = m_model->indexOf(index);
    if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    if (m_chart->current() != index)
        m_chart->setCurrent(index);
    m_message->setText(breakable(runDetail(m_runs.at(index))));
    m_message->setVisible(true);
}

void RunPanel::exportRuns()
{
    const QString server = m_board ? addressOf(m_board->profile().url) : QString();
    ReportFile::ask(
        this, tr("Export Runs"),
        [runs = m_runs, server](bool isJson) { return isJson ? jsonRuns(runs, server) : csvRuns(runs); }, m_strip);
}

#include "moc_runpanel.cpp"
