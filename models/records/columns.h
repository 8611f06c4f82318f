// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/dictionary.h"

#include <QList>
#include <QVarLengthArray>
#include <QVariant>

#include <chrono>

enum class ColumnKind {
    Text, // a number of a text
    List, // the same, of its entries, each ended by listEnd
    Time, // see timeCell()
    Duration, // seconds
    Switch, // 0 or 1
};

// What a row holds in one column. 0 is "nothing": no text, no entries, no time, no seconds, off.
using Cell = qint64;
using Cells = QVarLengthArray<Cell, 24>;

constexpr char listEnd = '\x1f';
// Milliseconds since 1970 UTC, of any year QDateTime knows.
constexpr Cell timeCell(qint64 milliseconds)
{
    return milliseconds * 2 + 1;
}
constexpr qint64 millisecondsOf(Cell time)
{
    return (time - 1) / 2;
}

// Rows of cells in columns, compactly: a text is kept once, in its column's dictionary, and columns nobody filled take
// no room. A copy made by snapshot() may be read in another thread while this one grows and changes; everything else
// belongs to one thread.
class Columns {
public:
    static constexpr quint32 rowsPerBlock = 4096;

    explicit Columns(QList<ColumnKind> kinds);
    Columns(Columns &&) = default;
    Columns &operator=(Columns &&) = default;
    Columns snapshot() const;

    quint32 rows() const { return m_rows; }
    bool isFull() const; // of texts; see Dictionary
    int count() const { return int(m_kinds.size()); }
    ColumnKind kind(int column) const { return m_kinds[column]; }
    const Dictionary &dictionary(int column) const { return m_dictionaries[size_t(column)]; }
    Cell cell(quint32 row, int column) const
    {
        const Block &block = *m_blocks[row / rowsPerBlock];
        const quint32 at = row % rowsPerBlock;
        switch (m_kinds[column]) {
        case ColumnKind::Text:
        case ColumnKind::List: {
            const auto &numbers = block.numbers[size_t(column)];
            return numbers ? Cell(numbers[at]) : 0;
        }
        case ColumnKind::Time:
        case ColumnKind::Duration: {
            const auto &values = block.values[size_t(column)];
            return values ? values[at] : 0;
        }
        case ColumnKind::Switch:
            break;
        }
        return (block.switches[at] >> m_bits[column]) & 1;
    }
    QByteArrayView utf8(quint32 row, int column) const { return dictionary(column).text(quint32(cell(row, column))); }
    // QString, QStringList, QDateTime (UTC), std::chrono::seconds or bool, as the kind says.
    QVariant value(quint32 row, int column) const;

    Cell cellOf(int column, const QVariant &value); // what value() gives back
    Cell textCell(int column, QByteArrayView utf8) { return m_dictionaries[size_t(column)].add(utf8); }
    quint32 append(const Cells &cells); // the new row
    void replace(quint32 row, const Cells &cells);
    Cells cells(quint32 row) const;

private:
    struct Block {
        explicit Block(size_t columns)
            : numbers(columns)
            , values(columns)
        {
        }
        std::vector<std::shared_ptr<quint32[]>> numbers;
        std::vector<std::shared_ptr<qint64[]>> values;
        std::array<quint8, rowsPerBlock> switches{};
    };
    bool hasRoom(const Block &block, const Cells &cells) const;
    Block &writable(quint32 row, const Cells &cells, bool isNew);
    void write(Block &block, quint32 at, const Cells &cells);

    QList<ColumnKind> m_kinds;
    QList<int> m_bits; // of switches, by column
    std::vector<Dictionary> m_dictionaries; // empty ones where there is no text
    std::vector<std::shared_ptr<Block>> m_blocks; // those a snapshot shares are not changed, only continued
    quint32 m_rows = 0;
};
