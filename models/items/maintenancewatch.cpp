// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancewatch.h"

#include "items/person.h"
#include "items/recordcollection.h"
#include "items/runlog.h"
#include "net/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QString statusAsker = u"maintenance"_s;
static const QString startAsker = u"maintenance start"_s; // of its own: whoever stops asking leaves it alone

MaintenanceWatch::MaintenanceWatch(Session &session, Maintenance maintenance, Collection &clients, RunLog *log,
    Polling polling, QObject *parent, Clock clock)
    : QObject(parent)
    , m_session(session)
    , m_maintenance(std::move(maintenance))
    , m_clients(clients)
    , m_log(log)
    , m_polling(polling)
    , m_clock(std::move(clock))
{
    m_follow.setSingleShot(true);
    m_follow.setInterval(m_polling.first);
    connect(&m_follow, &QTimer::timeout, this, &MaintenanceWatch::pollFollowed);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &MaintenanceWatch::pollIdle);
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, &MaintenanceWatch::noticeTime);
    m_taking.setSingleShot(true);
    connect(&m_taking, &QTimer::timeout, this, &MaintenanceWatch::takeClients);
    connect(&m_session, &Session::stateChanged, this, &MaintenanceWatch::takeSessionState);
    if (m_log)
        connect(m_log, &RunLog::failed, this, &MaintenanceWatch::failed);
    // The rows are the list's rows: whoever refreshes, edits or deletes a client is followed. While its list arrives it
    // is not: a long one would be read through again with each piece.
    const RecordRows *rows = m_clients.model();
    const auto takeSoon = [this, rows] {
        if (rows->isSettled())
            m_taking.start();
    };
    connect(rows, &QAbstractItemModel::rowsInserted, this, takeSoon);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, takeSoon);
    connect(rows, &QAbstractItemModel::dataChanged, this, takeSoon);
    connect(rows, &RecordRows::settled, this, takeSoon);
    takeClients();
}

QStringList MaintenanceWatch::taskLabels() const
{
    QStringList labels;
    for (const auto &task : m_maintenance.tasks)
        labels << QCoreApplication::translate("Dialects", task.label);
    return labels;
}

QStringList MaintenanceWatch::taskIds() const
{
    QStringList ids;
    for (const auto &task : m_maintenance.tasks)
        ids << task.id;
    return ids;
}

bool MaintenanceWatch::isBusy() const
{
    return isAsking() || m_follow.isActive();
}

QDateTime MaintenanceWatch::serverTime() const
{
    return m_clock().addSecs(-m_session.clockDifference().value_or(0s).count());
}

static QString cellKey(const QString &clientId, const QString &task)
{
    return task + u'/' + clientId;
}

void MaintenanceWatch::takeClients()
{
    auto &model = static_cast<RecordModel<::Client> &>(*m_clients.model());
    QList<Client> rows;
    QHash<QString, int> rowOf;
    bool isSame = true;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QString id = model.index(i, 0).data(IdRole).toString();
        const ::Client client = *model.find(id);
        if (m_maintenance.concerns && !m_maintenance.concerns(client))
            continue;
        const int known = this->rowOf(id);
        Client row = known >= 0 ? m_rows[known] : Client{.id = id};
        isSame = isSame && known == rows.size() && row.name == recordName(client);
        row.name = recordName(client);
        for (qsizetype task = row.cells.size(); task < m_maintenance.tasks.size(); ++task) {
            row.cells << MaintenanceCell{.runs = m_recalled.take(cellKey(id, m_maintenance.tasks[task].id))};
            row.cells.last().learn(m_maintenance.tasks[task].rhythm);
        }
        rowOf.insert(id, int(rows.size()));
        rows << row;
    }
    if (isSame && rows.size() == m_rows.size())
        return;
    for (Client &gone : m_rows)
        if (!rowOf.contains(gone.id))
            for (MaintenanceCell &cell : gone.cells)
                settle(cell, failure(Error::Kind::NotFound, tr("This client is no longer in the list.")));
    m_rows = std::move(rows);
    m_rowOf = std::move(rowOf);
    Q_EMIT reset();
}

// What is kept of earlier runs, once: it tells what is usual, and what ran when the program last ended.
void MaintenanceWatch::recallRuns(const std::function<bool(const Client &, int task)> &isAsked)
{
    m_hasRecalled = true;
    const RunQuery query{.mostOfEach = RunTracker::most};
    onResult(this, m_log->runs(query), [this, isAsked](const Result<QList<MaintenanceRun>> &runs) {
        QHash<QString, QList<MaintenanceRun>> byCell;
        for (const MaintenanceRun &run : runs.value_or(QList<MaintenanceRun>()))
            byCell[cellKey(run.clientId, run.task)] << run;
        for (auto cell = byCell.begin(); cell != byCell.end(); ++cell)
            m_recalled[cell.key()].remember(*cell);
        if (!runs)
            Q_EMIT failed(runs.error());
        m_isLoading = false;
        refreshSome(isAsked);
    });
}

