// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journal.h"

#include <QTimer>

// Where the runs of one server's tasks are kept: beside the journal, on this computer or in the team's database. Nobody
// waits for it; what could not be written is tried again with what comes next.
class RunLog final : public QObject {
    Q_OBJECT

public:
    static constexpr int days = 184; // that runs are kept on this computer

    // `server` is an address that all who keep runs of this server write alike.
    RunLog(Journal &journal, const QString &server, QObject *parent);
    ~RunLog() override; // what waits is asked for still

    void keep(const MaintenanceRun &run);
    Future<QList<MaintenanceRun>> runs(RunQuery query); // of this server

Q_SIGNALS:
    void failed(const Error &error); // once, until it works again

private:
    void write();

    Journal &m_journal;
    QString m_server;
    QList<MaintenanceRun> m_waiting;
    QTimer m_soon; // a round of answers is one commit
    int m_writing = 0; // how many times
    bool m_isFailing = false;
    bool m_hasForgotten = false;
};
