// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

// What is to be done to one record.
enum class ChangeAction { Create, Change, Remove, Rotate };

// Secrets the server told once while changes were applied, and whose they are.
struct NewSecrets {
    QString name{};
    QList<ShownOnce> values{};
};

// Changes to several records of one server, collected here and not sent until they are applied: one after the other, in
// an order that can be chosen, each with a result. What failed or was not reached stays, to be applied again.
class ChangeSet final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Staged, Applying, Done, Failed, Conflict };
    Q_ENUM(State)
    enum Column { ActionColumn, KindColumn, NameColumn, FieldsColumn, StateColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole, NumberRole };
    enum class OnFailure { Stop, GoOn };
    struct Item {
        int number = 0; // names it as long as it is here, wherever it moves
        ChangeAction action = ChangeAction::Change;
        Collection *collection = nullptr;
        QString id{}; // empty: to be created
        QString name{};
        std::unique_ptr<Draft> draft{}; // of Create and Change
        State state = State::Staged;
        Error error{}; // why it failed
        Conflict conflict{}; // of State::Conflict
        bool mayCreate = false; // although it is gone: the person said so
        bool isDue = false; // in the run under way
    };
    struct Counts { // of what is not done
        int creates = 0;
        int edits = 0;
        int removals = 0;
        int rotations = 0;
        int total() const { return creates + edits + removals + rotations; }
    };

    explicit ChangeSet(QObject *parent = nullptr);
    ~ChangeSet() override;

    // Each returns the number of the item. What was staged of the same record gives way: an edit to a later edit or a
    // removal, a removal to a later edit. `replaced` is the item of a record to be created that is staged anew.
    int stage(Collection &collection, std::unique_ptr<Draft> draft, int replaced = 0);
    int stageRemoval(Collection &collection, const QString &id); // 0: it is not in the list
    int stageRotation(Collection &collection, const QString &id); // likewise
    // A copy of what is staged, to go on with; null when there is no such draft.
    std::unique_ptr<Draft> draft(int number) const;
    int numberOf(const Collection &collection, const QString &id) const; // of its edit; 0: none is staged

    const Item &item(int row) const { return *m_items[size_t(row)]; }
    std::optional<int> rowOf(int number) const;
    Counts counts() const;
    int pending() const { return counts().total(); }
    void drop(int number);
    void move(int row, int by); // -1: one up
    void discard(); // everything but what is being applied
    // Settles a conflict: see Draft::rebase(). An edit that changes nothing any more is dropped.
    void resolve(int number, const QSet<int> &theirs);

    bool isApplying() const { return m_isApplying; }
    void apply(OnFailure onFailure);
    void stop(); // what is under way ends by itself; nothing more is started
    QList<NewSecrets> takeSecrets(); // told since the last call; whoever takes them shows them
    bool hasSecrets() const { return !m_secrets.isEmpty(); }
    // What applying would send, in order, without what a session adds; less what cannot be told yet.
    QList<Request> requests() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void changed(); // what is staged, or its states
    void ended(int done, int failed);

private:
    static QString keyOf(const Collection &collection, const QString &id, ChangeAction action);
    int add(std::unique_ptr<Item> item);
    void removeRow(int row);
    void dropDone();
    void setState(Item &item, State state, const Error &error = {});
    void applyNext();
    void takeConflict(int number, const Result<Conflict> &conflict);
    void send(Item &item);
    void takeRemoval(int number, const Result<> &result);
    void takeSaved(int number, const Result<Saved> &saved);
    void fail(Item &item, const Error &error);
    Item *find(int number) const;

    std::vector<std::unique_ptr<Item>> m_items;
    QHash<QString, int> m_numbers; // by keyOf(); of records that are there
    QList<NewSecrets> m_secrets;
    int m_lastNumber = 0;
    int m_done = 0; // in the run under way
    int m_failed = 0;
    OnFailure m_onFailure = OnFailure::Stop;
    bool m_isApplying = false;
    bool m_isStopping = false;
};
