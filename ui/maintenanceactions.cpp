// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of maintenance, and what it shows of it.
#include "ui/maintenancepage.h"

#include "items/maintenancetext.h"
#include "items/server.h"
#include "ui/emptystate.h"
#include "ui/maintenancesummary.h"
#include "ui/messagestrip.h"
#include "ui/runpanel.h"
#include "ui/startflow.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

void MaintenancePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setLooking(true);
}

void MaintenancePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setLooking(false);
}

void MaintenancePage::setLooking(bool isLooking)
{
    if (std::exchange(m_isLooking, isLooking) == isLooking)
        return;
    for (const MaintenanceBoard *board : m_fleet.boards())
        isLooking ? board->watch().beginLooking() : board->watch().endLooking();
}

void MaintenancePage::refresh()
{
    m_strip->clear();
    for (const MaintenanceBoard *board : m_fleet.boards())
        board->watch().refresh();
}

static MaintenanceBoard *boardOf(const QModelIndex &index)
{
    return index.data(MaintenanceBoard::BoardRole).value<MaintenanceBoard *>();
}

static QString keyOf(const MaintenanceBoard &board, const QString &clientId)
{
    return board.profile().id + u'/' + clientId;
}

void MaintenancePage::keepSelection()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    m_selected.clear();
    for (const auto &row : rows)
        m_selected.insert(keyOf(*boardOf(row), row.data(MaintenanceBoard::ClientIdRole).toString()));
}

// There is always something to start: the first, where nothing is selected any more.
void MaintenancePage::restoreSelection()
{
    fitColumns();
    if (m_table->selectionModel()->hasSelection())
        return; // as it was made
    QItemSelection selection;
    for (int row = 0; row < m_filter->rowCount() && !m_selected.isEmpty(); ++row) {
        const auto index = m_filter->index(row, 0);
        if (m_selected.contains(keyOf(*boardOf(index), index.data(MaintenanceBoard::ClientIdRole).toString())))
            selection.select(index, index);
    }
    if (selection.isEmpty() && m_filter->rowCount() > 0)
        selection.select(m_filter->index(0, 0), m_filter->index(0, 0));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    updateSoon();
}

void MaintenancePage::selectClient(const MaintenanceBoard *board, const QString &clientId)
{
    m_text->clear();
    m_summary->showAll(); // it may not be one of those that are filtered
    m_table->clearSelection();
    m_selected = {keyOf(*board, clientId)};
    restoreSelection();
    if (const auto rows = m_table->selectionModel()->selectedRows(MaintenanceBoard::ClientColumn); !rows.isEmpty())
        m_table->scrollTo(rows.first());
}

void MaintenancePage::showRun(MaintenanceBoard *board, const MaintenanceRun &run)
{
    selectClient(board, run.clientId);
    m_panel->showRunsOf(board, run.clientId);
    m_panel->showTask(std::max(0, int(board->watch().taskIds().indexOf(run.task))));
    m_panel->selectRun(run);
}

void MaintenancePage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_readOnlyReason = reason;
    update();
}

QList<StartTarget> MaintenancePage::targets(int task) const
{
    QList<StartTarget> targets;
    auto rows = m_table->selectionModel()->selectedRows(MaintenanceBoard::ClientColumn);
    std::sort(rows.begin(), rows.end()); // as listed, not as selected
    for (const auto &row : rows) {
        const MaintenanceBoard *board = boardOf(row);
        targets << StartTarget{.watch = &board->watch(),
            .clientId = row.data(MaintenanceBoard::ClientIdRole).toString(),
            .clientName = row.data().toString(),
            .serverName = board->profile().name,
            .task = task};
    }
    return targets;
}

void MaintenancePage::start(int task)
{
    m_strip->clear();
    const QList<StartTarget> all = targets(task);
    if (all.isEmpty())
        return;
    StartDialog::Subject subject{.task = m_fleet.taskLabels().at(task)};
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const auto &row : rows) {
        const MaintenanceBoard *board = boardOf(row);
        subject.isProduction |= board->profile().environment == Environment::Production;
        const auto *cell = board->cell(row.data(MaintenanceBoard::ClientIdRole).toString(), task);
        subject.running += cell && cell->runs.running();
    }
    m_flow->start(all, subject);
}

void MaintenancePage::takeManyEnds(int succeeded, int others)
{
    if (others == 0)
        m_strip->showInfo(tr("%Ln run(s) succeeded.", nullptr, succeeded));
    else
        m_strip->showWarning(tr("%Ln run(s) did not succeed.", nullptr, others));
}

bool MaintenancePage::isReadOnly() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return m_readOnly || std::any_of(rows.begin(), rows.end(), [](const QModelIndex &row) {
        return boardOf(row)->watch().session().isReadOnly();
    });
}

