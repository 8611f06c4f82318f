// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runlog.h"

using namespace std::chrono_literals;

static constexpr qsizetype mostWaiting = 100'000; // for a database that never comes back

RunLog::RunLog(Journal &journal, const QString &server, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_server(server)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &RunLog::flush);
}

RunLog::~RunLog()
{
    flush();
}

void RunLog::keep(const MaintenanceRun &run)
{
    m_waiting << run;
    if (!m_soon.isActive())
        m_soon.start();
}

void RunLog::flush()
{
    if (m_isWriting || m_waiting.isEmpty())
        return;
    const QList<MaintenanceRun> runs = std::exchange(m_waiting, {});
    m_isWriting = true;
    onResult(this, m_journal.keepRuns(m_server, runs), [this, runs](const Result<> &kept) {
        m_isWriting = false;
        if (!kept) {
            m_waiting = runs + m_waiting;
            m_waiting = m_waiting.last(std::min(mostWaiting, m_waiting.size()));
            if (!std::exchange(m_isFailing, true))
                Q_EMIT failed(kept.error());
            return; // with what comes next
        }
        m_isFailing = false;
        if (!m_waiting.isEmpty())
            m_soon.start();
        if (!std::exchange(m_hasForgotten, true))
            (void)m_journal.forgetRuns(runs.last().startedAt.addDays(-days)); // by the server's own clock
    });
}

Future<QList<MaintenanceRun>> RunLog::runs(RunQuery query)
{
    flush();
    query.server = m_server;
    return m_journal.runs(query);
}
