// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch.h"

#include "app/standings.h"
#include "items/runtable.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto reloadEvery = 15min;

void Watch::begin()
{
    const std::chrono::milliseconds idle = line().interval;
    const MaintenanceWatch::Polling usual;
    watch().setPolling({.first = std::min(usual.first, idle), .longest = std::min(usual.longest, idle), .idle = idle});
    connect(&watch(), &MaintenanceWatch::changed, this, &Watch::takeChange);
    connect(&watch(), &MaintenanceWatch::busyChanged, this, &Watch::takeRound);
    connect(&watch(), &MaintenanceWatch::becameLate, this, &Watch::takeLate);
    connect(&watch(), &MaintenanceWatch::failed, this, &Watch::takeFailure);
    connect(&watch(), &MaintenanceWatch::runEnded, this,
        [this](const MaintenanceRun &run) { lines().write(u"ended"_s, jsonRun(run)); });
    m_reload.setSingleShot(true);
    connect(&m_reload, &QTimer::timeout, this, [this] {
        m_reload.start(reloadEvery);
        if (isSignedIn())
            watch().refresh();
    });
    m_reload.start(reloadEvery);
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &Watch::writeAnswers);
    watch().setWatched(true);
}

// Without its list there is nothing to ask about.
void Watch::takeFailure(const Error &error)
{
    report(error);
    if (!hasLoadedClients())
        m_reload.start(line().interval);
}

void Watch::takeRound()
{
    if (m_isWatching || watch().isAsking() || !hasLoadedClients())
        return;
    m_isWatching = true;
    lines().write(u"watching"_s, countStandings(watch()));
}

void Watch::takeChange(int row, int task)
{
    const auto &client = watch().clients().at(row);
    const MaintenanceCell &cell = client.cells.at(task);
    const QString key = watch().taskIds().at(task) + u'/' + client.id;
    takeAnswer(key, cell, taskOf(watch(), row, task));
    const auto &running = cell.runs.running();
    if (!running) {
        m_running.remove(key);
    } else if (m_running.value(key) != running->startedAt) {
        m_running[key] = running->startedAt;
        lines().write(u"running"_s, currentRun(watch(), row, task));
    }
}

void Watch::takeAnswer(const QString &key, const MaintenanceCell &cell, const QJsonObject &whose)
{
    using enum MaintenanceCell::State;
    if (cell.state == NoAnswer && m_silent.value(key) != cell.error) {
        m_silent[key] = cell.error;
        m_newlySilent[cell.error] << whose;
        m_soon.start();
    } else if (cell.state == Idle || cell.state == Running) {
        noteAnswer();
        if (m_silent.remove(key)) {
            m_answering << whose;
            m_soon.start();
        }
    }
}

void Watch::writeAnswers()
{
    const auto silent = std::exchange(m_newlySilent, {});
    for (auto one = silent.begin(); one != silent.end(); ++one)
        lines().write(u"error"_s, {{u"message"_s, one.key()}, {u"of"_s, one.value()}});
    if (const auto answering = std::exchange(m_answering, {}); !answering.isEmpty())
        lines().write(u"answering"_s, {{u"of"_s, answering}});
}

void Watch::takeLate(const QString &clientId, int task)
{
    lines().write(u"late"_s, currentRun(watch(), watch().rowOf(clientId), task));
}

void Look::begin()
{
    connect(&watch(), &MaintenanceWatch::busyChanged, this, &Look::takeRound);
    connect(&watch(), &MaintenanceWatch::failed, this, [this](const Error &error) {
        if (hasLoadedClients()) // else it is why we fail
            report(error);
    });
    watch().refresh();
}

void Look::takeRound()
{
    if (watch().isAsking())
        return;
    if (!hasLoadedClients())
        return fail(loadError());
    for (int row = 0; row < watch().clients().size(); ++row)
        for (int task = 0; task < watch().taskIds().size(); ++task)
            if (const Standing standing = standingOf(watch(), row, task); isTrouble(standing))
                lines().write(wordOf(standing), currentRun(watch(), row, task));
    const QJsonObject counts = countStandings(watch());
    lines().write(u"summary"_s, counts);
    const auto has = [&counts](Standing standing) { return counts[wordOf(standing)].toInt() > 0; };
    if (has(Standing::Failed) || has(Standing::Lost))
        return end(Failed);
    end(has(Standing::Late) || has(Standing::Slow) || has(Standing::NoAnswer) ? Troubled : Fine);
}

#include "moc_watch.cpp"
