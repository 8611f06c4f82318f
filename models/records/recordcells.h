// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "records/columns.h"

#include <QList>
#include <QString>

#include <unordered_map>

// Which columns the records of one kind have, without knowing the kind; see RecordLayout.
struct CellLayout {
    QList<ColumnKind> kinds{};
    int idColumn = -1;
    int kindColumn = -1; // -1: all records are of one kind
    int rawColumn = -1; // what the server said of a record, JSON; -1: not kept

    Cell kindIn(const Cells &cells) const { return kindColumn < 0 ? 0 : cells[kindColumn]; }
    QString key(const Columns &columns, quint32 row) const; // as keyOf() the record
    // Whether these mean the same: what the server wrote may have its members in another order.
    bool isSame(const Columns &columns, const Cells &a, const Cells &b) const;
};

// Many records of one kind, kept compactly, for whom the kind does not matter: Records reads and writes them as what
// they are. Secrets are kept beside the columns, for the few records that have any.
class RecordCells {
public:
    explicit RecordCells(const CellLayout &layout);

    const CellLayout &cellLayout() const { return m_layout; }
    const Columns &columns() const { return m_columns; }
    Columns &columns() { return m_columns; } // for who reads rows straight into them

    // The new row. The secrets are all of a record's, in the order of secretsOf(); none when all are empty.
    quint32 append(const Cells &cells, const QList<Secret> &secrets);
    QList<Secret> secrets(quint32 row) const; // none, or all
    // The texts of another's cells as numbers of our own. `known` remembers them from row to row; it starts empty.
    using Known = std::vector<std::vector<Cell>>;
    Cells translated(const Columns &other, quint32 row, Known &known);
    quint32 appendCells(const Cells &cells, const RecordCells &other, quint32 theirs);
    void replaceCells(quint32 row, const Cells &cells, const RecordCells &other, quint32 theirs);
    void copySecrets(quint32 row, const RecordCells &other, quint32 theirs);
    // Whether our row is what these cells and their secrets are.
    bool isSame(quint32 row, const Cells &cells, const RecordCells &other, quint32 theirs) const;

private:
    CellLayout m_layout;
    Columns m_columns;
    std::unordered_map<quint32, QList<Secret>> m_secrets; // by row
};
