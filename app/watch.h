// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/unattendedtask.h"

#include <QHash>

// The maintenance of one server, watched until a signal ends it: each run that begins and ends, each task that is late
// or of which the server does not tell.
class Watch final : public UnattendedTask {
    Q_OBJECT

public:
    using UnattendedTask::UnattendedTask;

protected:
    void begin() override;
    void interrupt() override { end(Fine); }
    bool isReadOnly(const Profile &) const override { return true; }
    bool isPatient() const override { return true; }

private:
    void takeFailure(const Error &error);
    void takeRound();
    void takeChange(int row, int task);
    void takeAnswer(const QString &key, const MaintenanceCell &cell, const QJsonObject &whose);
    void takeLate(const QString &clientId, int task);
    void writeAnswers();

    bool m_isWatching = false; // everything was asked about once
    QTimer m_reload; // clients come and go
    QTimer m_soon; // what the server tells of no task at all is told in one line
    QHash<QString, QDateTime> m_running; // begun at, by client and task
    QHash<QString, QString> m_silent; // why the server does not tell
    QHash<QString, QJsonArray> m_newlySilent; // by that reason
    QJsonArray m_answering; // again
};

// The maintenance of one server, looked at once. Ends with Failed, Troubled or Fine.
class Look final : public UnattendedTask {
    Q_OBJECT

public:
    using UnattendedTask::UnattendedTask;

protected:
    void begin() override;
    void interrupt() override { end(Impossible); }
    bool isReadOnly(const Profile &) const override { return true; }
    bool isPatient() const override { return false; }

private:
    void takeRound();
};
