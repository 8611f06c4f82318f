// SPDX-License-Identifier: GPL-3.0-or-later
// A ChangeSet as a model of what it holds, apart from what it does with it.
#include "items/changeset.h"

static QString removalText(Removal removal)
{
    switch (removal) {
    case Removal::Delete:
        return ChangeSet::tr("Delete");
    case Removal::Revoke:
        return ChangeSet::tr("Revoke");
    case Removal::Deactivate:
        return ChangeSet::tr("Deactivate");
    }
    return {};
}

static QString actionText(const ChangeSet::Item &item)
{
    switch (item.action) {
    case ChangeAction::Create:
        return ChangeSet::tr("Create");
    case ChangeAction::Change:
        return ChangeSet::tr("Change");
    case ChangeAction::Remove:
        return removalText(item.collection->removal());
    case ChangeAction::Rotate:
        return ChangeSet::tr("New Credentials");
    }
    return {};
}

static QString stateText(const ChangeSet::Item &item)
{
    switch (item.state) {
    case ChangeSet::State::Staged:
        return ChangeSet::tr("Staged");
    case ChangeSet::State::Applying:
        return ChangeSet::tr("Applying…");
    case ChangeSet::State::Done:
        return ChangeSet::tr("Done");
    case ChangeSet::State::Failed:
        return ChangeSet::tr("Failed: %1").arg(item.error.message);
    case ChangeSet::State::Conflict:
        return ChangeSet::tr("Conflict: %1").arg(item.error.message);
    }
    return {};
}

static QString fieldsText(const ChangeSet::Item &item)
{
    int count = 0;
    for (int field = 0; item.draft && field < item.draft->fieldCount(); ++field)
        count += item.draft->value(field) != item.draft->originalValue(field);
    return item.draft ? QString::number(count) : QString();
}

int ChangeSet::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ChangeSet::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeSet::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &shown = item(index.row());
    if (role == StateRole)
        return QVariant::fromValue(shown.state);
    if (role == NumberRole)
        return shown.number;
    if (role == Qt::ToolTipRole && index.column() == StateColumn && !shown.error.message.isEmpty())
        return shown.error.message;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ActionColumn:
        return actionText(shown);
    case KindColumn:
        return shown.collection->title();
    case NameColumn:
        return shown.name;
    case FieldsColumn:
        return fieldsText(shown);
    case StateColumn:
        return stateText(shown);
    default:
        return {};
    }
}

QVariant ChangeSet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ActionColumn:
        return tr("Change");
    case KindColumn:
        return tr("List");
    case NameColumn:
        return tr("Name");
    case FieldsColumn:
        return tr("Fields");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}
