// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/columns.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

static bool isText(ColumnKind kind)
{
    return kind == ColumnKind::Text || kind == ColumnKind::List;
}

template <typename T>
static void detach(std::shared_ptr<T[]> &array)
{
    if (!array)
        return;
    const std::shared_ptr<T[]> copy(new T[Columns::rowsPerBlock]);
    std::copy_n(array.get(), Columns::rowsPerBlock, copy.get());
    array = copy;
}

Columns::Columns(QList<ColumnKind> kinds)
    : m_kinds(std::move(kinds))
    , m_dictionaries(size_t(m_kinds.size()))
{
    int bits = 0;
    for (const ColumnKind kind : std::as_const(m_kinds))
        m_bits << (kind == ColumnKind::Switch ? bits++ : 0);
    Q_ASSERT(bits <= 8);
}

Columns Columns::snapshot() const
{
    Columns copy((QList<ColumnKind>()));
    copy.m_kinds = m_kinds;
    copy.m_bits = m_bits;
    copy.m_dictionaries.reserve(m_dictionaries.size());
    for (const Dictionary &dictionary : m_dictionaries)
        copy.m_dictionaries.push_back(dictionary.snapshot());
    copy.m_blocks = m_blocks;
    copy.m_rows = m_rows;
    return copy;
}

QVariant Columns::value(quint32 row, int column) const
{
    const Cell value = cell(row, column);
    switch (m_kinds[column]) {
    case ColumnKind::Text:
        return QString::fromUtf8(utf8(row, column));
    case ColumnKind::List: {
        QStringList entries = QString::fromUtf8(utf8(row, column)).split(QLatin1Char(listEnd));
        entries.removeLast();
        return entries;
    }
    case ColumnKind::Time:
        return value == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(millisecondsOf(value), Qt::UTC);
    case ColumnKind::Duration:
        return QVariant::fromValue(std::chrono::seconds(value));
    case ColumnKind::Switch:
        break;
    }
    return value != 0;
}

Cell Columns::cellOf(int column, const QVariant &value)
{
    switch (m_kinds[column]) {
    case ColumnKind::Text:
        return textCell(column, value.toString().toUtf8());
    case ColumnKind::List: {
        QByteArray joined;
        const QStringList entries = value.toStringList();
        for (const QString &entry : entries)
            joined += entry.toUtf8() + listEnd;
        return textCell(column, joined);
    }
    case ColumnKind::Time:
        return value.toDateTime().isValid() ? timeCell(value.toDateTime().toMSecsSinceEpoch()) : 0;
    case ColumnKind::Duration:
        return value.value<std::chrono::seconds>().count();
    case ColumnKind::Switch:
        break;
    }
    return value.toBool() ? 1 : 0;
}

bool Columns::isFull() const
{
    return std::any_of(
        m_dictionaries.begin(), m_dictionaries.end(), [](const Dictionary &texts) { return texts.isFull(); });
}

Cells Columns::cells(quint32 row) const
{
    Cells cells;
    for (int column = 0; column < count(); ++column)
        cells.append(cell(row, column));
    return cells;
}

quint32 Columns::append(const Cells &cells)
{
    const quint32 row = m_rows;
    if (row % rowsPerBlock == 0)
        m_blocks.push_back(std::make_shared<Block>(size_t(count())));
    write(writable(row, cells, true), row % rowsPerBlock, cells);
    return m_rows++;
}

void Columns::replace(quint32 row, const Cells &cells)
{
    write(writable(row, cells, false), row % rowsPerBlock, cells);
}

bool Columns::hasRoom(const Block &block, const Cells &cells) const
{
    for (int column = 0; column < count(); ++column) {
        const bool isThere
            = m_kinds[column] == ColumnKind::Switch || block.numbers[size_t(column)] || block.values[size_t(column)];
        if (cells[column] != 0 && !isThere)
            return false;
    }
    return true;
}

// A new row is where no snapshot looks; a changed one, or a column that has been empty so far, is not.
Columns::Block &Columns::writable(quint32 row, const Cells &cells, bool isNew)
{
    auto &block = m_blocks[row / rowsPerBlock];
    const bool fits = hasRoom(*block, cells);
    if (block.use_count() > 1 && !(isNew && fits)) {
        block = std::make_shared<Block>(*block);
        std::for_each(block->numbers.begin(), block->numbers.end(), detach<quint32>);
        std::for_each(block->values.begin(), block->values.end(), detach<qint64>);
    }
    for (int column = 0; !fits && column < count(); ++column) {
        if (cells[column] == 0 || m_kinds[column] == ColumnKind::Switch)
            continue;
        if (isText(m_kinds[column]) && !block->numbers[size_t(column)])
            block->numbers[size_t(column)] = std::shared_ptr<quint32[]>(new quint32[rowsPerBlock]());
        else if (!isText(m_kinds[column]) && !block->values[size_t(column)])
            block->values[size_t(column)] = std::shared_ptr<qint64[]>(new qint64[rowsPerBlock]());
    }
    return *block;
}

void Columns::write(Block &block, quint32 at, const Cells &cells)
{
    quint8 switches = 0;
    for (int column = 0; column < count(); ++column) {
        if (m_kinds[column] == ColumnKind::Switch)
            switches |= quint8((cells[column] != 0 ? 1 : 0) << m_bits[column]);
        else if (isText(m_kinds[column]) && block.numbers[size_t(column)])
            block.numbers[size_t(column)][at] = quint32(cells[column]);
        else if (!isText(m_kinds[column]) && block.values[size_t(column)])
            block.values[size_t(column)][at] = cells[column];
    }
    block.switches[at] = switches;
}
