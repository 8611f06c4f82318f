// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenanceboard.h"

#include "items/maintenancetext.h"
#include "items/recordcollection.h"
#include "net/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QString asker()
{
    return u"maintenance"_s;
}

MaintenanceBoard::MaintenanceBoard(
    Session &session, Maintenance maintenance, Collection &clients, Polling polling, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_maintenance(std::move(maintenance))
    , m_clients(clients)
    , m_polling(polling)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_polling.first);
    connect(&m_timer, &QTimer::timeout, this, &MaintenanceBoard::pollFollowed);
    m_taking.setSingleShot(true);
    connect(&m_taking, &QTimer::timeout, this, &MaintenanceBoard::takeClients);
    // The board's rows are the list's rows: whoever refreshes, edits or deletes a client is followed.
    // While its list arrives it is not: a long one would be read through again with each piece.
    const RecordRows *rows = m_clients.model();
    const auto takeSoon = [this, rows] {
        if (rows->isSettled())
            m_taking.start();
    };
    connect(rows, &QAbstractItemModel::rowsInserted, this, takeSoon);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, takeSoon);
    connect(rows, &QAbstractItemModel::dataChanged, this, takeSoon);
    connect(rows, &RecordRows::settled, this, takeSoon);
    takeClients();
}

QStringList MaintenanceBoard::taskLabels() const
{
    QStringList labels;
    for (const auto &task : m_maintenance.tasks)
        labels << QCoreApplication::translate("Dialects", task.label);
    return labels;
}

bool MaintenanceBoard::isBusy() const
{
    return m_asking > 0 || m_timer.isActive();
}

void MaintenanceBoard::takeClients()
{
    auto &model = static_cast<RecordModel<Client> &>(*m_clients.model());
    QList<Row> rows;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QString id = model.index(i, 0).data(IdRole).toString();
        const Client client = *model.find(id);
        if (m_maintenance.concerns && !m_maintenance.concerns(client))
            continue;
        const int known = rowOf(id);
        rows << (known >= 0 ? m_rows[known] : Row{.clientId = id, .cells = QList<Cell>(m_maintenance.tasks.size())});
        rows.last().clientName = recordName(client);
    }
    const auto same
        = [](const Row &a, const Row &b) { return a.clientId == b.clientId && a.clientName == b.clientName; };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), same))
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void MaintenanceBoard::refresh()
{
    m_isStopped = false;
    ++m_asking;
    Q_EMIT busyChanged();
    onResult(this, m_clients.refresh(), [this](const Result<> &loaded) {
        --m_asking;
        takeClients();
        if (!loaded)
            Q_EMIT failed(loaded.error());
        else if (!m_isStopped)
            for (const auto &row : std::as_const(m_rows))
                for (int task = 0; task < m_maintenance.tasks.size(); ++task)
                    ask(row.clientId, task);
        Q_EMIT busyChanged();
    });
}

void MaintenanceBoard::ask(const QString &clientId, int task)
{
    const int row = rowOf(clientId);
    if (row < 0)
        return;
    Cell &cell = m_rows[row].cells[task];
    if (cell.state == State::Unknown) {
        cell.state = State::Asking;
        changed(row, task);
    }
    ++m_asking;
    Request request = m_maintenance.tasks[task].status(clientId);
    request.asker = asker();
    const auto status = andThen(this, m_session.call(request), m_maintenance.read);
    onResult(this, status, [this, clientId, task, starts = cell.starts](const Result<MaintenanceStatus> &result) {
        --m_asking;
        if (const int at = rowOf(clientId); at >= 0 && m_rows[at].cells[task].starts == starts) {
            const bool wasFollowed = m_rows[at].cells[task].followed;
            take(m_rows[at].cells[task], result);
            changed(at, task);
            if (wasFollowed && result && !result->running && result->lastResult)
                Q_EMIT taskEnded(m_rows[at].clientName, taskLabels().at(task), *result->lastResult);
        }
        pollLater();
        Q_EMIT busyChanged();
    });
}

