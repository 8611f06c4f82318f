// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/uistate.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class MessageStrip;
class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class RecordEditor;
class RecordList;

// The page of one collection: its list, and the editor of the selected record beside it.
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
    QWidget *buildSeveral();
    void buildActions();
    void showMenu(const QPoint &position);
    void takeState();
    void takeSelection();
    void askForUnsaved();
    void showSelection();
    void open(std::unique_ptr<Draft> draft);
    void openRecord(const QString &id);
    void reopenIfChanged();
    void showSide(QWidget *side); // null: nothing beside the list
    void takeSaved(const Saved &saved);
    void remove(const QStringList &ids);
    void takeRemoved(int done, int failed);
    void copy(int role);
    bool can(Operation operation) const;
    QString removeLabel() const;

    Collection &m_collection;
    UiState &m_state;
    MessageStrip *m_strip;
    RecordList *m_list;
    QSplitter *m_splitter;
    QStackedWidget *m_side;
    RecordEditor *m_editor;
    QWidget *m_several;
    QLabel *m_severalText;
    QPushButton *m_removeSeveral;
    QAction *m_edit;
    QAction *m_remove;
    QTimer m_minute;
    std::function<void()> m_afterSave; // what waits for the editor
    bool m_readOnly = false;
};
