// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenanceboard.h"

#include "items/maintenancetext.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

MaintenanceBoard::MaintenanceBoard(MaintenanceWatch &watch, std::function<Profile()> profile, QObject *parent)
    : QAbstractTableModel(parent)
    , m_watch(watch)
    , m_profile(std::move(profile))
{
    // The watch's rows are new already: what stood here before is of no use any more.
    connect(&watch, &MaintenanceWatch::reset, this, [this] {
        beginResetModel();
        m_firstChanged = m_lastChanged = -1;
        endResetModel();
    });
    connect(&watch, &MaintenanceWatch::changed, this, &MaintenanceBoard::noteChange);
    connect(&watch, &MaintenanceWatch::timePassed, this, [this] {
        noteChange(0);
        noteChange(rowCount() - 1);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &MaintenanceBoard::tellChanges);
}

void MaintenanceBoard::noteChange(int row)
{
    m_firstChanged = m_firstChanged < 0 ? row : std::min(m_firstChanged, row);
    m_lastChanged = std::max(m_lastChanged, row);
    if (!m_soon.isActive())
        m_soon.start();
}

void MaintenanceBoard::tellChanges()
{
    const int first = std::exchange(m_firstChanged, -1);
    const int last = std::exchange(m_lastChanged, -1);
    if (first >= 0 && last < rowCount())
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

const MaintenanceCell *MaintenanceBoard::cell(const QString &clientId, int task) const
{
    const int row = m_watch.rowOf(clientId);
    return row < 0 ? nullptr : &m_watch.clients().at(row).cells.at(task);
}

QString MaintenanceBoard::clientName(const QString &clientId) const
{
    const int row = m_watch.rowOf(clientId);
    return row < 0 ? QString() : m_watch.clients().at(row).name;
}

int MaintenanceBoard::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_watch.clients().size());
}

int MaintenanceBoard::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstTaskColumn + parts * int(m_watch.taskIds().size());
}

QVariant MaintenanceBoard::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &client = m_watch.clients().at(index.row());
    const int column = index.column();
    const int task = column < FirstTaskColumn ? -1 : (column - FirstTaskColumn) / parts;
    if (role == ClientIdRole)
        return client.id;
    if (role == TaskRole)
        return task;
    if (role == BoardRole)
        return QVariant::fromValue(const_cast<MaintenanceBoard *>(this));
    if (task < 0)
        return ofClient(client, column, role);

    const MaintenanceCell &cell = client.cells.at(task);
    const auto part = Part((column - FirstTaskColumn) % parts);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(cell, part);
    case Qt::ToolTipRole:
        return tipOf(cell);
    case Qt::AccessibleTextRole:
        return part == Part::Result && cell.runs.last() ? outcomeText(*cell.runs.last(), m_watch.serverTime())
                                                        : textOf(cell, part);
    case PartRole:
        return int(part);
    case StateRole:
        return int(cell.state);
    case StandingRole:
        return int(cell.standing(m_watch.serverTime()));
    case LastOutcomeRole:
        return cell.runs.last() ? QVariant(int(cell.runs.last()->outcome)) : QVariant();
    case ErrorRole:
        return cell.error;
    case SortRole:
        return sortValueOf(cell, part);
    case OutlierRole: {
        const auto took = cell.runs.last() ? durationOf(*cell.runs.last()) : std::nullopt;
        return part == Part::Duration && took && cell.slow && *took > *cell.slow;
    }
    default:
        return {};
    }
}

QVariant MaintenanceBoard::ofClient(const MaintenanceWatch::Client &client, int column, int role) const
{
    if (role == Qt::DisplayRole || role == SortRole || role == Qt::ToolTipRole)
        return column == ServerColumn ? m_profile().name : client.name;
    if (role != StandingRole)
        return {};
    Standing worst = Standing::Unknown;
    for (const MaintenanceCell &cell : client.cells)
        worst = std::max(worst, cell.standing(m_watch.serverTime()));
    return int(worst);
}

QString MaintenanceBoard::textOf(const MaintenanceCell &cell, Part part) const
{
    const MaintenanceRun *last = cell.runs.last();
    switch (part) {
    case Part::State:
        return stateText(cell, m_watch.serverTime());
    case Part::Result:
        return last ? shortOutcomeText(*last, m_watch.serverTime())
            : cell.state == MaintenanceCell::State::Idle ? outcomeTextWithoutRun()
                                                         : QString();
    case Part::Duration:
        return last ? runDurationText(durationOf(*last)) : QString();
    }
    return {};
}

QString MaintenanceBoard::tipOf(const MaintenanceCell &cell) const
{
    QStringList lines;
    if (!cell.error.isEmpty())
        lines << cell.error;
    if (const MaintenanceRun *last = cell.runs.last())
        lines << runDetail(*last);
    return lines.join(u"\n"_s);
}

QVariant MaintenanceBoard::sortValueOf(const MaintenanceCell &cell, Part part) const
{
    const MaintenanceRun *last = cell.runs.last();
    switch (part) {
    case Part::State:
        return int(cell.standing(m_watch.serverTime()));
    case Part::Result:
        return last ? last->startedAt.toMSecsSinceEpoch() : qint64(0);
    case Part::Duration: {
        const auto took = last ? durationOf(*last) : std::nullopt;
        return took ? qint64(took->count()) : qint64(-1);
    }
    }
    return {};
}

QVariant MaintenanceBoard::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == ServerColumn)
        return tr("Server");
    if (section == ClientColumn)
        return tr("Client");
    const int task = (section - FirstTaskColumn) / parts;
    switch (Part((section - FirstTaskColumn) % parts)) {
    case Part::State:
        return m_watch.taskLabels().at(task);
    case Part::Result:
        return tr("Last Result");
    case Part::Duration:
        return tr("Duration");
    }
    return {};
}

#include "moc_maintenanceboard.cpp"
