// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startmaintenance.h"

#include "app/standings.h"
#include "items/profilesettings.h"
#include "items/runtable.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

bool StartMaintenance::isReadOnly(const Profile &profile) const
{
    return opensReadOnly(profile) && !line().unlocks;
}

bool StartMaintenance::isMeant(const MaintenanceWatch::Client &client) const
{
    return client.id == line().client || client.name == line().client;
}

// What the server says of the task before tells the run that is started from the one before it.
void StartMaintenance::begin()
{
    m_task = int(watch().taskIds().indexOf(line().maintenance));
    if (m_task < 0)
        return fail({.kind = Error::Kind::Rejected,
            //: %2 a list such as: daily, hourly
            .message = tr("This server has no maintenance task “%1”, but these: %2.")
                           .arg(line().maintenance, watch().taskIds().join(u", "))});
    connect(&watch(), &MaintenanceWatch::busyChanged, this, &StartMaintenance::takeAnswer);
    connect(&watch(), &MaintenanceWatch::failed, this, [this](const Error &error) {
        if (m_isUnderWay) // else it is why we fail
            report(error);
    });
    watch().refreshSome(
        [this](const MaintenanceWatch::Client &client, int task) { return task == m_task && isMeant(client); });
}

Result<int> StartMaintenance::choose() const
{
    if (!hasLoadedClients())
        return tl::unexpected(loadError());
    QList<int> rows;
    for (int row = 0; row < watch().clients().size(); ++row)
        if (isMeant(watch().clients().at(row)))
            rows << row;
    if (rows.isEmpty())
        return failure(Error::Kind::NotFound,
            tr("No client with maintenance tasks has the name or the ID “%1”.").arg(line().client));
    if (rows.size() > 1)
        return failure(Error::Kind::Rejected,
            tr("%n clients are called “%1”. Give the ID of the one that is meant.", nullptr, int(rows.size()))
                .arg(line().client));
    const MaintenanceCell &cell = watch().clients().at(rows.first()).cells.at(m_task);
    if (cell.state == MaintenanceCell::State::NoAnswer)
        return failure(Error::Kind::Server, cell.error);
    return rows.first();
}

void StartMaintenance::takeAnswer()
{
    if (watch().isAsking() || !m_clientId.isEmpty())
        return;
    if (const Result<int> row = choose())
        start(*row);
    else
        fail(row.error());
}

void StartMaintenance::start(int row)
{
    m_clientId = watch().clients().at(row).id;
    m_clientName = watch().clients().at(row).name;
    connect(&watch(), &MaintenanceWatch::started, this,
        [this](const QString &, int, bool isJoined) { takeStart(isJoined); });
    connect(&watch(), &MaintenanceWatch::changed, this, &StartMaintenance::takeRunning);
    onResult(this, watch().run(m_clientId, m_task), [this](const Result<MaintenanceRun> &run) { takeEnd(run); });
}

QJsonObject StartMaintenance::whose() const
{
    return {{u"client"_s, m_clientName}, {u"clientId"_s, m_clientId}, {u"task"_s, line().maintenance}};
}

void StartMaintenance::takeStart(bool isJoined)
{
    m_isUnderWay = true;
    lines().write(isJoined ? u"joined"_s : u"started"_s, whose());
    if (!line().waits)
        end(Fine);
}

// It also tells that there is a run where the answer to the start was lost.
void StartMaintenance::takeRunning()
{
    const int row = watch().rowOf(m_clientId);
    const MaintenanceCell cell = row < 0 ? MaintenanceCell() : watch().clients().at(row).cells.at(m_task);
    if (cell.state != MaintenanceCell::State::Running || !cell.isOurs)
        return;
    noteAnswer();
    m_isUnderWay = true;
    if (!std::exchange(m_isSeen, true))
        lines().write(u"running"_s, currentRun(watch(), row, m_task));
    if (!line().waits)
        end(Fine);
}

void StartMaintenance::takeEnd(const Result<MaintenanceRun> &run)
{
    if (hasEnded())
        return;
    if (!run && run.error().kind == Error::Kind::ReadOnly)
        return fail({.kind = Error::Kind::ReadOnly,
            .message = tr("“%1” opens read-only, so nothing was started. With --unlock it would be.")
                           .arg(server().profile().name)});
    if (!run)
        return fail(run.error());
    MaintenanceRun ended = *run;
    ended.clientId = m_clientId; // one that nobody saw does not say whose it is
    ended.clientName = m_clientName;
    ended.task = line().maintenance;
    lines().write(u"ended"_s, jsonRun(ended));
    if (ended.outcome == MaintenanceRun::Outcome::Succeeded)
        return end(Fine);
    say(ended.message.isEmpty() ? tr("The run ended without a result that anybody could read.") : ended.message);
    end(line().waits ? Failed : Impossible); // who does not wait wants to know only whether it began
}

void StartMaintenance::interrupt()
{
    if (m_isUnderWay) {
        lines().write(u"interrupted"_s, whose());
        say(tr("The run goes on at the server."));
    }
    end(Impossible);
}

#include "moc_startmaintenance.cpp"
