// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancefleet.h"
#include "items/maintenancestart.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class EmptyState;
class MaintenanceSummary;
class MessageStrip;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;
class RunPanel;
class StartFlow;

// The maintenance tasks of the clients of one server or of several: how they stand, starting them, and what is known of
// their past.
class MaintenancePage final : public QWidget {
    Q_OBJECT

public:
    // `fleet` becomes its own.
    MaintenancePage(MaintenanceFleet *fleet, Clock clock, QWidget *parent = nullptr);
    ~MaintenancePage() override;

    MaintenanceFleet &fleet() const { return m_fleet; }
    void addBoard(MaintenanceBoard *board);
    void removeBoard(MaintenanceBoard *board); // while its server still lives
    void setServersShown(bool shown); // as the first column
    void refresh();
    void selectClient(const MaintenanceBoard *board, const QString &clientId);
    void showRun(MaintenanceBoard *board, const MaintenanceRun &run); // its client and it itself
    // Nothing can be started while this holds; `reason` is one translated sentence.
    void setReadOnly(bool readOnly, const QString &reason = {});

Q_SIGNALS:
    void watchRequested(bool watch); // also while nobody looks

protected:
    // Tasks are followed while somebody looks.
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildToolBar();
    QWidget *buildFilterBar(const Clock &clock);
    QWidget *buildTable();
    QWidget *buildBody();
    void connectBoard(MaintenanceBoard &board);
    void setLooking(bool isLooking);
    void start(int task);
    void takeManyEnds(int succeeded, int others);
    QList<StartTarget> targets(int task) const; // what is selected
    bool isReadOnly() const; // one of the servers of what is selected
    void updateSoon();
    void update();
    void sortAgain();
    void fitColumns();
    void updateButtons();
    void updatePanel();
    void keepSelection();
    void restoreSelection();
    void takeEnd(const MaintenanceRun &run);
    QString labelOf(const QString &task) const;

    MaintenanceFleet &m_fleet;
    FleetFilter *m_filter;
    MessageStrip *m_strip;
    StartFlow *m_flow;
    QList<QPushButton *> m_start; // by task
    QToolButton *m_watch = nullptr;
    QToolButton *m_refresh = nullptr;
    QProgressBar *m_progress = nullptr;
    QLineEdit *m_text = nullptr;
    MaintenanceSummary *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    RunPanel *m_panel = nullptr;
    QSet<QString> m_selected; // server address and client, kept while rows are rebuilt
    QString m_shownClient; // whose runs are below
    QTimer m_soon;
    bool m_isLooking = false;
    bool m_wasAsking = false;
    bool m_readOnly = false;
    QString m_readOnlyReason;
};
