// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/orderedrows.h"
#include "items/recordroles.h"
#include "records/columns.h"
#include "records/field.h"

#include <QSet>

// What a row's last refresh made of it.
enum class Novelty : quint8 { None, New, Changed };

// One column of a list, and the column of cells behind it.
struct ListColumn {
    FieldInfo info{}; // in the language of when it was asked for
    int cells = 0;
};

// What a RecordModel is, whatever the kind of its records: rows of cells. Row numbers of the cells stay while nothing
// says renumbered(); order() has those that are there, the oldest first.
class RecordRows : public OrderedRows {
    Q_OBJECT

public:
    using OrderedRows::OrderedRows;

    virtual QList<ListColumn> listColumns() const = 0;
    virtual QList<ListColumn> allColumns() const = 0; // and those of hidden fields, for who takes records elsewhere
    virtual const Columns &cells() const = 0;
    virtual int rawCells() const = 0; // the column of the server's own words, JSON; -1: they are not kept
    virtual QString idOf(quint32 row) const = 0;
    virtual QString nameOf(quint32 row) const = 0; // what a person calls it
    // The same for cells like ours: they depend on nothing else, and may be called in any thread.
    using TextOfRow = std::function<QString(const Columns &cells, quint32 row)>;
    virtual TextOfRow identifying() const = 0;
    virtual TextOfRow naming() const = 0;
    virtual std::optional<quint32> rowOf(const QString &id) const = 0; // of the cells
    QList<FieldInfo> columns() const;
    bool isLive(quint32 row) const { return m_states[row].isLive; }
    void setStaged(const QSet<QString> &ids) { m_staged = ids; } // tells nobody: whoever sets it has it painted anew
    bool isSettled() const { return m_refreshes == 0; } // false while a refresh goes on
    virtual QVariant dataOf(quint32 row, int column, int role) const;
    // What is no column: secrets the server tells whenever asked.
    virtual QList<FieldInfo> readableSecrets() const = 0;
    virtual Secret secretOf(quint32 row, const QString &fieldKey) const = 0; // one of those; empty: it has none

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void settled(); // a refresh has ended
    void aboutToBeRenumbered(); // rows that are not live have no number afterwards
    void renumbered(const OrderedRows::Order &numbers); // of the cells' rows, by old number

protected:
    struct State {
        bool isLive = true;
        bool isSeen = false; // in this refresh
        Novelty novelty = Novelty::None;
    };
    std::vector<State> m_states; // by row of the cells
    QSet<QString> m_staged; // ids
    int m_refreshes = 0; // under way: 0 or 1

    struct ShownField {
        const char *key = "";
        const char *label = "";
        FieldKind kind = FieldKind::Text;
        FieldFlags flags{};
        int cells = 0;
    };
    QList<ShownField> m_shown;
};
