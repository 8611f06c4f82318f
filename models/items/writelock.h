// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/session.h"

#include <QTimer>

#include <chrono>
#include <optional>

// Whether changes may be made on one server, and until when. It stands where requests leave: once the time is over no
// write does, even before anybody has noticed. What has been sent by then ends by itself.
class WriteLock final : public QObject {
    Q_OBJECT

public:
    // Locked at first. The session stays as it is then when this dies.
    WriteLock(Session &session, Clock clock, QObject *parent = nullptr);
    ~WriteLock() override;

    bool isLocked() const;
    bool isTimed() const { return m_isOpen && m_time.has_value(); }
    std::chrono::seconds remaining() const; // rounded up; 0 when locked or without an end

    void unlock(std::optional<std::chrono::minutes> time); // nothing: until lock()
    void extend(); // from now on, by as much as was asked for last
    void lock();
    void look(); // whether the time is over; done every second

Q_SIGNALS:
    void changed(); // locked or unlocked
    void ticked(); // the time left is another one
    void ended(); // locked, because the time was over; after changed()

private:
    Session &m_session;
    Clock m_clock;
    bool m_isOpen = false;
    std::optional<std::chrono::minutes> m_time;
    QDateTime m_end;
    QTimer m_timer;
};
