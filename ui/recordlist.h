// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/uistate.h"

#include <QTimer>
#include <QWidget>

class ColumnChooser;
class EmptyState;
class FacetPanel;
class ExportButton;
class FilterLine;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;
class RecordFilter;
class RecordTable;

// The list half of a page: filter line and tool bar, the table or why it is empty, and the status line.
class RecordList final : public QWidget {
    Q_OBJECT

public:
    RecordList(Collection &collection, UiState &state, const QString &dialect, QWidget *parent = nullptr);

    RecordTable &table() { return *m_table; }
    ExportButton &exportButton() { return *m_export; }
    qsizetype selectedCount() const; // of rows
    QStringList selectedIds() const; // in the order shown
    // Selects those that are shown; false when not all of them are.
    bool selectIds(const QStringList &ids);
    void focusFilter();
    void setReadOnly(bool readOnly, const QString &reason);

Q_SIGNALS:
    void selectionChanged(); // after the event that changed it
    void refreshRequested();
    void newRequested();

private:
    QWidget *buildToolBar();
    QWidget *buildBody();
    QWidget *buildStatusLine();
    void holdPlace();
    QString progressText() const;
    void applyFilter(const QString &text);
    void updateState();
    void updateRows();
    void updateEmptyState();

    Collection &m_collection;
    UiState &m_state;
    QString m_dialect;
    RecordFilter *m_filter;
    RecordTable *m_table;
    FacetPanel *m_facets;
    FilterLine *m_filterLine;
    ColumnChooser *m_columns;
    QToolButton *m_showFacets;
    ExportButton *m_export;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    QPushButton *m_new;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QProgressBar *m_progress;
    QLabel *m_count;
    QLabel *m_incomplete;
    QTimer m_busyDelay;
    QTimer m_minute;
    QTimer m_rowsCame; // one turn of the event loop: a list of thousands is taken in once, not once per row
    bool m_canCreate = false;
    bool m_isAsked = false; // what the list shows next is what the person asked for
    QPersistentModelIndex m_top; // the first row in view while rows are rearranged
    int m_topPosition = 0;
};
