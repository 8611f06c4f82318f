// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/workspace.h"
#include "ui/notice.h"

#include <QTimer>

class UiState;

// What the maintenance of the servers gives to tell: a run that failed or vanished, a task that is late, the end of
// what was started here. What comes together is told together; in quiet hours nothing is told, and what happened
// meanwhile after them.
class MaintenanceNotices final : public QObject {
    Q_OBJECT

public:
    MaintenanceNotices(Workspace &workspace, const UiState &state, Clock clock, QObject *parent = nullptr);

    void flush(); // tells what there is, unless it is quiet; called by itself soon after something happened
    // How many tasks of all servers failed, vanished or are late; nothing while there are no servers with maintenance.
    struct Troubles {
        int failed = 0;
        int late = 0;
        bool operator==(const Troubles &) const = default;
    };
    std::optional<Troubles> troubles() const;

Q_SIGNALS:
    void told(const Notice &notice);
    void troublesChanged();

private:
    enum class Kind { Failed, Lost, Late, Ended };
    struct Event {
        Kind kind = Kind::Failed;
        QString profileId{};
        QString server{};
        QString task{}; // label
        MaintenanceRun run{};
    };
    void watch(Server *server);
    void add(const Event &event);
    void countSoon();
    bool isQuiet() const;
    void tell(const QList<Event> &events); // of one server
    Notice noticeOf(const Event &event) const;
    Notice noticeOf(const QList<Event> &events) const;

    Workspace &m_workspace;
    const UiState &m_state;
    Clock m_clock;
    QList<Event> m_events;
    QTimer m_soon;
    QTimer m_quiet; // looks whether it still is
    QTimer m_count;
};
