// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/unattendedtask.h"

// One maintenance task of one client, started and, if that is wanted, followed to the end of the run. One that is
// already running is joined.
class StartMaintenance final : public UnattendedTask {
    Q_OBJECT

public:
    using UnattendedTask::UnattendedTask;

protected:
    void begin() override;
    void interrupt() override;
    bool isReadOnly(const Profile &profile) const override;
    bool isPatient() const override { return m_isUnderWay; }

private:
    bool isMeant(const MaintenanceWatch::Client &client) const;
    void takeAnswer();
    Result<int> choose() const; // the row
    void start(int row);
    QJsonObject whose() const;
    void takeStart(bool isJoined);
    void takeRunning();
    void takeEnd(const Result<MaintenanceRun> &run);

    int m_task = -1;
    QString m_clientId; // once it is known
    QString m_clientName;
    bool m_isUnderWay = false;
    bool m_isSeen = false;
};
