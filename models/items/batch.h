// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

// Many operations as one: bounded concurrency, a result per item, stop, retry of what failed. A model of its own results
// with the columns Name and Result. When what does the work dies, so does the rest of it: nothing more is started.
class Batch final : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Item {
        QString id{};
        QString name{};
    };
    enum class Outcome { Waiting, Running, Done, Failed, Stopped };
    Q_ENUM(Outcome)
    enum Column { Name, Answer, ColumnCount };
    enum Role { IdRole = Qt::UserRole, OutcomeRole };
    using Operation = std::function<Future<>(const QString &id)>;
    static constexpr int concurrency = 4; // requests at a time: quick, and no server mistakes it for an attack

    Batch(QList<Item> items, Operation operation, QObject *parent = nullptr);

    int total() const { return int(m_entries.size()); }
    int count(Outcome outcome) const;
    bool isRunning() const { return m_running > 0; }
    QStringList names() const;
    void start();       // everything that waits
    void stop();        // starts nothing more; what is under way ends by itself
    void retryFailed(); // failed and stopped ones again

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void progressed();
    void finished(); // nothing is under way and nothing waits

private:
    struct Entry {
        Item item{};
        Outcome outcome = Outcome::Waiting;
        Error error{};
    };
    void startNext();
    void takeOutcome(int row, const Result<> &result);
    void setOutcome(int row, Outcome outcome, const Error &error = {});

    QList<Entry> m_entries;
    Operation m_operation;
    int m_running = 0;
    int m_next = 0;
};
