// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

#include <QAbstractTableModel>
#include <QTimer>

class Collection;
class Session;

// The maintenance tasks of one server: a row per client that has them; column 0 is the client, then for each task its
// state and its last result. Follows running tasks by polling until they end, with growing intervals.
class MaintenanceBoard final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Unknown, Asking, Idle, Starting, Running, Failed };
    Q_ENUM(State)
    enum Role {
        ClientIdRole = Qt::UserRole,
        StateRole, // State; of the task a column is about
        ErrorRole, // QString, why the last request about it failed; empty when it did not
        SucceededRole, // bool, of the last result; invalid when it never ran
        TaskRole, // int, index of the task a column is about; -1 for the client column
    };
    struct Polling {
        std::chrono::milliseconds first{2'000};
        std::chrono::milliseconds longest{15'000};
    };

    MaintenanceBoard(Session &session, Maintenance maintenance, Collection &clients, Polling polling, QObject *parent);

    QStringList taskLabels() const; // translated
    bool isBusy() const; // something is being asked, started or is running
    int stateColumn(int task) const { return 1 + 2 * task; }
    int resultColumn(int task) const { return 2 + 2 * task; }

    // Loads the clients, then asks the state of every task.
    void refresh();
    // Starts a task; one that is already running there is followed instead (the server's 409 is no failure).
    void begin(const QString &clientId, int task);
    void stop(); // stops asking until resume(), refresh() or begin(); what runs on the server goes on
    void resume(); // after stop(): refreshes and follows on, if still signed in

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void busyChanged();
    void failed(const Error &error); // of a request, for the page's strip
    void taskEnded(
        const QString &clientName, const QString &taskLabel, const MaintenanceResult &result); // seen running here

private:
    struct Cell {
        State state = State::Unknown;
        MaintenanceStatus status{};
        QString error{};
        bool followed = false; // seen running, so its end is news
        int starts = 0; // from here: what was asked before the last one says nothing of it
    };
    struct Row {
        QString clientId{};
        QString clientName{};
        QList<Cell> cells{};
    };
    void takeClients();
    void ask(const QString &clientId, int task);
    void take(Cell &cell, const Result<MaintenanceStatus> &status);
    void pollLater();
    void pollFollowed();
    int rowOf(const QString &clientId) const;
    void changed(int row, int task);

    Session &m_session;
    Maintenance m_maintenance;
    Collection &m_clients;
    Polling m_polling;
    QList<Row> m_rows;
    QTimer m_timer;
    QTimer m_taking; // one turn of the event loop: a list of thousands is taken once, not once per row
    int m_asking = 0;
    bool m_isStopped = false;
};
