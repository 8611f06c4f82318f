// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/importtable.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class ChangeSet;

// What a file of records would do to a collection, row by row: a model of it, worked out a few rows at a time. Which
// column is which field can be changed. Sends nothing: what there is to do goes to a ChangeSet.
class RecordImport final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Outcome { Waiting, New, Changed, Unchanged, Problem };
    Q_ENUM(Outcome)
    enum Column { RowColumn, OutcomeColumn, NameColumn, ProblemColumn, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole };

    // The collection's list should be whole: what is not in it counts as new.
    RecordImport(Collection &collection, ImportTable table, QObject *parent = nullptr);
    ~RecordImport() override;

    const QStringList &columns() const { return m_table.columns; }
    const QList<FieldInfo> &fields() const { return m_fields; }
    int fieldOf(int column) const { return m_mapping[column]; } // -1: it is ignored
    void setField(int column, int field); // another column of that field is ignored from then on
    bool isDone() const { return m_next == m_table.rows.size(); }
    int count(Outcome outcome) const { return m_counts.value(outcome); }
    int stage(ChangeSet &changes); // all that is new or changed, and says how many; their rows are Unchanged then

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void progressed(); // also when it starts again
    void done();

private:
    struct Row {
        Outcome outcome = Outcome::Waiting;
        QString name{};
        QString problem{};
        std::unique_ptr<Draft> draft{};
    };
    void map();
    void restart();
    void indexNames();
    void work();
    Row worked(qsizetype row);
    QString textOf(qsizetype row, const QString &key) const;
    Result<QString> existing(qsizetype row) const; // id; empty: none
    QString take(Draft &draft, int field, const QJsonValue &given) const; // says what is wrong
    bool isAlready(const Draft &draft, int field, const QJsonValue &given) const;
    static QString problemIn(const Draft &draft);
    static QString outcomeText(const Row &row);

    Collection &m_collection;
    ImportTable m_table;
    QList<FieldInfo> m_fields;
    QList<int> m_mapping; // by column
    QHash<QString, QStringList> m_ids; // by name, of those that are there
    QHash<QString, int> m_firstRows; // by id or name: where the file says it first
    std::vector<Row> m_rows;
    QHash<Outcome, int> m_counts;
    qsizetype m_next = 0;
    QTimer m_work;
};
