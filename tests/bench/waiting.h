// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>

using Moment = std::chrono::steady_clock::time_point;

inline Moment now()
{
    return std::chrono::steady_clock::now();
}

inline double millisecondsBetween(Moment begin, Moment end)
{
    return std::chrono::duration<double, std::milli>(end - begin).count();
}

// Handles events until this holds; looks after each turn of the event loop, and every millisecond. False: it took too
// long.
template <typename Condition>
bool waitUntil(Condition condition, std::chrono::seconds patience = std::chrono::minutes(10))
{
    QTimer waker;
    waker.setTimerType(Qt::PreciseTimer);
    waker.start(1);
    const Moment end = now() + patience;
    while (!condition()) {
        if (now() > end)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        // Only an event loop of its own would do this by itself.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

// The largest gap of a fast timer in this thread beyond its interval: how long the window did not react.
class StallWatch {
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(interval);
    }
    void look()
    {
        const Moment moment = now();
        m_worst = std::max(m_worst, millisecondsBetween(m_last, moment) - interval);
        m_last = moment;
    }
    void restart() // what came before is not counted
    {
        m_last = now();
        m_worst = 0;
    }
    double worst() const { return m_worst; } // ms

private:
    static constexpr int interval = 1; // ms
    QTimer m_timer;
    Moment m_last = now();
    double m_worst = 0;
};
