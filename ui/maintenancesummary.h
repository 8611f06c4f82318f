// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/maintenancefleet.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;

// How the tasks stand, each way as a button that filters by it, and how many runs did not succeed since last evening,
// which the last results alone do not tell.
class MaintenanceSummary final : public QWidget {
    Q_OBJECT

public:
    MaintenanceSummary(MaintenanceFleet &fleet, Clock clock, QWidget *parent);

    QDateTime since() const; // UTC: six in the evening, local time, at least six hours ago
    void refresh(); // what is kept of runs is counted again
    void showAll(); // none of the ways is filtered by any more

Q_SIGNALS:
    void chosen(const QList<Standing> &standings); // empty: all
    void troublesRequested();

private:
    struct Kind {
        QList<Standing> standings;
        QToolButton *button;
    };
    void addKind(const QString &name, const QList<Standing> &standings, const QString &icon);
    void update();
    void takeTroubles(int count);
    QString textOf(int kind, int count) const;

    MaintenanceFleet &m_fleet;
    Clock m_clock;
    QList<Kind> m_kinds;
    QHBoxLayout *m_row;
    QPushButton *m_troubles;
    QTimer m_count;
    int m_round = 0;
};
