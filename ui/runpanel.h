// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancefleet.h"
#include "items/runtable.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class MessageStrip;
class QButtonGroup;
class QComboBox;
class QLabel;
class QTableView;
class RunChart;

// What is known of the past of one client's task, or of all that went wrong lately: a chart, the figures, and the runs
// one by one.
class RunPanel final : public QWidget {
    Q_OBJECT

public:
    // What goes wrong is said in `strip`.
    RunPanel(MaintenanceFleet &fleet, MessageStrip &strip, QWidget *parent = nullptr);

    void showRunsOf(MaintenanceBoard *board, const QString &clientId); // null: of nobody
    void showTask(int task);
    // The runs of all boards that did not succeed since then, UTC.
    void showTroubles(const QDateTime &since);
    bool showsTroubles() const { return m_since.isValid(); }
    void selectRun(const MaintenanceRun &run); // once it is loaded

Q_SIGNALS:
    void clientRequested(MaintenanceBoard *board, const QString &clientId); // of a run that went wrong

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void takeChange(int row, int task);
    void reload();
    void loadTroubles();
    void take(const QList<MaintenanceRun> &runs);
    void updateText();
    void showRun(int index);
    void exportRuns();

    MaintenanceFleet &m_fleet;
    MessageStrip &m_strip;
    QPointer<MaintenanceBoard> m_board;
    QString m_clientId;
    int m_task = 0;
    std::pair<QDateTime, bool> m_known; // the latest run's beginning, and whether it is under way
    QDateTime m_since; // troubles of all boards are shown; invalid: the runs of one task
    QList<MaintenanceRun> m_runs;
    QList<QPointer<MaintenanceBoard>> m_boardOf; // of each trouble
    RunStatistics m_statistics;
    std::optional<MaintenanceRun> m_wanted;
    RunTable *m_model;
    QTimer m_soon;
    int m_round = 0; // answers to earlier questions come to nothing
    QLabel *m_title = nullptr;
    QLabel *m_figures = nullptr;
    QLabel *m_message = nullptr;
    QButtonGroup *m_tasks = nullptr;
    QWidget *m_taskBar = nullptr;
    QComboBox *m_days = nullptr;
    RunChart *m_chart = nullptr;
    QTableView *m_table = nullptr;
};
