// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runlog.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

static MaintenanceRun runAt(int hour)
{
    MaintenanceRun run{.startedAt = QDateTime(QDate(2026, 3, 3), QTime(hour, 0), Qt::UTC),
        .outcome = MaintenanceRun::Outcome::Running};
    run.clientId = u"studio"_s;
    run.task = u"daily"_s;
    return run;
}

// What is seen of runs must be there when it is read, and when the program is opened again.
class tst_RunLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<Journal>(m_folder->filePath(u"journal.db"_s));
        m_log = std::make_unique<RunLog>(*m_journal, m_server, nullptr);
    }
    void cleanup()
    {
        m_log.reset();
        m_journal.reset();
    }

    void whatIsReadHoldsWhatWaits()
    {
        m_log->keep(runAt(1));
        const auto first = m_log->runs({});
        m_log->keep(runAt(2)); // while the first is being written
        QCOMPARE(value(m_log->runs({})).size(), 2);
        QCOMPARE(value(first).size(), 1);
    }

    void theLastOnesAreKeptAtTheEnd()
    {
        m_log->keep(runAt(1));
        const auto first = m_log->runs({});
        m_log->keep(runAt(2));
        m_log.reset();
        QCOMPARE(value(m_journal->runs({.server = m_server})).size(), 2);
    }

private:
    const QString m_server = u"http://127.0.0.1"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<RunLog> m_log;
};

int tst_runlog(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RunLog>(argc, argv);
}
#include "tst_runlog.moc"
