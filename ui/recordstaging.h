// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"

#include <QObject>
#include <QPointer>

class QAbstractItemView;
class RecordEditor;

// Keeps changes to the records of one list for later, in the server's ChangeSet, and shows in the list and its editor
// what is kept there.
class RecordStaging final : public QObject {
    Q_OBJECT

public:
    // `table` shows the collection's records.
    RecordStaging(Collection &collection, RecordEditor &editor, QAbstractItemView &table, QObject *parent);

    void setChanges(ChangeSet &changes);
    // What is to be edited of a record: as it is staged, or else as it is listed; null when it is neither.
    std::unique_ptr<Draft> draft(const QString &id) const;
    std::unique_ptr<Draft> stagedDraft(int number) const;
    int numberOf(const QString &id) const; // of its staged edit; 0: none
    void stageEdited(); // what the editor shows
    void stageRemoval(const QStringList &ids);
    void stageRotation(const QString &id);
    void forgetEdited(); // it was saved at once

Q_SIGNALS:
    void staged(const QString &summary); // one translated sentence
    // The editor's record is no longer staged as it is shown; empty: it was one to be created.
    void withdrawn(const QString &id);

private:
    void takeChanges();
    void markRows();

    Collection &m_collection;
    RecordEditor &m_editor;
    QAbstractItemView &m_table;
    QPointer<ChangeSet> m_changes;
};
