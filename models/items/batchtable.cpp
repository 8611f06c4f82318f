// SPDX-License-Identifier: GPL-3.0-or-later
// A Batch as a model of its results, apart from its conduct in batch.cpp.
#include "items/batch.h"

#include <algorithm>

static QString outcomeText(Batch::Outcome outcome)
{
    switch (outcome) {
    case Batch::Outcome::Waiting:
        return Batch::tr("Waiting");
    case Batch::Outcome::Running:
        return Batch::tr("Running…");
    case Batch::Outcome::Done:
        return Batch::tr("Done");
    case Batch::Outcome::Failed:
        return Batch::tr("Failed");
    case Batch::Outcome::Stopped:
        return Batch::tr("Not started");
    }
    return {};
}

void Batch::setOutcome(int row, Outcome outcome, const Error &error)
{
    Entry &entry = m_entries[row];
    --m_counts[size_t(entry.outcome)];
    ++m_counts[size_t(outcome)];
    if (entry.reason >= 0)
        --m_reasons[entry.reason].count;
    entry.outcome = outcome;
    const bool hasEnded = outcome != Outcome::Waiting && outcome != Outcome::Running;
    entry.reason = hasEnded ? reasonOf(outcome, error.message) : -1;
    if (entry.reason >= 0)
        ++m_reasons[entry.reason].count;
    if (error.detail.isEmpty())
        m_details.remove(row);
    else
        m_details.insert(row, error.detail);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    noteProgress();
}

int Batch::reasonOf(Outcome outcome, const QString &message)
{
    const QString key = QString::number(int(outcome)) + message;
    const auto known = m_reasonOf.constFind(key);
    if (known != m_reasonOf.cend())
        return *known;
    QString shown = outcome == Outcome::Done ? m_doneText : QString();
    if (!message.isEmpty())
        shown = message;
    m_reasons << Reason{.outcome = outcome, .message = shown.isEmpty() ? outcomeText(outcome) : shown};
    return *m_reasonOf.insert(key, int(m_reasons.size()) - 1);
}

QList<Batch::Reason> Batch::reasons() const
{
    QList<Reason> met;
    std::copy_if(m_reasons.begin(), m_reasons.end(), std::back_inserter(met),
        [](const Reason &reason) { return reason.count > 0; });
    std::stable_sort(met.begin(), met.end(), [](const Reason &a, const Reason &b) { return a.count > b.count; });
    return met;
}

QStringList Batch::names() const
{
    QStringList names;
    for (const auto &entry : m_entries)
        names << entry.name;
    return names;
}

QList<Batch::Item> Batch::items(Outcome outcome) const
{
    QList<Item> items;
    for (const auto &entry : m_entries)
        if (entry.outcome == outcome)
            items << Item{.id = entry.id, .name = entry.name};
    return items;
}

int Batch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : total();
}

int Batch::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant Batch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.row()];
    if (role == ItemIdRole)
        return entry.id;
    if (role == OutcomeRole)
        return QVariant::fromValue(entry.outcome);
    if (role == Qt::ToolTipRole && index.column() == Answer)
        return m_details.value(index.row());
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Name)
        return entry.name;
    return entry.reason >= 0 ? m_reasons[entry.reason].message : outcomeText(entry.outcome);
}

QVariant Batch::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == Name ? tr("Name") : tr("Result");
}
