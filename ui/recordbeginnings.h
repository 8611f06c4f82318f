// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"
#include "ui/uistate.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;
class QToolButton;
class RecordEditor;
class RecordTools;

// What a new record can begin with, other than nothing: another record, a template kept under a name, a file of many.
// Puts its menus beside the button for new records and into the editor's head.
class RecordBeginnings final : public QObject {
    Q_OBJECT

public:
    using Open = std::function<void(std::unique_ptr<Draft>)>;

    // `open` shows a draft in the editor once what is there may go.
    RecordBeginnings(Collection &collection, RecordEditor &editor, RecordTools &tools, UiState &state,
        const QString &dialect, Open open);

    void setChanges(ChangeSet &changes) { m_changes = &changes; } // where what is imported goes
    void setReadOnly(bool readOnly);
    bool canDuplicate() const;
    void duplicate(const QString &id);

Q_SIGNALS:
    void imported(const QString &summary); // one translated sentence

private:
    bool isOfClients() const; // the only ones there are many of that resemble each other
    void addEditorMenu();
    void addNewMenu(RecordTools &tools);
    void fillNewMenu();
    void askTemplateName();
    void saveTemplate(const QString &name);
    void import();

    Collection &m_collection;
    RecordEditor &m_editor;
    UiState &m_state;
    QString m_dialect;
    Open m_open;
    QPointer<ChangeSet> m_changes;
    QToolButton *m_newButton = nullptr; // null: nothing can be created
    QMenu *m_newMenu = nullptr;
    bool m_readOnly = false;
};
