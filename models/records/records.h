// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordlayout.h"

// Many records of one kind, kept compactly.
template <typename T>
class Records : public RecordCells {
public:
    // See RecordLayout.
    Records(const QList<Field<T>> &shown, bool keepsRaw)
        : Records(RecordLayout<T>(shown, keepsRaw))
    {
    }
    explicit Records(const RecordLayout<T> &layout)
        : RecordCells(layout.cellLayout())
        , m_layout(layout)
    {
    }

    const RecordLayout<T> &layout() const { return m_layout; }
    quint32 append(const T &record) { return m_layout.append(record, *this); }
    T record(quint32 row) const { return m_layout.record(*this, row); }

private:
    RecordLayout<T> m_layout;
};
