// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch.h"

#include <algorithm>

Batch::Batch(QList<Item> items, Operation operation, QObject *parent)
    : QAbstractTableModel(parent)
    , m_operation(std::move(operation))
{
    for (auto &item : items)
        m_entries << Entry{.item = std::move(item)};
}

int Batch::count(Outcome outcome) const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [outcome](const Entry &entry) { return entry.outcome == outcome; }));
}

QStringList Batch::names() const
{
    QStringList names;
    for (const auto &entry : m_entries)
        names << entry.item.name;
    return names;
}

void Batch::start()
{
    m_next = 0;
    startNext();
    if (m_running == 0)
        Q_EMIT finished();
}

void Batch::startNext()
{
    for (; m_running < concurrency && m_next < total(); ++m_next) {
        const int row = m_next;
        if (m_entries[row].outcome != Outcome::Waiting)
            continue;
        ++m_running;
        setOutcome(row, Outcome::Running);
        const auto work = m_operation(m_entries[row].item.id);
        onResult(this, work, [this, row](const Result<> &result) { takeOutcome(row, result); });
        onDropped(this, work, [this, row] {
            stop();
            takeOutcome(row, failure(Error::Kind::Unknown, tr("The server was disconnected before it answered.")));
        });
    }
}

void Batch::takeOutcome(int row, const Result<> &result)
{
    --m_running;
    setOutcome(row, result ? Outcome::Done : Outcome::Failed, result ? Error{} : result.error());
    startNext();
    if (m_running == 0)
        Q_EMIT finished();
}

void Batch::stop()
{
    for (int row = 0; row < total(); ++row)
        if (m_entries[row].outcome == Outcome::Waiting)
            setOutcome(row, Outcome::Stopped);
}

void Batch::retryFailed()
{
    for (int row = 0; row < total(); ++row)
        if (m_entries[row].outcome == Outcome::Failed || m_entries[row].outcome == Outcome::Stopped)
            setOutcome(row, Outcome::Waiting);
    start();
}

void Batch::setOutcome(int row, Outcome outcome, const Error &error)
{
    m_entries[row].outcome = outcome;
    m_entries[row].error = error;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT progressed();
}

int Batch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : total();
}

int Batch::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

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

QVariant Batch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.row()];
    if (role == IdRole)
        return entry.item.id;
    if (role == OutcomeRole)
        return QVariant::fromValue(entry.outcome);
    if (role == Qt::ToolTipRole && index.column() == Answer && !entry.error.detail.isEmpty())
        return entry.error.detail;
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Name)
        return entry.item.name;
    return entry.outcome == Outcome::Failed ? entry.error.message : outcomeText(entry.outcome);
}

QVariant Batch::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == Name ? tr("Name") : tr("Result");
}