void MaintenanceWatch::refreshSome(const std::function<bool(const Client &, int task)> &isAsked)
{
    if (m_isLoading)
        return;
    m_isLoading = true;
    m_isDue = false;
    Q_EMIT busyChanged();
    if (m_log && !m_hasRecalled)
        return recallRuns(isAsked);
    onResult(this, m_clients.refresh(), [this, isAsked](const Result<> &loaded) {
        m_isLoading = false;
        takeClients();
        if (!loaded)
            Q_EMIT failed(loaded.error());
        else
            askAll(isAsked);
        schedule();
        Q_EMIT busyChanged();
    });
}

bool MaintenanceWatch::mayAsk() const
{
    return m_session.state() == Session::State::SignedIn;
}

void MaintenanceWatch::dropQuestions()
{
    m_queue.clear();
    for (auto &row : m_rows)
        for (auto &cell : row.cells)
            cell.isQueued = false;
}

void MaintenanceWatch::beginLooking()
{
    const bool wasWanted = isWanted();
    ++m_looking;
    if (!wasWanted && mayAsk())
        refresh();
}

void MaintenanceWatch::endLooking()
{
    --m_looking;
    if (isWanted())
        return;
    dropQuestions();
    m_session.stop(statusAsker);
    schedule();
    Q_EMIT busyChanged();
}

void MaintenanceWatch::setWatched(bool isWatched)
{
    const bool wasWanted = isWanted();
    m_isWatched = isWatched;
    if (isWanted() && !wasWanted && mayAsk())
        refresh();
    schedule();
}

// What was followed before we were signed out, or the computer slept, is followed on.
void MaintenanceWatch::takeSessionState()
{
    if (!mayAsk()) {
        dropQuestions();
        m_follow.stop();
        m_idle.stop();
        m_isDue = true;
    } else if (m_isDue && isWanted()) {
        refresh();
    } else {
        schedule();
    }
    Q_EMIT busyChanged();
}

Future<MaintenanceRun> MaintenanceWatch::run(const QString &clientId, int task)
{
    const int row = rowOf(clientId);
    if (row < 0)
        return ready(
            Result<MaintenanceRun>(failure(Error::Kind::NotFound, tr("This client is no longer in the list."))));
    MaintenanceCell &cell = m_rows[row].cells[task];
    auto promise = std::make_shared<QPromise<Result<MaintenanceRun>>>();
    promise->start();
    cell.waiting.push_back(promise);
    cell.state = MaintenanceCell::State::Starting;
    cell.lastStart = cell.runs.last() ? cell.runs.last()->startedAt : serverTime().addSecs(-5);
    ++cell.starts;
    Q_EMIT changed(row, task);
    ++m_asking;
    Q_EMIT busyChanged();
    Request request = m_maintenance.tasks[task].begin(clientId);
    request.asker = startAsker;
    request.change = std::make_shared<const Change>(Change{.action = Change::Action::Start,
        .kind = u"maintenance"_s,
        .id = clientId,
        .name = m_rows[row].name,
        .after = {{u"task"_s, m_maintenance.tasks[task].id}}});
    onResult(this, m_session.call(request),
        [this, clientId, task](const Result<Response> &answer) { takeStart(clientId, task, answer); });
    return promise->future();
}

// Whatever the answer was, the server's own status is the truth about it.
void MaintenanceWatch::takeStart(const QString &clientId, int task, const Result<Response> &answer)
{
    using enum Error::Kind;
    --m_asking;
    const bool mayRun = answer || answer.error().kind == Conflict || answer.error().kind == Unknown;
    if (const int row = rowOf(clientId); row >= 0) {
        MaintenanceCell &cell = m_rows[row].cells[task];
        if (mayRun) {
            cell.isFollowed = true;
            cell.isOurs = true;
            cell.patience = 3;
            if (answer)
                cell.runs.expectStarter(personHere());
        } else {
            cell.state = cell.runs.running() ? MaintenanceCell::State::Running : MaintenanceCell::State::Idle;
            settle(cell, tl::unexpected(answer.error()));
            Q_EMIT changed(row, task);
        }
        m_follow.setInterval(m_polling.first);
        enqueue(row, task, true);
    }
    if (!mayRun)
        Q_EMIT failed(answer.error());
    else if (answer || answer.error().kind == Conflict)
        Q_EMIT started(clientId, task, !answer);
    askNext();
    Q_EMIT busyChanged();
}

void MaintenanceWatch::settle(MaintenanceCell &cell, const Result<MaintenanceRun> &run)
{
    for (const RunPromise &promise : std::exchange(cell.waiting, {})) {
        promise->addResult(run);
        promise->finish();
    }
}

void MaintenanceWatch::noticeTime()
{
    for (int row = 0; row < m_rows.size(); ++row)
        for (int task = 0; task < m_rows[row].cells.size(); ++task) {
            // Of what it has done since the server told last, nothing is known.
            MaintenanceCell &cell = m_rows[row].cells[task];
            const bool isLate = cell.wasAsked && cell.isLate(cell.answeredAt);
            if (!std::exchange(cell.wasLate, isLate) && isLate)
                Q_EMIT becameLate(m_rows[row].id, task);
        }
    if (isWanted())
        Q_EMIT timePassed();
}

#include "moc_maintenancewatch.cpp"
