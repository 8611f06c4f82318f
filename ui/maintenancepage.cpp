// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancepage.h"

#include "items/server.h"
#include "ui/elidingheader.h"
#include "ui/emptystate.h"
#include "ui/maintenancedelegate.h"
#include "ui/maintenancesummary.h"
#include "ui/messagestrip.h"
#include "ui/runpanel.h"
#include "ui/startflow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MaintenancePage::MaintenancePage(MaintenanceFleet *fleet, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_fleet(*fleet)
    , m_filter(new FleetFilter(*fleet, this))
    , m_strip(new MessageStrip(this))
    , m_flow(new StartFlow(this))
{
    fleet->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildToolBar());
    layout->addWidget(buildFilterBar(clock));
    m_strip->setMargins({14, 0, 14, 10});
    layout->addWidget(m_strip);
    layout->addWidget(buildBody(), 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(30ms);
    connect(&m_soon, &QTimer::timeout, this, &MaintenancePage::update);
    connect(&m_fleet, &QAbstractItemModel::dataChanged, this, &MaintenancePage::updateSoon);
    connect(m_filter, &QAbstractItemModel::modelAboutToBeReset, this, &MaintenancePage::keepSelection);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &MaintenancePage::restoreSelection, Qt::QueuedConnection);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &MaintenancePage::restoreSelection, Qt::QueuedConnection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MaintenancePage::updateSoon);
    connect(m_flow, &StartFlow::ended, this, &MaintenancePage::takeManyEnds);
    connect(m_summary, &MaintenanceSummary::chosen, m_filter, &FleetFilter::setStandings);
    connect(m_summary, &MaintenanceSummary::troublesRequested, this, [this] { m_panel->showTroubles(m_summary->since()); });
    for (MaintenanceBoard *board : m_fleet.boards())
        connectBoard(*board);
    m_filter->sortWorstFirst();
    restoreSelection();
    update();
}

MaintenancePage::~MaintenancePage()
{
    setLooking(false);
    delete m_table; // before the models it shows
}

QWidget *MaintenancePage::buildToolBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 10, 14, 6);
    const QStringList labels = m_fleet.taskLabels();
    for (int task = 0; task < labels.size(); ++task) {
        auto *button = new QPushButton(QIcon::fromTheme(u"media-playback-start"_s), tr("Start %1").arg(labels.at(task)), bar);
        button->setObjectName(u"startTask.%1"_s.arg(task));
        connect(button, &QPushButton::clicked, this, [this, task] { start(task); });
        layout->addWidget(button);
        m_start << button;
    }
    m_progress = new QProgressBar(bar);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Maintenance is running"));
    m_watch = new QToolButton(bar);
    m_watch->setObjectName(u"watchMaintenance"_s);
    m_watch->setIcon(QIcon::fromTheme(u"notifications"_s));
    m_watch->setText(tr("Watch"));
    m_watch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_watch->setCheckable(true);
    m_watch->setToolTip(tr("Go on asking while this page is hidden, and notify of failures and of late tasks"));
    connect(m_watch, &QToolButton::clicked, this, &MaintenancePage::watchRequested);
    m_refresh = new QToolButton(bar);
    m_refresh->setObjectName(u"refreshMaintenance"_s);
    m_refresh->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    m_refresh->setToolTip(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Refresh"));
    connect(m_refresh, &QToolButton::clicked, this, &MaintenancePage::refresh);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addWidget(m_watch);
    layout->addWidget(m_refresh);
    return bar;
}

QWidget *MaintenancePage::buildFilterBar(const Clock &clock)
{
    auto *bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(u"maintenanceFilter"_s);
    m_text->setPlaceholderText(tr("Filter clients"));
    m_text->setAccessibleName(tr("Filter clients"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(120);
    m_text->setMaximumWidth(260);
    connect(m_text, &QLineEdit::textChanged, m_filter, &FleetFilter::setText);
    m_summary = new MaintenanceSummary(m_fleet, clock, bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 0, 14, 8);
    layout->setSpacing(10);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    layout->addWidget(m_summary, 2);
    return bar;
}

QWidget *MaintenancePage::buildTable()
{
    m_stack = new QStackedWidget(this);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(u"maintenanceTable"_s);
    m_table->setAccessibleName(tr("Maintenance tasks by client"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new MaintenanceDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    auto *header = new ElidingHeader(m_table);
    m_table->setHorizontalHeader(header);
    m_table->setColumnHidden(MaintenanceBoard::ServerColumn, true);
    header->setMinimumSectionSize(90);
    header->setResizeContentsPrecision(60); // not every one of thousands of rows
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::DescendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, m_filter, &FleetFilter::sortBy);
    for (int task = 0; task < m_start.size(); ++task)
        header->setSectionResizeMode(MaintenanceBoard::column(task, MaintenanceBoard::Part::Result), QHeaderView::Stretch);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const int task = index.data(MaintenanceBoard::TaskRole).toInt(); task >= 0)
            m_panel->showTask(task);
    });
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    return m_stack;
}

QWidget *MaintenancePage::buildBody()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(buildTable());
    m_panel = new RunPanel(m_fleet, *m_strip, splitter);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    connect(m_panel, &RunPanel::clientRequested, this, &MaintenancePage::selectClient);
    return splitter;
}

void MaintenancePage::connectBoard(MaintenanceBoard &board)
{
    MaintenanceWatch &watch = board.watch();
    connect(&watch, &MaintenanceWatch::busyChanged, this, &MaintenancePage::updateSoon);
    connect(&watch, &MaintenanceWatch::failed, m_strip, &MessageStrip::showError);
    connect(&watch, &MaintenanceWatch::runEnded, this, [this](const MaintenanceRun &run, bool isOurs) {
        if (isOurs && !m_flow->isFollowing())
            takeEnd(run);
    });
    connect(&watch.session(), &Session::stateChanged, this, &MaintenancePage::updateSoon);
    if (m_isLooking)
        watch.beginLooking();
}

void MaintenancePage::addBoard(MaintenanceBoard *board)
{
    board->setParent(&m_fleet);
    m_fleet.add(board);
    connectBoard(*board);
    m_filter->sortAgain();
}

void MaintenancePage::removeBoard(MaintenanceBoard *board)
{
    if (m_isLooking)
        board->watch().endLooking();
    board->watch().disconnect(this);
    board->watch().session().disconnect(this);
    m_panel->showRunsOf(nullptr, {});
    m_fleet.remove(board);
    delete board;
    updateSoon();
}

void MaintenancePage::setServersShown(bool shown)
{
    m_table->setColumnHidden(MaintenanceBoard::ServerColumn, !shown);
    m_watch->setVisible(!shown); // of each server by itself
}

#include "moc_maintenancepage.cpp"
