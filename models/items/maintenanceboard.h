// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancewatch.h"
#include "records/profile.h"

#include <QAbstractTableModel>

// The maintenance of one server as a table: a row per client; the server, the client and then, for each task, its state
// (or, of one that is idle, when its next run is due and how late it is), its last result and how long that took.
class MaintenanceBoard final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ServerColumn, ClientColumn, FirstTaskColumn };
    enum class Part { State, Result, Duration };
    static constexpr int parts = 3;
    enum Role {
        ClientIdRole = Qt::UserRole,
        TaskRole, // int, index of the task a column is about; -1 for the first columns
        PartRole, // Part of it, as int
        StateRole, // MaintenanceCell::State of that task, as int
        StandingRole, // Standing, as int; of the worst task for the first columns
        LastOutcomeRole, // MaintenanceRun::Outcome of that task's last run, as int; invalid: it never ran
        ErrorRole, // QString, why the last request about it failed; empty when it did not
        BoardRole, // MaintenanceBoard *
        SortRole, // what rows are sorted by: the worse, the later or the longer, the more
        OutlierRole, // bool, of Part::Duration: very much longer than usual
    };

    // `profile` tells the server's as it is now; the watch must outlive this.
    MaintenanceBoard(MaintenanceWatch &watch, std::function<Profile()> profile, QObject *parent);

    MaintenanceWatch &watch() const { return m_watch; }
    Profile profile() const { return m_profile(); }
    static int column(int task, Part part) { return FirstTaskColumn + task * parts + int(part); }
    const MaintenanceCell *cell(const QString &clientId, int task) const; // null: there is none
    QString clientName(const QString &clientId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const MaintenanceCell &cell, Part part) const;
    QString tipOf(const MaintenanceCell &cell) const;
    QVariant sortValueOf(const MaintenanceCell &cell, Part part) const;
    QVariant ofClient(const MaintenanceWatch::Client &client, int column, int role) const;

    void noteChange(int row);
    void tellChanges();

    MaintenanceWatch &m_watch;
    std::function<Profile()> m_profile;
    QTimer m_soon; // answers come by the hundred: views are told of many at once
    int m_firstChanged = -1; // rows; -1: none
    int m_lastChanged = -1;
};
