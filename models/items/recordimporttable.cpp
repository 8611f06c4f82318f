// SPDX-License-Identifier: GPL-3.0-or-later
// A RecordImport as a model, apart from how it is worked out in recordimport.cpp.
#include "items/recordimport.h"

QString RecordImport::outcomeText(const Row &row)
{
    switch (row.outcome) {
    case Outcome::Waiting:
        return {};
    case Outcome::New:
        return tr("New");
    case Outcome::Changed:
        return tr("Changed");
    case Outcome::Unchanged:
        return tr("Unchanged");
    case Outcome::Problem:
        return tr("Left out");
    }
    return {};
}

int RecordImport::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RecordImport::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordImport::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == OutcomeRole)
        return QVariant::fromValue(row.outcome);
    if (role == Qt::ToolTipRole && !row.problem.isEmpty())
        return row.problem;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RowColumn:
        return index.row() + 1;
    case OutcomeColumn:
        return outcomeText(row);
    case NameColumn:
        return row.name;
    case ProblemColumn:
        return row.problem;
    default:
        return {};
    }
}

QVariant RecordImport::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case RowColumn:
        return tr("Row");
    case OutcomeColumn:
        return tr("Result");
    case NameColumn:
        return tr("Name");
    case ProblemColumn:
        return tr("Problem");
    default:
        return {};
    }
}
