// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "items/pace.h"
#include "items/rate.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

// Many operations as one: as many at a time as the server takes, a result per item, pause, stop, retry of what failed.
// A model of its own results with the columns Name and Result. What concerns all items alike, such as a lost
// connection, pauses it instead of failing each. When what does the work dies, so does the rest of it: nothing more is
// started.
class Batch final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Outcome { Waiting, Running, Done, Failed, Stopped };
    Q_ENUM(Outcome)
    struct Item {
        QString id{};
        QString name{};
        Outcome outcome = Outcome::Waiting; // of an earlier run
        Error error{}; // why it failed then; its message may also tell how it was done
    };
    // Of the items that ended, all with the same outcome and message.
    struct Reason {
        Outcome outcome = Outcome::Done;
        QString message{}; // translated; what the model shows of them as Result
        int count = 0;
    };
    struct Pause {
        enum class Cause { Person, Wave, Trouble };
        Cause cause = Cause::Person;
        QString message{}; // one translated sentence
    };
    // What a batch is about to do and what came of it, kept so that it outlasts the program. Rows are those of the
    // batch: Running (its request may leave once this is written), Done, Failed, Waiting (it never left after all).
    struct Change {
        int row = 0;
        Outcome outcome = Outcome::Waiting;
        QString message{}; // of a failure
    };
    class Log {
    public:
        virtual ~Log() = default;
        virtual Future<> write(const QList<Change> &changes)
            = 0; // in the order asked for; ends once they survive a crash
    };
    enum Column { Name, Answer, ColumnCount };
    enum Role { ItemIdRole = Qt::UserRole, OutcomeRole };
    using Operation = std::function<Future<>(const QString &id)>;

    Batch(QList<Item> items, Operation operation, QObject *parent = nullptr, Clock clock = systemClock);
    ~Batch() override;

    void setLimits(Pace::Limits limits) { m_pace = Pace(limits); } // before start()
    void setDoneText(const QString &text) { m_doneText = text; } // likewise; in place of "Done"
    void setLog(std::unique_ptr<Log> log) { m_log = std::move(log); } // likewise
    const Operation &operation() const { return m_operation; }

    int total() const { return int(m_entries.size()); }
    int count(Outcome outcome) const { return m_counts[size_t(outcome)]; }
    bool isRunning() const { return m_running > 0; } // requests are under way
    bool isOver() const { return m_running == 0 && count(Outcome::Waiting) == 0; }
    const std::optional<Pause> &pauseState() const { return m_pause; }
    std::chrono::milliseconds delay() const { return m_pace.delay(m_clock()); } // until the next starts
    bool isHeldByServer() const { return m_pace.isHeld(m_clock()); }
    double rate() const { return m_rate.perSecond(m_clock()); } // items in a second, lately; 0: not known yet
    std::optional<std::chrono::seconds> timeLeft() const;
    QList<Reason> reasons() const; // the most frequent first
    QStringList names() const;
    QList<Item> items(Outcome outcome) const; // id and name

    void start(); // everything that waits
    void pause(); // starts nothing more until resume()
    void pause(const QString &why); // the same, not by the person; one translated sentence
    void resume();
    void stop(); // starts nothing more; what is under way ends by itself
    void retryFailed(); // failed and stopped ones again

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void progressed(); // once for many items
    void finished(); // nothing is under way and nothing waits

private:
    struct Entry {
        QString id{};
        QString name{};
        Outcome outcome = Outcome::Waiting;
        int reason = -1; // in m_reasons; none for those that have not ended
    };
    void proceed();
    void prepare();
    void startReady();
    void startRow(int row);
    void take(int row, int round, const Result<> &result);
    void takeFailure(int row, int round, const Error &error);
    void putBack(int row);
    void withdraw(int row);
    void noteProgress();
    void settle(int row, Outcome outcome, const Error &error = {});
    void concludeIfOver();
    void pauseFor(Pause::Cause cause, const QString &message);
    void flush();
    void write(const QList<Change> &intents, const std::function<void(bool isWritten)> &then);
    void setOutcome(int row, Outcome outcome, const Error &error = {});
    int reasonOf(Outcome outcome, const QString &message);

    QList<Entry> m_entries;
    QList<Reason> m_reasons;
    QHash<QString, int> m_reasonOf; // by outcome and message
    QHash<int, QString> m_details; // by row
    QHash<int, int> m_refusals; // by row: how often the server asked for patience
    std::array<int, 5> m_counts{};
    QString m_doneText;
    Operation m_operation;
    Clock m_clock;
    Pace m_pace;
    Rate m_rate;
    std::unique_ptr<Log> m_log;
    QList<Change> m_changes; // outcomes not yet written
    std::deque<int> m_ready; // rows whose intent is written
    int m_next = 0; // the first row never looked at in this run
    int m_running = 0;
    int m_troubles = 0; // in a row
    bool m_isWriting = false;
    bool m_isUnderWay = false; // started, and finished() not yet said
    bool m_isStopping = false;
    std::optional<Pause> m_pause;
    QTimer m_tick; // until the next may start
    QTimer m_progress;
    QTimer m_flush;
};