void MaintenanceBoard::begin(const QString &clientId, int task)
{
    const int row = rowOf(clientId);
    if (row < 0)
        return;
    m_isStopped = false;
    m_rows[row].cells[task].state = State::Starting;
    ++m_rows[row].cells[task].starts;
    changed(row, task);
    ++m_asking;
    Q_EMIT busyChanged();
    Request request = m_maintenance.tasks[task].begin(clientId);
    request.asker = u"maintenance start"_s; // of its own: stop() leaves it alone
    request.change = std::make_shared<const Change>(Change{.action = Change::Action::Start,
        .kind = u"maintenance"_s,
        .id = clientId,
        .name = m_rows[row].clientName,
        .after = {{u"task"_s, m_maintenance.tasks[task].id}}});
    onResult(this, m_session.call(request), [this, clientId, task](const Result<Response> &answer) {
        --m_asking;
        const bool runs = answer || answer.error().kind == Error::Kind::Conflict;
        if (!runs)
            Q_EMIT failed(answer.error());
        if (const int at = rowOf(clientId); at >= 0 && runs)
            m_rows[at].cells[task].followed = true;
        m_timer.setInterval(m_polling.first);
        // Whatever the answer was, the server's own status is the truth about it.
        if (!m_isStopped)
            ask(clientId, task);
        Q_EMIT busyChanged();
    });
}

void MaintenanceBoard::take(Cell &cell, const Result<MaintenanceStatus> &result)
{
    using enum Error::Kind;
    if (result) {
        cell.error.clear();
        cell.status = *result;
        cell.state = result->running ? State::Running : State::Idle;
        cell.followed = result->running;
    } else if (result.error().kind == Stopped) {
        // We did not want to know: what was known still holds.
        cell.state = cell.followed ? State::Running : cell.state == State::Asking ? State::Unknown : cell.state;
    } else {
        cell.error = result.error().message;
        cell.state = State::Failed;
        // A task does not end because one answer was lost.
        cell.followed = cell.followed
            && (result.error().kind == Network || result.error().kind == Timeout || result.error().kind == Server);
    }
}

void MaintenanceBoard::pollLater()
{
    const bool anyFollowed = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell &cell) { return cell.followed; });
    });
    if (anyFollowed && m_asking == 0 && !m_isStopped)
        m_timer.start();
}

void MaintenanceBoard::pollFollowed()
{
    m_timer.setInterval(std::min(
        m_polling.longest, std::chrono::duration_cast<std::chrono::milliseconds>(m_timer.intervalAsDuration() * 1.3)));
    for (const auto &row : std::as_const(m_rows))
        for (int task = 0; task < row.cells.size(); ++task)
            if (row.cells[task].followed)
                ask(row.clientId, task);
    Q_EMIT busyChanged();
}

void MaintenanceBoard::stop()
{
    m_isStopped = true;
    m_timer.stop();
    m_session.stop(asker());
    Q_EMIT busyChanged();
}

void MaintenanceBoard::resume()
{
    if (m_isStopped && m_session.state() == Session::State::SignedIn)
        refresh();
}

int MaintenanceBoard::rowOf(const QString &clientId) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.clientId == clientId; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void MaintenanceBoard::changed(int row, int task)
{
    Q_EMIT dataChanged(index(row, stateColumn(task)), index(row, resultColumn(task)));
}

int MaintenanceBoard::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MaintenanceBoard::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + 2 * int(m_maintenance.tasks.size());
}

QVariant MaintenanceBoard::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const int task = index.column() == 0 ? -1 : (index.column() - 1) / 2;
    if (role == ClientIdRole)
        return row.clientId;
    if (role == TaskRole)
        return task;
    if (task < 0)
        return role == Qt::DisplayRole ? row.clientName : QVariant();

    const Cell &cell = row.cells[task];
    const auto &last = cell.status.lastResult;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == stateColumn(task))
            return stateText(cell.state, cell.status.startedAt);
        return cell.state == State::Unknown || cell.state == State::Asking ? QString() : resultText(last);
    case Qt::ToolTipRole:
        return !cell.error.isEmpty() ? cell.error : last ? resultDetail(*last) : QString();
    case StateRole:
        return QVariant::fromValue(cell.state);
    case ErrorRole:
        return cell.error;
    case SucceededRole:
        return last ? QVariant(last->succeeded) : QVariant();
    default:
        return {};
    }
}

QVariant MaintenanceBoard::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0)
        return tr("Client");
    const QString task = taskLabels().at((section - 1) / 2);
    return section % 2 == 1 ? task : tr("Last Result");
}
