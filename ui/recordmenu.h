// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QTableView;

// The context menu of a table of records: what can be done with those selected. Its removal also has a key, Delete.
class RecordMenu final : public QMenu {
    Q_OBJECT

public:
    // The labels are of removing those selected, and everything shown; empty: they cannot be removed.
    RecordMenu(QTableView &table, const QString &removeLabel, const QString &removeShownLabel);

    void offerStaging(); // of removals
    void setDuplicable(bool canDuplicate) { m_canDuplicate = canDuplicate; }
    void setAbilities(bool canEdit, bool canRemove);

Q_SIGNALS:
    void editRequested();
    void duplicateRequested(); // of the one selected
    void removeRequested();
    void removeShownRequested();
    void stageRemovalRequested();

private:
    void popUp(const QPoint &position);
    void copy(int role);

    QTableView &m_table;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_remove = nullptr; // null: nothing can be removed
    QAction *m_removeShown = nullptr; // likewise
    QAction *m_stage = nullptr; // likewise
    bool m_canEdit = true;
    bool m_canDuplicate = false;
};
