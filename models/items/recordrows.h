// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/orderedrows.h"
#include "items/recordroles.h"
#include "items/rowindex.h"
#include "records/field.h"
#include "records/recordcells.h"

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
    // A field that has cells.
    struct CellField {
        const char *key = "";
        const char *label = "";
        FieldKind kind = FieldKind::Text;
        FieldFlags flags{};
        const char *hint = "";
        int cells = 0;
    };
    // A column for each of `fields` that is not hidden.
    RecordRows(const CellLayout &layout, const QList<CellField> &fields, QObject *parent);

    QList<ListColumn> listColumns() const;
    QList<ListColumn> allColumns() const; // and those of hidden fields, for who takes records elsewhere
    QList<FieldInfo> columns() const; // of listColumns()
    const Columns &cells() const { return m_records.columns(); }
    int rawCells() const { return cellLayout().rawColumn; } // the server's own words, JSON; -1: they are not kept
    QString idOf(quint32 row) const { return cellLayout().key(cells(), row); }
    virtual QString nameOf(quint32 row) const = 0; // what a person calls it
    // The same for cells like ours: they depend on nothing else, and may be called in any thread.
    using TextOfRow = std::function<QString(const Columns &cells, quint32 row)>;
    TextOfRow identifying() const;
    virtual TextOfRow naming() const = 0;
    std::optional<quint32> rowOf(const QString &id) const; // of the cells
    bool isLive(quint32 row) const { return m_states[row].isLive; }
    void setStaged(const QSet<QString> &ids) { m_staged = ids; } // tells nobody: whoever sets it has it painted anew
    virtual QVariant dataOf(quint32 row, int column, int role) const;
    // What is no column: secrets the server tells whenever asked.
    virtual QList<FieldInfo> readableSecrets() const = 0;
    virtual Secret secretOf(quint32 row, const QString &fieldKey) const = 0; // one of those; empty: it has none

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // Between these two, what is put is what the server has now: it is marked as new or changed, and in the end all
    // that was not put is gone, if the list came whole.
    void beginRefresh();
    void endRefresh(bool isWhole);
    bool isSettled() const { return !m_isRefreshing; }
    bool isSeen(const QString &id) const; // in this refresh
    void unsee(const QString &id);

    // What put() takes is of this layout.
    const CellLayout &cellLayout() const { return m_records.cellLayout(); }
    // Adds the records or replaces those with their ids; says how many were not seen before in this refresh.
    qsizetype put(const RecordCells &records);
    void remove(const QString &id);

Q_SIGNALS:
    void settled(); // a refresh has ended
    void aboutToBeRenumbered(); // rows that are not live have no number afterwards
    void renumbered(const OrderedRows::Order &numbers); // of the cells' rows, by old number

protected:
    const RecordCells &stored() const { return m_records; }

private:
    struct State {
        bool isLive = true;
        bool isSeen = false; // in this refresh
        Novelty novelty = Novelty::None;
    };
    struct Compacted {
        std::shared_ptr<RecordCells> records{};
        Order numbers{}; // by old number
        RowIndex index{};
    };
    quint32 append(const Cells &cells, const RecordCells &records, quint32 theirs);
    bool replace(quint32 row, const Cells &cells, const RecordCells &records, quint32 theirs);
    void bury(quint32 row);
    void dropUnseen();
    void compact();
    static Compacted compacted(const Columns &old, const Order &rows, const std::shared_ptr<RecordCells> &records);
    void takeCompacted(const Compacted &done);
    void tellChanged(int first, int last);

    RecordCells m_records;
    QList<CellField> m_fields;
    QList<CellField> m_shown;
    std::vector<State> m_states; // by row of the cells
    RowIndex m_index;
    QSet<QString> m_staged; // ids
    quint64 m_version = 0; // goes up with every change
    bool m_isRefreshing = false;
    bool m_isFirst = true; // the refresh under way found nothing here
};
