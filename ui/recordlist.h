// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/confidential.h"
#include "ui/uistate.h"

#include <QTimer>
#include <QWidget>

class EmptyState;
class FacetPanel;
class QLabel;
class QProgressBar;
class QStackedWidget;
class RecordFilter;
class RecordTable;
class RecordTools;

// The list half of a page: filter line and tool bar, the table or why it is empty, and the status line.
class RecordList final : public QWidget, public Confidential {
    Q_OBJECT

public:
    RecordList(Collection &collection, UiState &state, const QString &dialect, QWidget *parent = nullptr);

    RecordTable &table() { return *m_table; }
    RecordTools &tools() { return *m_tools; }
    qsizetype selectedCount() const; // of rows
    QStringList selectedIds() const; // in the order shown
    // Selects those that are shown; false when not all of them are.
    bool selectIds(const QStringList &ids);
    void focusFilter();
    void setCovered(bool covered) override;
    void dropSecrets() override { } // it holds what its server lists
    void setReadOnly(bool readOnly, const QString &reason);

Q_SIGNALS:
    void selectionChanged(); // after the event that changed it
    void refreshRequested();
    void newRequested();

private:
    QWidget *buildBody();
    QWidget *buildStatusLine();
    void holdPlace();
    QString progressText() const;
    void applyFilter(const QString &text);
    void updateState();
    void showProgress();
    void noteRows();
    void updateRows();
    void updateCount();
    void updateEmptyState();

    Collection &m_collection;
    UiState &m_state;
    QString m_dialect;
    RecordFilter *m_filter;
    RecordTable *m_table;
    RecordTools *m_tools;
    FacetPanel *m_facets;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QProgressBar *m_progress;
    QLabel *m_count;
    QLabel *m_incomplete;
    QTimer m_busyDelay;
    QTimer m_minute;
    QTimer m_rowsCame; // a list of thousands is taken in once, not once per row
    bool m_isAsked = false; // what the list shows next is what the person asked for
    QPersistentModelIndex m_top; // the first row in view while rows are rearranged
    int m_topPosition = 0;
};
