// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenanceboard.h"

#include <QWidget>

class EmptyState;
class MessageStrip;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

// The maintenance tasks of a server's clients: state, start, and what their last runs led to.
class MaintenancePage final : public QWidget {
    Q_OBJECT

public:
    explicit MaintenancePage(MaintenanceBoard &board, QWidget *parent = nullptr);

    void refresh();
    void selectClient(const QString &clientId);
    // Nothing can be started while this holds; `reason` is one translated sentence.
    void setReadOnly(bool readOnly, const QString &reason = {});

protected:
    // Tasks are followed while somebody looks.
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildToolBar();
    QWidget *buildTable();
    QWidget *buildDetail();
    void start(int task);
    QStringList selectedClients() const;
    bool canStart(int task) const;
    void update();
    void updateDetail();
    void takeRows();
    void takeEnd(const QString &client, const QString &task, const MaintenanceResult &result);

    MaintenanceBoard &m_board;
    MessageStrip *m_strip;
    QList<QPushButton *> m_start; // by task
    QToolButton *m_refresh = nullptr;
    QProgressBar *m_progress = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_detailTitle = nullptr;
    QList<QLabel *> m_details; // by task
    QStringList m_selected; // kept while the board rebuilds its rows
    bool m_readOnly = false;
    QString m_readOnlyReason;
};