// Not put off again and again while answers come.
void MaintenancePage::updateSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void MaintenancePage::update()
{
    const auto &boards = m_fleet.boards();
    const bool isBusy = std::any_of(
        boards.begin(), boards.end(), [](const MaintenanceBoard *board) { return board->watch().isBusy(); });
    const bool isAsking = std::any_of(
        boards.begin(), boards.end(), [](const MaintenanceBoard *board) { return board->watch().isAsking(); });
    if (m_wasAsking && !isAsking)
        sortAgain();
    m_wasAsking = isAsking;
    m_progress->setVisible(isBusy);
    m_watch->setChecked(!boards.isEmpty() && boards.first()->watch().isWatched());
    const bool isEmpty = m_filter->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_panel->setVisible(m_fleet.rowCount() > 0);
    if (isEmpty && m_fleet.rowCount() > 0)
        m_empty->setText(tr("No client is like that"), tr("Nothing fits what is filtered by."));
    else if (isEmpty && isBusy)
        m_empty->setText(tr("Loading…"), {});
    else if (isEmpty && boards.isEmpty())
        m_empty->setText(
            tr("No server with maintenance is connected"), tr("Connect to one, and its tasks are listed here."));
    else if (isEmpty)
        m_empty->setText(tr("No maintenance tasks"),
            tr("None of this server's clients has maintenance tasks. Studio clients have."));
    updateButtons();
    updatePanel();
}

// Once a round of answers is in. What is selected stays so: somebody may be about to start it.
void MaintenancePage::sortAgain()
{
    m_filter->sortAgain();
    fitColumns();
}

// Not by itself with every answer: of a thousand clients that would be most of the work.
void MaintenancePage::fitColumns()
{
    MaintenanceCell running{.state = MaintenanceCell::State::Running};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    (void)running.runs.take({.running = true, .startedAt = now}, now);
    constexpr int iconAndMargins = 40; // device-independent pixels
    const int state = m_table->fontMetrics().horizontalAdvance(stateText(running, now)) + iconAndMargins;
    for (int column = 0; column < m_filter->columnCount(); ++column)
        if (m_table->horizontalHeader()->sectionResizeMode(column) == QHeaderView::Interactive)
            m_table->resizeColumnToContents(column);
    constexpr int longestName = 240; // the results need the room more
    const int name = m_table->columnWidth(MaintenanceBoard::ClientColumn);
    m_table->setColumnWidth(MaintenanceBoard::ClientColumn, std::min(name, longestName));
    for (int task = 0; task < m_start.size(); ++task) { // also before anything runs
        const int column = MaintenanceBoard::column(task, MaintenanceBoard::Part::State);
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), state));
    }
}

void MaintenancePage::updateButtons()
{
    const QStringList labels = m_fleet.taskLabels();
    const bool readOnly = isReadOnly();
    for (int task = 0; task < m_start.size(); ++task) {
        const auto rows
            = m_table->selectionModel()->selectedRows(MaintenanceBoard::column(task, MaintenanceBoard::Part::State));
        const auto runs = [](const QModelIndex &cell) {
            const auto state = MaintenanceCell::State(cell.data(MaintenanceBoard::StateRole).toInt());
            return state == MaintenanceCell::State::Running || state == MaintenanceCell::State::Starting;
        };
        // Of many, those that run are joined.
        m_start.at(task)->setEnabled(!readOnly && !rows.isEmpty() && !std::all_of(rows.begin(), rows.end(), runs));
        m_start.at(task)->setText(rows.size() > 1
                ? tr("Start %1 for %Ln Client(s)…", nullptr, int(rows.size())).arg(labels.at(task))
                : tr("Start %1").arg(labels.at(task)));
        m_start.at(task)->setToolTip(!readOnly ? QString()
                : m_readOnlyReason.isEmpty()   ? tr("One of these servers is read-only now. Unlock it first.")
                                               : m_readOnlyReason);
    }
}

void MaintenancePage::updatePanel()
{
    keepSelection();
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1) {
        if (!m_panel->showsTroubles())
            m_panel->showRunsOf(nullptr, {});
        return;
    }
    const auto &row = rows.first();
    if (m_panel->showsTroubles() && m_shownClient == row.data(MaintenanceBoard::ClientIdRole).toString())
        return;
    m_shownClient = row.data(MaintenanceBoard::ClientIdRole).toString();
    m_panel->showRunsOf(boardOf(row), m_shownClient);
}

QString MaintenancePage::labelOf(const QString &task) const
{
    for (const MaintenanceBoard *board : m_fleet.boards())
        if (const auto at = board->watch().taskIds().indexOf(task); at >= 0)
            return board->watch().taskLabels().at(at);
    return task;
}

void MaintenancePage::takeEnd(const MaintenanceRun &run)
{
    const QString task = labelOf(run.task);
    if (run.outcome == MaintenanceRun::Outcome::Succeeded)
        m_strip->showInfo(tr("%1 maintenance of %2 has finished: %3").arg(task, run.clientName, run.message));
    else if (run.outcome == MaintenanceRun::Outcome::Failed)
        m_strip->showError({.kind = Error::Kind::Server,
            .message = tr("%1 maintenance of %2 has failed.").arg(task, run.clientName),
            .detail = run.message});
    else
        m_strip->showWarning(
            tr("%1 maintenance of %2 vanished without a result: what it did is not known.").arg(task, run.clientName));
}
