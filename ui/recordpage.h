// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/uistate.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class ColumnChooser;
class EmptyState;
class FilterLine;
class MessageStrip;
class QAction;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;
class RecordEditor;
class RecordFilter;

// The page of one collection: filter line, table, and the editor beside it.
class RecordPage final : public QWidget {
    Q_OBJECT

public:
    // `dialect` is the server's, under which columns and filter are remembered.
    RecordPage(Collection &collection, UiState &state, const QString &dialect, QWidget *parent = nullptr);
    ~RecordPage() override;

    Collection &collection() const { return m_collection; }
    void refresh();
    bool hasUnsavedChanges() const;
    // Goes on at once, or after the person has chosen to save or discard; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);
    void selectIds(const QStringList &ids);
    QStringList selectedIds() const;
    // Nothing can be changed while this holds; `reason` is one translated sentence for tool tips.
    void setReadOnly(bool readOnly, const QString &reason = {});
    MessageStrip &strip() { return *m_strip; }

public Q_SLOTS:
    void createNew();
    void removeSelected();
    void focusFilter();

Q_SIGNALS:
    void signInRequested(); // by the person, after a refusal

private:
    QWidget *buildList();
    QWidget *buildToolBar();
    QWidget *buildSide();
    void buildActions();
    void showMenu(const QPoint &position);
    void takeSelection();
    void followSelection();
    void openRecord(const QString &id);
    void closeEditor();
    void takeSaved(const Saved &saved, bool wasNew);
    void remove(const QStringList &ids);
    void takeRemoved(int done, int failed);
    void copy(int role);
    void updateState();
    void updateCount();
    void updateEmptyState();
    void updateActions();
    bool can(Operation operation) const;
    QString removeVerb() const;

    Collection &m_collection;
    UiState &m_state;
    QString m_dialect;
    RecordFilter *m_filter;
    MessageStrip *m_strip;
    FilterLine *m_filterLine;
    ColumnChooser *m_columns;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    QPushButton *m_new;
    QTableView *m_table;
    QStackedWidget *m_listStack;
    EmptyState *m_empty;
    QProgressBar *m_progress;
    QLabel *m_count;
    QSplitter *m_splitter;
    QStackedWidget *m_side;
    RecordEditor *m_editor;
    QLabel *m_several;
    QPushButton *m_removeSeveral;
    QAction *m_removeAction;
    QTimer m_busyDelay;
    QTimer m_minute;
    bool m_readOnly = false;
    bool m_selecting = false;
    QString m_readOnlyReason;
};
