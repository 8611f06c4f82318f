// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordlayout.h"

#include <unordered_map>

// Many records of one kind, kept compactly; secrets are kept beside the columns, for the few records that have any.
template <typename T>
class Records {
public:
    // See RecordLayout.
    Records(const QList<Field<T>> &shown, bool keepsRaw)
        : m_layout(shown, keepsRaw)
        , m_columns(m_layout.kinds())
    {
    }

    const RecordLayout<T> &layout() const { return m_layout; }
    const Columns &columns() const { return m_columns; }
    Columns &columns() { return m_columns; } // for who reads rows straight into them

    quint32 append(const T &record)
    {
        const quint32 row = m_columns.append(m_layout.cells(record, m_columns));
        keepSecrets(row, record);
        return row;
    }
    T record(quint32 row) const
    {
        T record = m_layout.record(m_columns, row);
        if (const auto kept = m_secrets.find(row); kept != m_secrets.end())
            for (qsizetype i = 0; i < kept->second.size(); ++i)
                record.*secretsOf<T>()[i] = kept->second[i];
        return record;
    }
    Secret secret(quint32 row, Secret T::*which) const
    {
        const auto kept = m_secrets.find(row);
        return kept == m_secrets.end() ? Secret() : kept->second[secretsOf<T>().indexOf(which)];
    }
    // The texts of another's cells as numbers of our own. `known` remembers them from row to row; it starts empty.
    using Known = std::vector<std::vector<Cell>>;
    Cells translated(const Columns &other, quint32 row, Known &known)
    {
        Cells cells = other.cells(row);
        known.resize(size_t(cells.size()));
        for (int column = 0; column < cells.size(); ++column) {
            const ColumnKind kind = m_columns.kind(column);
            if (cells[column] == 0 || (kind != ColumnKind::Text && kind != ColumnKind::List))
                continue;
            auto &numbers = known[size_t(column)];
            const auto theirs = size_t(cells[column]);
            if (numbers.size() <= theirs)
                numbers.resize(other.dictionary(column).size());
            if (numbers[theirs] == 0)
                numbers[theirs] = m_columns.textCell(column, other.dictionary(column).text(quint32(theirs)));
            cells[column] = numbers[theirs];
        }
        return cells;
    }
    quint32 appendCells(const Cells &cells, const Records &other, quint32 theirs)
    {
        const quint32 row = m_columns.append(cells);
        copySecrets(row, other, theirs);
        return row;
    }
    void replaceCells(quint32 row, const Cells &cells, const Records &other, quint32 theirs)
    {
        m_columns.replace(row, cells);
        copySecrets(row, other, theirs);
    }
    void copySecrets(quint32 row, const Records &other, quint32 theirs)
    {
        if (const auto kept = other.m_secrets.find(theirs); kept != other.m_secrets.end())
            m_secrets[row] = kept->second;
        else
            m_secrets.erase(row);
    }
    // Whether our row is what these cells and their secrets are.
    bool isSame(quint32 row, const Cells &cells, const Records &other, quint32 theirs) const
    {
        return m_layout.isSame(m_columns, m_columns.cells(row), cells) && secrets(row) == other.secrets(theirs);
    }

private:
    QList<Secret> secrets(quint32 row) const
    {
        const auto kept = m_secrets.find(row);
        return kept == m_secrets.end() ? QList<Secret>() : kept->second;
    }
    void keepSecrets(quint32 row, const T &record)
    {
        QList<Secret> secrets;
        bool hasAny = false;
        for (const auto secret : secretsOf<T>()) {
            secrets << record.*secret;
            hasAny = hasAny || !secrets.last().isEmpty();
        }
        if (hasAny)
            m_secrets[row] = secrets;
    }
    RecordLayout<T> m_layout;
    Columns m_columns;
    std::unordered_map<quint32, QList<Secret>> m_secrets; // by row, in the order of secretsOf()
};
