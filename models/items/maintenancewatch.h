// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "dialects/dialect.h"
#include "items/maintenancecell.h"

#include <QHash>
#include <QTimer>

#include <deque>

class Collection;
class RunLog;
class Session;

// The maintenance tasks of one server's clients, asked about and followed: often while something runs, slowly while
// nothing does, and not at all while nobody looks, unless they are watched or a run was started here. What is seen of
// runs is kept, for the server remembers only the last. A run ends when the server shows its result; one that is gone
// without is of unknown outcome.
class MaintenanceWatch final : public QObject {
    Q_OBJECT

public:
    struct Client {
        QString id{};
        QString name{};
        QList<MaintenanceCell> cells{}; // by task
    };
    struct Polling {
        std::chrono::milliseconds first{2'000}; // after a start, and then longer and longer
        std::chrono::milliseconds longest{15'000};
        std::chrono::milliseconds idle{60'000}; // the least; very many tasks are asked about more slowly
    };

    // Questions under way; QNetworkAccessManager opens six connections to a host, and what waits behind them would use
    // up its time there.
    static constexpr int mostAtOnce = 5;

    // `log` may be null: runs are forgotten at the end. All must outlive this.
    MaintenanceWatch(Session &session, Maintenance maintenance, Collection &clients, RunLog *log, Polling polling,
        QObject *parent, Clock clock = systemClock);

    const QList<Client> &clients() const { return m_rows; }
    int rowOf(const QString &clientId) const { return m_rowOf.value(clientId, -1); } // -1: there is none
    QStringList taskLabels() const; // translated
    QStringList taskIds() const;
    bool isBusy() const; // something is being asked or started, or is running
    bool isAsking() const { return m_isLoading || m_asking > 0 || !m_queue.empty(); } // and nothing else
    QDateTime serverTime() const; // UTC, as far as the server tells it
    Session &session() const { return m_session; }
    RunLog *log() const { return m_log; }

    // Loads the clients, then asks the state of every task.
    void refresh() { refreshSome({}); }
    // The same, but asks only about the tasks it holds for. Empty: about all.
    void refreshSome(const std::function<bool(const Client &, int task)> &isAsked);
    void setPolling(Polling polling);
    void beginLooking(); // somebody looks, until as many have ended looking
    void endLooking();
    void setWatched(bool isWatched); // also while nobody looks
    bool isWatched() const { return m_isWatched; }
    // Starts a task and follows it to its end, which it answers whatever it came to; one that is already running is
    // joined instead (the server's 409 is no failure). Error: it could not be started.
    Future<MaintenanceRun> run(const QString &clientId, int task);
    void noticeTime(); // what is late by now; called by itself every now and then

Q_SIGNALS:
    void reset(); // other clients
    void changed(int row, int task);
    void busyChanged();
    void failed(const Error &error); // of a request, for the page's strip
    void started(const QString &clientId, int task, bool isJoined); // from here; the server said so
    void runEnded(const MaintenanceRun &run, bool isOurs); // while this watched
    void timePassed(); // texts that tell how long ago something was are not true any more
    void becameLate(const QString &clientId, int task);

private:
    void takeClients();
    void recallRuns(const std::function<bool(const Client &, int task)> &isAsked);
    void askAll(const std::function<bool(const Client &, int task)> &isAsked = {});
    void enqueue(int row, int task, bool isUrgent);
    void askNext();
    void ask(const QString &clientId, int task);
    void take(const QString &clientId, int task, const Result<MaintenanceStatus> &status);
    void takeNews(Client &client, int task, QList<MaintenanceRun> news);
    void takeStart(const QString &clientId, int task, const Result<Response> &answer);
    void settle(MaintenanceCell &cell, const Result<MaintenanceRun> &run);
    void settleEnded(MaintenanceCell &cell);
    bool isWanted() const { return m_looking > 0 || m_isWatched; }
    void dropQuestions();
    bool mayAsk() const;
    void schedule();
    void pollFollowed();
    void pollIdle();
    void takeSessionState();

    Session &m_session;
    Maintenance m_maintenance;
    Collection &m_clients;
    RunLog *m_log;
    Polling m_polling;
    Clock m_clock;
    QList<Client> m_rows;
    QHash<QString, int> m_rowOf;
    QHash<QString, RunTracker> m_recalled; // by client and task
    std::deque<std::pair<QString, int>> m_queue;
    QTimer m_follow;
    QTimer m_idle;
    QTimer m_minute;
    QTimer m_taking; // one turn of the event loop: a list of thousands is taken once, not once per row
    int m_asking = 0;
    bool m_isLoading = false; // the clients, or what is kept of their runs
    int m_looking = 0;
    bool m_isWatched = false;
    bool m_hasRecalled = false;
    bool m_isDue = true; // everything is to be asked about once we are signed in
};
