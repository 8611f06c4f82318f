// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

// Notices that nobody has used keyboard or mouse here for a while.
class IdleWatch final : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(Clock clock, QObject *parent = nullptr);

    void setLimit(std::chrono::minutes limit); // 0: never
    void look(); // whether it has been too long; done every few seconds

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Clock m_clock;
    std::chrono::minutes m_limit{0};
    QDateTime m_last; // use
    QTimer m_timer;
};
