// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenanceboard.h"

#include <QConcatenateTablesProxyModel>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <array>

// The boards of one server or of several as one table.
class MaintenanceFleet final : public QConcatenateTablesProxyModel {
    Q_OBJECT

public:
    // How many tasks stand how.
    struct Tally {
        std::array<int, size_t(Standing::Failed) + 1> tasks{};
        int of(Standing standing) const { return tasks[size_t(standing)]; }
        bool operator==(const Tally &) const = default;
    };

    explicit MaintenanceFleet(QObject *parent = nullptr);

    void add(MaintenanceBoard *board);
    void remove(MaintenanceBoard *board); // while its watch still lives
    const QList<MaintenanceBoard *> &boards() const { return m_boards; }
    // Those of the first board; boards whose tasks are others cannot stand beside it.
    QStringList taskLabels() const;
    Tally tally() const;

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void boardsChanged();
    void tallyChanged(); // perhaps; many changes are told once

private:
    QTimer m_soon;
    QList<MaintenanceBoard *> m_boards;
};

// Some of its rows: those whose client or server holds a text, and one of whose tasks stands in one of these ways.
class FleetFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit FleetFilter(MaintenanceFleet &fleet, QObject *parent = nullptr);

    void setText(const QString &text);
    void setStandings(const QList<Standing> &standings); // empty: all rows
    const QList<Standing> &standings() const { return m_standings; }
    void sortWorstFirst(); // by how the worst task of each row stands, as until somebody chose a column
    void sortBy(int column, Qt::SortOrder order);
    void sortAgain(); // as chosen; rows stay where they are until then

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QList<Standing> m_standings;
    bool m_isWorstFirst = true;
};
