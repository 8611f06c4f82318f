// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancenotices.h"

#include "core/foreigntext.h"
#include "items/maintenancetext.h"
#include "items/runtracker.h"
#include "ui/uistate.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MaintenanceNotices::MaintenanceNotices(Workspace &workspace, const UiState &state, Clock clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_state(state)
    , m_clock(std::move(clock))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &MaintenanceNotices::flush);
    m_quiet.setInterval(60s);
    connect(&m_quiet, &QTimer::timeout, this, &MaintenanceNotices::flush);
    m_count.setSingleShot(true);
    m_count.setInterval(250ms);
    connect(&m_count, &QTimer::timeout, this, &MaintenanceNotices::troublesChanged);
    connect(&workspace, &Workspace::opened, this, &MaintenanceNotices::watch);
    connect(&workspace, &Workspace::serverChanged, this, &MaintenanceNotices::countSoon);
    for (const Profile &profile : workspace.profiles())
        if (Server *server = workspace.server(profile.id))
            watch(server);
}

void MaintenanceNotices::watch(Server *server)
{
    MaintenanceWatch *watch = server->maintenance();
    if (!watch)
        return;
    const auto event = [server, watch](Kind kind, const MaintenanceRun &run) {
        const auto task = watch->taskIds().indexOf(run.task);
        return Event{.kind = kind,
            .profileId = server->profile().id,
            .server = server->profile().name,
            .task = task < 0 ? run.task : watch->taskLabels().at(task),
            .run = run};
    };
    connect(watch, &MaintenanceWatch::runEnded, this, [this, event](const MaintenanceRun &run, bool isOurs) {
        const UiState::Notices wanted = m_state.notices();
        if (run.outcome == MaintenanceRun::Outcome::Failed && wanted.onFailure)
            add(event(Kind::Failed, run));
        else if (run.outcome == MaintenanceRun::Outcome::Unknown && wanted.onFailure)
            add(event(Kind::Lost, run));
        else if (isOurs && wanted.onOwnEnd)
            add(event(Kind::Ended, run));
    });
    connect(watch, &MaintenanceWatch::becameLate, this, [this, event, watch](const QString &clientId, int task) {
        const int row = watch->rowOf(clientId);
        if (m_state.notices().onLateness && row >= 0)
            add(event(Kind::Late,
                {.clientId = clientId,
                    .clientName = watch->clients().at(row).name,
                    .task = watch->taskIds().at(task)}));
    });
    for (const auto signal : {&MaintenanceWatch::busyChanged, &MaintenanceWatch::timePassed})
        connect(watch, signal, this, &MaintenanceNotices::countSoon);
}

void MaintenanceNotices::countSoon()
{
    if (!m_count.isActive())
        m_count.start();
}

void MaintenanceNotices::add(const Event &event)
{
    m_events << event;
    m_soon.start();
}

bool MaintenanceNotices::isQuiet() const
{
    const UiState::Notices wanted = m_state.notices();
    if (!wanted.hasQuietHours)
        return false;
    const QTime now = m_clock().toLocalTime().time();
    return wanted.quietFrom <= wanted.quietTo ? now >= wanted.quietFrom && now < wanted.quietTo
                                              : now >= wanted.quietFrom || now < wanted.quietTo;
}

void MaintenanceNotices::flush()
{
    if (isQuiet())
        return m_quiet.start();
    m_quiet.stop();
    QMap<QString, QList<Event>> byServer;
    for (const Event &event : std::exchange(m_events, {}))
        byServer[event.profileId] << event;
    for (const QList<Event> &events : std::as_const(byServer))
        Q_EMIT told(events.size() == 1 ? noticeOf(events.first()) : noticeOf(events));
}

Notice MaintenanceNotices::noticeOf(const Event &event) const
{
    Notice notice{.isUrgent = event.kind != Kind::Ended, .profileId = event.profileId, .run = event.run};
    const QString client = oneLine(event.run.clientName);
    switch (event.kind) {
    case Kind::Failed:
        //: %1 a maintenance task, %2 a client
        notice.title = tr("%1 maintenance of %2 has failed").arg(event.task, client);
        break;
    case Kind::Lost:
        notice.title = tr("%1 maintenance of %2 vanished").arg(event.task, client);
        break;
    case Kind::Late:
        notice.title = tr("%1 maintenance of %2 is late").arg(event.task, client);
        break;
    case Kind::Ended:
        notice.title = tr("%1 maintenance of %2 has finished").arg(event.task, client);
        break;
    }
    QStringList lines{oneLine(event.server)};
    if (const QString took = runDurationText(durationOf(event.run)); !took.isEmpty())
        lines << tr("It took %1.").arg(took);
    if (!event.run.message.isEmpty())
        lines << tamed(event.run.message);
    notice.text = lines.join(u'\n');
    return notice;
}

// The first that went wrong is the one to look at.
Notice MaintenanceNotices::noticeOf(const QList<Event> &events) const
{
    const auto count = [&](Kind kind) {
        return int(
            std::count_if(events.begin(), events.end(), [kind](const Event &event) { return event.kind == kind; }));
    };
    QStringList parts;
    if (const int failed = count(Kind::Failed); failed > 0)
        parts << tr("%Ln run(s) failed", nullptr, failed);
    if (const int lost = count(Kind::Lost); lost > 0)
        parts << tr("%Ln run(s) vanished", nullptr, lost);
    if (const int late = count(Kind::Late); late > 0)
        parts << tr("%Ln task(s) are late", nullptr, late);
    if (const int ended = count(Kind::Ended); ended > 0)
        parts << tr("%Ln run(s) finished", nullptr, ended);
    const auto worst = std::min_element(
        events.begin(), events.end(), [](const Event &a, const Event &b) { return a.kind < b.kind; });
    QStringList names;
    for (const Event &event : events)
        if (event.kind != Kind::Ended && !names.contains(event.run.clientName))
            names << oneLine(event.run.clientName);
    constexpr int told = 5;
    if (names.size() > told)
        names = names.first(told) << tr("and %Ln more", nullptr, int(names.size()) - told);
    return {.title = parts.join(u", "_s),
        .text = QStringList{oneLine(worst->server), names.join(u", "_s)}.join(u'\n'),
        .isUrgent = worst->kind != Kind::Ended,
        .profileId = worst->profileId,
        .run = worst->run};
}

std::optional<MaintenanceNotices::Troubles> MaintenanceNotices::troubles() const
{
    std::optional<Troubles> troubles;
    for (const Profile &profile : m_workspace.profiles()) {
        const Server *server = m_workspace.server(profile.id);
        const MaintenanceWatch *watch = server ? server->maintenance() : nullptr;
        if (!watch)
            continue;
        if (!troubles)
            troubles.emplace();
        const QDateTime now = watch->serverTime();
        for (const auto &client : watch->clients())
            for (const auto &cell : client.cells) {
                const Standing standing = cell.standing(now);
                troubles->failed += standing == Standing::Failed || standing == Standing::Lost;
                troubles->late += standing == Standing::Late || standing == Standing::Slow;
            }
    }
    return troubles;
}

#include "moc_maintenancenotices.cpp"
