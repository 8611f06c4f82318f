// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "ui/uistate.h"

#include <QKeySequence>
#include <QTimer>
#include <QWidget>

#include <functional>

class BulkRemoval;
class ChangeSet;
class MessageStrip;
class QSplitter;
class QStackedWidget;
class RecordBeginnings;
class RecordEditor;
class RecordList;
class RecordMenu;
class RecordRemoval;
class RecordRotation;
class RecordStaging;
class SelectionPanel;
class UnsavedGuard;

// The page of one collection: its list, and the editor of the selected record beside it.
class RecordPage final : public QWidget {
    Q_OBJECT

public:
    struct Shortcut {
        QString text; // translated
        QKeySequence keys;
        void (RecordPage::*act)();
    };
    static QList<Shortcut> shortcuts(); // those of every such page

    // `dialect` is the server's, under which columns and filter are remembered.
    RecordPage(Collection &collection, UiState &state, const QString &dialect, QWidget *parent = nullptr);
    ~RecordPage() override;

    Collection &collection() const { return m_collection; }
    void refresh();
    bool hasUnsavedChanges() const;
    // Goes on at once, or after the person has chosen to save or discard; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);
    void selectIds(const QStringList &ids);
    void remove(const QStringList &ids); // asks first
    QStringList selectedIds() const;
    // Opens the record with what is unsaved in `changed`, once nothing else is unsaved here.
    void edit(std::unique_ptr<Draft> changed);
    // Nothing can be changed while this holds; `reason` is one translated sentence for tool tips.
    void setReadOnly(bool readOnly, const QString &reason = {});
    MessageStrip &strip() { return *m_strip; }
    void setChanges(ChangeSet &changes); // where they can be kept for later
    void openStaged(int number); // of its draft in there
    void setBulk(BulkRemoval &bulk); // for removing many at once

public Q_SLOTS:
    void createNew();
    void removeSelected();
    void removeShown(); // everything that matches the filter
    void focusFilter();

Q_SIGNALS:
    void signInRequested(); // by the person, after a refusal
    void changesRequested(); // to see what is staged
    void inspectionRequested(const QList<Secret> &tokens);

private:
    void addShortcuts();
    void exportShown();
    void save();
    void stage();
    QWidget *makeMemoryBar();
    void connectParts();
    void takeState();
    void takeSelection();
    void showSelection();
    void open(std::unique_ptr<Draft> draft, int staged = 0);
    void begin(std::unique_ptr<Draft> draft);
    void takeStaged(const QString &summary);
    void openRecord(const QString &id);
    void reopenIfChanged();
    void showSide(QWidget *side); // null: nothing beside the list
    void takeSaved(const Saved &saved);
    void takeRemoved(const QString &summary, bool isComplete);
    bool can(Operation operation) const;
    QString removeLabel() const; // empty: nothing can be removed

    Collection &m_collection;
    UiState &m_state;
    MessageStrip *m_strip;
    QSplitter *m_splitter;
    RecordList *m_list;
    QStackedWidget *m_side;
    RecordEditor *m_editor;
    SelectionPanel *m_several;
    RecordRemoval *m_removal;
    RecordRotation *m_rotation;
    RecordStaging *m_staging;
    RecordBeginnings *m_beginnings;
    RecordMenu *m_menu;
    UnsavedGuard *m_guard = nullptr;
    QTimer m_minute;
    bool m_readOnly = false;
};
