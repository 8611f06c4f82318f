// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancefleet.h"

#include <algorithm>

using namespace std::chrono_literals;

MaintenanceFleet::MaintenanceFleet(QObject *parent)
    : QConcatenateTablesProxyModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &MaintenanceFleet::tallyChanged);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(this, &QAbstractItemModel::dataChanged, this, soon);
    connect(this, &QAbstractItemModel::modelReset, this, soon);
    connect(this, &QAbstractItemModel::rowsInserted, this, soon);
    connect(this, &QAbstractItemModel::rowsRemoved, this, soon);
}

void MaintenanceFleet::add(MaintenanceBoard *board)
{
    if (!m_boards.isEmpty() && board->watch().taskIds() != m_boards.first()->watch().taskIds())
        return;
    m_boards << board;
    addSourceModel(board);
    Q_EMIT boardsChanged();
}

void MaintenanceFleet::remove(MaintenanceBoard *board)
{
    if (!m_boards.removeOne(board))
        return;
    removeSourceModel(board);
    Q_EMIT boardsChanged();
}

QStringList MaintenanceFleet::taskLabels() const
{
    return m_boards.isEmpty() ? QStringList() : m_boards.first()->watch().taskLabels();
}

MaintenanceFleet::Tally MaintenanceFleet::tally() const
{
    Tally tally;
    for (const MaintenanceBoard *board : m_boards) {
        const QDateTime now = board->watch().serverTime();
        for (const auto &client : board->watch().clients())
            for (const auto &cell : client.cells)
                ++tally.tasks[size_t(cell.standing(now))];
    }
    return tally;
}

QVariant MaintenanceFleet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || m_boards.isEmpty())
        return QConcatenateTablesProxyModel::headerData(section, orientation, role);
    return m_boards.first()->headerData(section, orientation, role);
}

FleetFilter::FleetFilter(MaintenanceFleet &fleet, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&fleet);
    setSortRole(MaintenanceBoard::SortRole);
    setDynamicSortFilter(false); // a row must not run away from under the mouse because its task has ended
}

void FleetFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void FleetFilter::setStandings(const QList<Standing> &standings)
{
    m_standings = standings;
    invalidateFilter();
}

bool FleetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto cell = [&](int column) { return sourceModel()->index(row, column, parent); };
    const auto holds = [&](int column) { return cell(column).data().toString().contains(m_text, Qt::CaseInsensitive); };
    if (!m_text.isEmpty() && !holds(MaintenanceBoard::ServerColumn) && !holds(MaintenanceBoard::ClientColumn))
        return false;
    if (m_standings.isEmpty())
        return true;
    for (int column = MaintenanceBoard::FirstTaskColumn; column < sourceModel()->columnCount();
         column += MaintenanceBoard::parts)
        if (m_standings.contains(Standing(cell(column).data(MaintenanceBoard::StandingRole).toInt())))
            return true;
    return false;
}

void FleetFilter::sortWorstFirst()
{
    m_isWorstFirst = true;
    sort(-1);
    sort(MaintenanceBoard::ClientColumn);
}

void FleetFilter::sortBy(int column, Qt::SortOrder order)
{
    m_isWorstFirst = false;
    sort(-1);
    sort(column, order);
}

void FleetFilter::sortAgain()
{
    invalidate();
    if (m_isWorstFirst)
        sortWorstFirst();
    else
        sortBy(sortColumn(), sortOrder());
}

static bool isNameBefore(const QModelIndex &left, const QModelIndex &right)
{
    const auto name
        = [](const QModelIndex &row) { return row.siblingAtColumn(MaintenanceBoard::ClientColumn).data().toString(); };
    return QString::localeAwareCompare(name(left), name(right)) < 0;
}

// Of the same value, by name: the order is the same each time.
bool FleetFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_isWorstFirst) {
        const int a = left.data(MaintenanceBoard::StandingRole).toInt();
        const int b = right.data(MaintenanceBoard::StandingRole).toInt();
        return a != b ? a > b : isNameBefore(left, right);
    }
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.userType() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a != b ? a.toLongLong() < b.toLongLong() : isNameBefore(left, right);
}

#include "moc_maintenancefleet.cpp"
