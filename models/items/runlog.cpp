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
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_writing == 0) // else when that is done
            write();
    });
}

RunLog::~RunLog()
{
    write();
}

void RunLog::keep(const MaintenanceRun &run)
{
    m_waiting << run;
    if (!m_soon.isActive())
        m_soon.start();
}

// Even while others are being written: who reads next, or ends, would miss these.
void RunLog::write()
{
    if (m_waiting.isEmpty())
        return;
    const QList<MaintenanceRun> runs = std::exchange(m_waiting, {});
    ++m_writing;
    onResult(this, m_journal.keepRuns(m_server, runs), [this, runs](const Result<> &kept) {
        --m_writing;
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
    write();
    query.server = m_server;
    return m_journal.runs(query);
}

#include "moc_runlog.cpp"
