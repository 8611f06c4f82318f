// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "store/journalchain.h"
#include "store/runhistory.h"

#include <QObject>

class JournalWriter;

// The journal, written and read in a thread of its own, so that no disk keeps the window waiting. What is appended at
// the same time is made durable together. What was asked for is written before this is gone. Errors: as JournalChain.
class Journal final : public QObject {
    Q_OBJECT

public:
    using PasswordOf = std::function<Future<Secret>()>;

    explicit Journal(const QString &path, QObject *parent = nullptr); // nothing happens until the first use
    ~Journal() override;

    // From now on it is kept in that database or, without one, in the file. What was asked for before is done where it
    // was asked for. `password` is asked when it is needed, and again where it could not be told.
    void moveTo(const std::optional<DatabaseAddress> &address, const PasswordOf &password = {});
    // Closes its databases and forgets their passwords until it is used again.
    void rest();
    // How often it has moved. Numbers of lines are those of one era.
    int era() const;

    // Answers the number of its line once that survives a crash. What closes a line belongs to that line's era.
    Future<qint64> append(const NewLine &line) { return append(line, era()); }
    Future<qint64> append(const NewLine &line, int era);
    Future<QList<JournalLine>> lines(qint64 after, int most);
    Future<QList<JournalLine>> openLines();
    Future<JournalCheck> check();

    // What was seen of maintenance tasks is kept in the same place. Errors: as RunHistory.
    Future<> keepRuns(const QString &server, const QList<MaintenanceRun> &runs);
    Future<QList<MaintenanceRun>> runs(const RunQuery &query);
    Future<> forgetRuns(const QDateTime &before); // in the file only: a team's database is the team's

Q_SIGNALS:
    void appended(); // here or, where it is shared, by another console
    void moved();

private:
    // Where it was or is kept.
    struct Place {
        std::optional<DatabaseAddress> address{}; // none: in the file
        PasswordOf password{};
        std::unique_ptr<JournalWriter> writer{}; // from the first use on
        std::optional<Future<>> opening{}; // the latest attempt to know how it is opened
    };
    Future<> prepare(int era);
    template <typename T, typename Work>
    Future<T> asked(Work work);

    QString m_path;
    std::vector<Place> m_places; // by era
};
