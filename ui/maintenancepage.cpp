// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancepage.h"

#include "ui/elidingheader.h"
#include "ui/emptystate.h"
#include "ui/maintenancedelegate.h"
#include "ui/messagestrip.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

MaintenancePage::MaintenancePage(MaintenanceBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_strip(new MessageStrip(this))
{
    setObjectName(u"page.maintenance"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildToolBar());
    m_strip->setMargins({14, 0, 14, 10});
    layout->addWidget(m_strip);
    layout->addWidget(buildTable(), 1);
    layout->addWidget(buildDetail());

    connect(&board, &MaintenanceBoard::busyChanged, this, &MaintenancePage::update);
    connect(&board, &MaintenanceBoard::failed, m_strip, &MessageStrip::showError);
    connect(&board, &MaintenanceBoard::taskEnded, this, &MaintenancePage::takeEnd);
    connect(&board, &QAbstractItemModel::modelReset, this, &MaintenancePage::takeRows);
    connect(&board, &QAbstractItemModel::dataChanged, this, &MaintenancePage::update);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MaintenancePage::update);
    update();
}

QWidget *MaintenancePage::buildToolBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 10, 14, 10);
    const QStringList labels = m_board.taskLabels();
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
    m_refresh = new QToolButton(bar);
    m_refresh->setObjectName(u"refreshMaintenance"_s);
    m_refresh->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    m_refresh->setToolTip(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Refresh"));
    connect(m_refresh, &QToolButton::clicked, this, &MaintenancePage::refresh);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addWidget(m_refresh);
    return bar;
}

QWidget *MaintenancePage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"maintenanceTable"_s);
    m_table->setAccessibleName(tr("Maintenance tasks by client"));
    m_table->setModel(&m_board);
    m_table->setItemDelegate(new MaintenanceDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // results take the lines they need
    auto *header = new ElidingHeader(m_table);
    m_table->setHorizontalHeader(header);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int task = 0; task < m_start.size(); ++task)
        header->setSectionResizeMode(m_board.resultColumn(task), QHeaderView::Stretch);
    m_empty = new EmptyState(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    return m_stack;
}

QWidget *MaintenancePage::buildDetail()
{
    auto *area = new QFrame(this);
    area->setObjectName(u"maintenanceDetail"_s);
    m_detailTitle = new QLabel(area);
    m_detailTitle->setProperty("look", u"heading"_s);
    m_detailTitle->setTextFormat(Qt::PlainText);
    auto *layout = new QGridLayout(area);
    layout->setContentsMargins(18, 12, 18, 14);
    layout->setHorizontalSpacing(24);
    layout->addWidget(m_detailTitle, 0, 0, 1, -1);
    const QStringList labels = m_board.taskLabels();
    for (int task = 0; task < labels.size(); ++task) {
        auto *caption = new QLabel(labels.at(task), area);
        caption->setProperty("look", u"muted"_s);
        auto *detail = new QLabel(area);
        detail->setObjectName(u"taskDetail.%1"_s.arg(task));
        detail->setAccessibleName(labels.at(task));
        detail->setTextFormat(Qt::PlainText);
        detail->setWordWrap(true);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(caption, 1, task);
        layout->addWidget(detail, 2, task, Qt::AlignTop);
        layout->setColumnStretch(task, 1);
        m_details << detail;
    }
    return area;
}

void MaintenancePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.resume();
}

void MaintenancePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_board.stop();
}

void MaintenancePage::refresh()
{
    m_strip->clear();
    m_board.refresh();
}

void MaintenancePage::selectClient(const QString &clientId)
{
    m_selected = {clientId};
    takeRows();
}

void MaintenancePage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_readOnlyReason = reason;
    update();
}

void MaintenancePage::start(int task)
{
    m_strip->clear();
    for (const QString &client : selectedClients())
        m_board.begin(client, task);
}

QStringList MaintenancePage::selectedClients() const
{
    QStringList clients;
    for (const auto &row : m_table->selectionModel()->selectedRows())
        clients << row.data(MaintenanceBoard::ClientIdRole).toString();
    return clients;
}

bool MaintenancePage::canStart(int task) const
{
    const auto rows = m_table->selectionModel()->selectedRows(m_board.stateColumn(task));
    return !m_readOnly && !rows.isEmpty() && std::none_of(rows.begin(), rows.end(), [](const QModelIndex &cell) {
        const auto state = cell.data(MaintenanceBoard::StateRole).value<MaintenanceBoard::State>();
        return state == MaintenanceBoard::State::Running || state == MaintenanceBoard::State::Starting;
    });
}

void MaintenancePage::update()
{
    for (int task = 0; task < m_start.size(); ++task) {
        m_start.at(task)->setEnabled(canStart(task));
        m_start.at(task)->setToolTip(m_readOnly ? m_readOnlyReason : QString());
    }
    m_progress->setVisible(m_board.isBusy());
    const bool isEmpty = m_board.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (isEmpty && m_board.isBusy())
        m_empty->setText(tr("Loading…"), {});
    else if (isEmpty)
        m_empty->setText(tr("No maintenance tasks"), tr("None of this server's clients has maintenance tasks. Studio clients have."));
    updateDetail();
}

// Every task of the chosen client in words: a failed run's message rarely fits into a cell.
void MaintenancePage::updateDetail()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    m_detailTitle->parentWidget()->setVisible(rows.size() == 1);
    if (rows.size() != 1)
        return;
    if (!selectedClients().isEmpty())
        m_selected = selectedClients();
    m_detailTitle->setText(rows.first().data().toString());
    for (int task = 0; task < m_details.size(); ++task) {
        const QString detail = rows.first().siblingAtColumn(m_board.resultColumn(task)).data(Qt::ToolTipRole).toString();
        m_details.at(task)->setText(detail.isEmpty() ? tr("Never ran") : detail);
    }
}

void MaintenancePage::takeRows()
{
    const QStringList wanted = m_selected;
    QItemSelection selection;
    for (int row = 0; row < m_board.rowCount(); ++row) {
        const auto index = m_board.index(row, 0);
        if (wanted.contains(index.data(MaintenanceBoard::ClientIdRole).toString()))
            selection.select(index, index);
    }
    if (selection.isEmpty() && m_board.rowCount() > 0)
        selection.select(m_board.index(0, 0), m_board.index(0, 0));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    update();
}

void MaintenancePage::takeEnd(const QString &client, const QString &task, const MaintenanceResult &result)
{
    if (result.succeeded)
        m_strip->showInfo(tr("%1 maintenance of %2 has finished: %3").arg(task, client, result.message));
    else
        m_strip->showError({.kind = Error::Kind::Server,
            .message = tr("%1 maintenance of %2 has failed.").arg(task, client),
            .detail = result.message});
}
