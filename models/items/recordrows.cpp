// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordrows.h"

#include "core/clock.h"
#include "items/recordtext.h"

QList<FieldInfo> RecordRows::columns() const
{
    QList<FieldInfo> infos;
    for (const ListColumn &column : listColumns())
        infos << column.info;
    return infos;
}

int RecordRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant RecordRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return dataOf(order()[size_t(index.row())], index.column(), role);
}

QVariant RecordRows::dataOf(quint32 row, int column, int role) const
{
    const ShownField &field = m_shown[column];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(cells().value(row, field.cells), field.kind, field.flags, systemClock());
    case Qt::ToolTipRole:
        return tooltipText(cells().value(row, field.cells), field.kind);
    case IdRole:
        return idOf(row);
    case NameRole:
        return nameOf(row);
    case ValueRole:
        return cells().value(row, field.cells);
    case StagedRole:
        return !m_staged.isEmpty() && m_staged.contains(idOf(row));
    case NoveltyRole:
        return int(m_states[row].novelty);
    default:
        return {};
    }
}

QVariant RecordRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= m_shown.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    return translatedField(m_shown[section].label);
}

#include "moc_recordrows.cpp"
