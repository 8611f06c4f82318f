// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordstaging.h"

#include "ui/recordeditor.h"

#include <QAbstractItemView>

RecordStaging::RecordStaging(Collection &collection, RecordEditor &editor, QAbstractItemView &table, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_editor(editor)
    , m_table(table)
{
}

void RecordStaging::setChanges(ChangeSet &changes)
{
    m_changes = &changes;
    m_editor.setStaging(true);
    connect(&changes, &ChangeSet::changed, this, &RecordStaging::takeChanges);
    markRows();
}

int RecordStaging::numberOf(const QString &id) const
{
    return m_changes ? m_changes->numberOf(m_collection, id) : 0;
}

std::unique_ptr<Draft> RecordStaging::draft(const QString &id) const
{
    const int number = numberOf(id);
    return number > 0 ? m_changes->draft(number) : m_collection.draft(id);
}

std::unique_ptr<Draft> RecordStaging::stagedDraft(int number) const
{
    return m_changes ? m_changes->draft(number) : nullptr;
}

void RecordStaging::stageEdited()
{
    const Draft *draft = m_editor.draft();
    if (!m_changes || !draft)
        return;
    if (!draft->isNew() && !draft->isModified()) {
        m_changes->drop(m_editor.staged());
        return;
    }
    const int number = m_changes->stage(m_collection, draft->copy(), m_editor.staged());
    m_editor.setStaged(number);
    Q_EMIT staged(tr("“%1” is staged. Nothing is sent until you apply the changes.")
                      .arg(m_changes->item(m_changes->rowOf(number).value()).name));
}

void RecordStaging::stageRemoval(const QStringList &ids)
{
    int count = 0;
    for (const QString &id : ids)
        count += m_changes && m_changes->stageRemoval(m_collection, id) > 0 ? 1 : 0;
    if (count > 0)
        Q_EMIT staged(tr("%n removal(s) staged. Nothing is sent until you apply the changes.", nullptr, count));
}

void RecordStaging::stageRotation(const QString &id)
{
    if (m_changes && m_changes->stageRotation(m_collection, id) > 0)
        Q_EMIT staged(tr("New credentials are staged. Nothing is sent until you apply the changes."));
}

void RecordStaging::forgetEdited()
{
    const int number = m_editor.staged();
    m_editor.setStaged(0);
    if (m_changes && number > 0)
        m_changes->drop(number);
}

void RecordStaging::takeChanges()
{
    markRows();
    const int shown = m_editor.staged();
    if (shown == 0 || m_editor.isSaving())
        return;
    const auto row = m_changes->rowOf(shown);
    const bool isThere = row && m_changes->item(*row).draft && m_changes->item(*row).state != ChangeSet::State::Done;
    if (isThere)
        return;
    const bool hasMore = m_editor.isModified();
    m_editor.setStaged(0);
    if (!hasMore)
        Q_EMIT withdrawn(m_editor.draft()->id());
}

void RecordStaging::markRows()
{
    QSet<QString> ids;
    for (int row = 0; row < m_changes->rowCount(); ++row)
        if (const auto &item = m_changes->item(row);
            item.collection == &m_collection && item.state != ChangeSet::State::Done)
            ids << item.id;
    m_collection.model()->setStaged(ids);
    m_table.viewport()->update();
}

#include "moc_recordstaging.cpp"
