// SPDX-License-Identifier: GPL-3.0-or-later
// When the server is asked, and what its answers come to.
#include "items/maintenancewatch.h"

#include "items/runlog.h"
#include "net/session.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

void MaintenanceWatch::setPolling(Polling polling)
{
    m_polling = polling;
    m_follow.setInterval(m_polling.first);
    m_idle.stop();
    schedule();
}

void MaintenanceWatch::askAll(const std::function<bool(const Client &, int task)> &isAsked)
{
    for (int row = 0; row < m_rows.size(); ++row)
        for (int task = 0; task < m_rows[row].cells.size(); ++task)
            if (!isAsked || isAsked(m_rows[row], task))
                enqueue(row, task, false);
    askNext();
}

void MaintenanceWatch::enqueue(int row, int task, bool isUrgent)
{
    MaintenanceCell &cell = m_rows[row].cells[task];
    if (std::exchange(cell.isQueued, true))
        return;
    if (isUrgent)
        m_queue.emplace_front(m_rows[row].id, task);
    else
        m_queue.emplace_back(m_rows[row].id, task);
}

void MaintenanceWatch::askNext()
{
    while (!m_queue.empty() && m_asking < mostAtOnce && mayAsk()) {
        const auto [clientId, task] = m_queue.front();
        m_queue.pop_front();
        ask(clientId, task);
    }
    schedule();
}

void MaintenanceWatch::ask(const QString &clientId, int task)
{
    const int row = rowOf(clientId);
    if (row < 0)
        return;
    MaintenanceCell &cell = m_rows[row].cells[task];
    cell.isQueued = false;
    if (cell.state == MaintenanceCell::State::Unknown) {
        cell.state = MaintenanceCell::State::Asking;
        Q_EMIT changed(row, task);
    }
    ++m_asking;
    Request request = m_maintenance.tasks[task].status(clientId);
    request.asker = u"maintenance"_s;
    const auto status = andThen(this, m_session.call(request), m_maintenance.read);
    onResult(this, status, [this, clientId, task, starts = cell.starts](const Result<MaintenanceStatus> &result) {
        --m_asking;
        if (const int at = rowOf(clientId); at >= 0 && m_rows[at].cells[task].starts == starts)
            take(clientId, task, result);
        askNext();
        if (!isBusy())
            noticeTime();
        Q_EMIT busyChanged();
    });
}

void MaintenanceWatch::take(const QString &clientId, int task, const Result<MaintenanceStatus> &result)
{
    using enum Error::Kind;
    const int row = rowOf(clientId);
    Client &client = m_rows[row];
    MaintenanceCell &cell = client.cells[task];
    const bool isRunning = cell.runs.running().has_value();
    if (result) {
        cell.error.clear();
        takeNews(client, task, cell.runs.take(*result, serverTime()));
        cell.state = result->running ? MaintenanceCell::State::Running : MaintenanceCell::State::Idle;
        cell.wasAsked = true;
        cell.answeredAt = serverTime();
        if (result->running)
            cell.isFollowed = true;
        else if (cell.isFollowed)
            settleEnded(cell);
    } else if (result.error().kind == Stopped || result.error().kind == Unauthorized) {
        // Nobody wanted to know, or was allowed to just now: what was known still holds.
        cell.state = isRunning                             ? MaintenanceCell::State::Running
            : cell.state == MaintenanceCell::State::Asking ? MaintenanceCell::State::Unknown
                                                           : cell.state;
    } else {
        cell.error = result.error().message;
        cell.state = MaintenanceCell::State::NoAnswer;
        // A run does not end because one answer was lost.
        const auto kind = result.error().kind;
        if (kind != Network && kind != Timeout && kind != Server) {
            cell.isFollowed = false;
            settle(cell, tl::unexpected(result.error()));
        }
    }
    Q_EMIT changed(row, task);
}

void MaintenanceWatch::takeNews(Client &client, int task, QList<MaintenanceRun> news)
{
    MaintenanceCell &cell = client.cells[task];
    for (MaintenanceRun &run : news) {
        run.clientId = client.id;
        run.clientName = client.name;
        run.task = m_maintenance.tasks[task].id;
        if (m_log)
            m_log->keep(run);
    }
    cell.learn(m_maintenance.tasks[task].rhythm);
    for (const MaintenanceRun &run : std::as_const(news))
        if (run.outcome != MaintenanceRun::Outcome::Running && cell.wasAsked)
            Q_EMIT runEnded(run, cell.isOurs);
}

// Nothing runs any more. A server may be slow to show the run it was told to start.
void MaintenanceWatch::settleEnded(MaintenanceCell &cell)
{
    const MaintenanceRun *last = cell.runs.last();
    const bool isShown = last && last->startedAt > cell.lastStart;
    if (!cell.waiting.empty() && !isShown && --cell.patience > 0)
        return;
    cell.isFollowed = false;
    cell.isOurs = false;
    if (isShown)
        return settle(cell, *last);
    settle(cell,
        MaintenanceRun{.outcome = MaintenanceRun::Outcome::Unknown,
            .message = tr("The server took the start, but shows no run of it.")});
}

// The next questions: soon while something is followed, and else after a while, if anybody wants to know.
void MaintenanceWatch::schedule()
{
    if (m_asking > 0 || !m_queue.empty() || m_isLoading || !mayAsk())
        return;
    const bool anyFollowed = std::any_of(m_rows.begin(), m_rows.end(), [this](const Client &client) {
        return std::any_of(client.cells.begin(), client.cells.end(),
            [this](const MaintenanceCell &cell) { return cell.isFollowed && (cell.isOurs || isWanted()); });
    });
    if (!anyFollowed)
        m_follow.stop();
    else if (!m_follow.isActive())
        m_follow.start();
    constexpr auto each = 150ms; // so that a thousand clients are no load for anybody
    const auto tasks = m_rows.size() * m_maintenance.tasks.size();
    if (!isWanted()) {
        m_idle.stop();
        m_minute.stop();
    } else if (!m_idle.isActive()) {
        m_idle.start(std::max<std::chrono::milliseconds>(m_polling.idle, each * tasks));
        m_minute.start();
    }
}

void MaintenanceWatch::pollFollowed()
{
    m_follow.setInterval(std::min(
        m_polling.longest, std::chrono::duration_cast<std::chrono::milliseconds>(m_follow.intervalAsDuration() * 1.3)));
    for (int row = 0; row < m_rows.size(); ++row)
        for (int task = 0; task < m_rows[row].cells.size(); ++task)
            if (const auto &cell = m_rows[row].cells[task]; cell.isFollowed && (cell.isOurs || isWanted()))
                enqueue(row, task, false);
    askNext();
    Q_EMIT busyChanged();
}

void MaintenanceWatch::pollIdle()
{
    askAll();
}
