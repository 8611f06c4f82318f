// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runtable.h"

#include "items/maintenancetext.h"
#include "items/runtracker.h"

#include <QLocale>

void RunTable::setRuns(
    const QList<MaintenanceRun> &runs, const QList<int> &outliers, const QHash<QString, QString> &labels)
{
    beginResetModel();
    m_runs = runs;
    m_outliers = outliers;
    m_labels = labels;
    endResetModel();
}

int RunTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RunTable::textOf(const MaintenanceRun &run, int column) const
{
    switch (column) {
    case Started:
        return QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
    case Client:
        return run.clientName;
    case Task:
        return m_labels.value(run.task, run.task);
    case Outcome:
        return outcomeWord(run.outcome);
    case Duration:
        return runDurationText(durationOf(run));
    case Message:
        return run.message;
    case Starter:
        return run.starter;
    default:
        return {};
    }
}

QVariant RunTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MaintenanceRun &one = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(one, index.column());
    case Qt::ToolTipRole:
        return runDetail(one);
    case OutcomeRole:
        return int(one.outcome);
    case OutlierRole:
        return m_outliers.contains(indexOf(index.row()));
    default:
        return {};
    }
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Started:
        return tr("Started");
    case Client:
        return tr("Client");
    case Task:
        return tr("Task");
    case Outcome:
        return tr("Outcome");
    case Duration:
        return tr("Duration");
    case Message:
        return tr("Message");
    case Starter:
        return tr("Started By");
    default:
        return {};
    }
}

#include "moc_runtable.cpp"
