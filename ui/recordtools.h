// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/uistate.h"

#include <QWidget>

class ColumnChooser;
class ExportButton;
class FilterLine;
class QPushButton;
class QToolButton;
class RecordFilter;
class RecordTable;

// The bar above a list: the filter line with its saved filters, and what can be done with the list as a whole.
class RecordTools final : public QWidget {
    Q_OBJECT

public:
    RecordTools(Collection &collection, RecordFilter &filter, RecordTable &table, UiState &state,
        const QString &dialect, QWidget *parent = nullptr);

    FilterLine &filterLine() { return *m_filterLine; }
    ColumnChooser &columns() { return *m_columns; }
    ExportButton &exportButton() { return *m_export; }
    void addTool(QWidget *tool); // beside the button for a new record
    bool showsFacets() const;
    bool canCreate() const { return m_canCreate; }
    void setReadOnly(bool readOnly, const QString &reason);
    void setBusy(bool isBusy, bool isLong); // a long one can be stopped

Q_SIGNALS:
    void refreshRequested();
    void newRequested();
    void facetsToggled(bool shown); // by the person

private:
    void arrange(QWidget *savedFilters);

    Collection &m_collection;
    QToolButton *m_facets;
    FilterLine *m_filterLine;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    ExportButton *m_export;
    ColumnChooser *m_columns;
    QPushButton *m_new;
    bool m_canCreate;
};
