// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/runstatistics.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonObject>

// Runs of maintenance tasks as a table, the latest first.
class RunTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Started, Client, Task, Outcome, Duration, Message, Starter, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole, OutlierRole };

    using QAbstractTableModel::QAbstractTableModel;

    // The oldest first; what tells which of them took unusually long; labels of tasks by their ids.
    void setRuns(const QList<MaintenanceRun> &runs, const QList<int> &outliers, const QHash<QString, QString> &labels);
    const MaintenanceRun &run(int row) const { return m_runs.at(indexOf(row)); }
    // The place of a row among the runs that were given, and back.
    int indexOf(int row) const { return int(m_runs.size()) - 1 - row; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const MaintenanceRun &run, int column) const;

    QList<MaintenanceRun> m_runs;
    QList<int> m_outliers;
    QHash<QString, QString> m_labels;
};

// Runs for other programs, the oldest first: words of the same language everywhere, times in UTC, durations in seconds.
QByteArray csvRuns(const QList<MaintenanceRun> &runs); // RFC 4180
QByteArray jsonRuns(const QList<MaintenanceRun> &runs, const QString &server); // `server`: its address
QJsonObject jsonRun(const MaintenanceRun &run);
