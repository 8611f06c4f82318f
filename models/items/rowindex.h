// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/columns.h"

#include <optional>
#include <vector>

// Which row has which id, by the number its column has for it; records of different kinds may have the same.
class RowIndex {
public:
    std::optional<quint32> find(Cell kind, Cell id) const
    {
        if (size_t(kind) >= m_rows.size() || size_t(id) >= m_rows[size_t(kind)].size())
            return {};
        const quint32 found = m_rows[size_t(kind)][size_t(id)];
        return found == 0 ? std::nullopt : std::optional(found - 1);
    }
    void insert(Cell kind, Cell id, quint32 row) { placeOf(kind, id) = row + 1; }
    void remove(Cell kind, Cell id) { placeOf(kind, id) = 0; }

private:
    quint32 &placeOf(Cell kind, Cell id)
    {
        if (m_rows.size() <= size_t(kind))
            m_rows.resize(size_t(kind) + 1);
        auto &rows = m_rows[size_t(kind)];
        if (rows.size() <= size_t(id))
            rows.resize(size_t(id) + 1);
        return rows[size_t(id)];
    }

    std::vector<std::vector<quint32>> m_rows; // row + 1, by kind and id; 0: none
};
