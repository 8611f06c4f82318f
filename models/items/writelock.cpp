// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/writelock.h"

using namespace std::chrono_literals;

WriteLock::WriteLock(Session &session, Clock clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
{
    m_session.refuseWritesWhile([this] { return isLocked(); });
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &WriteLock::look);
}

WriteLock::~WriteLock()
{
    m_session.setReadOnly(isLocked());
    m_session.refuseWritesWhile({});
}

bool WriteLock::isLocked() const
{
    return !m_isOpen || (m_time && m_clock() >= m_end);
}

std::chrono::seconds WriteLock::remaining() const
{
    if (!isTimed() || isLocked())
        return 0s;
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(m_clock().msecsTo(m_end)));
}

void WriteLock::unlock(std::optional<std::chrono::minutes> time)
{
    m_session.setReadOnly(false);
    m_isOpen = true;
    m_time = time;
    extend();
    Q_EMIT changed();
}

void WriteLock::extend()
{
    if (!isTimed())
        return m_timer.stop();
    m_end = m_clock().addMSecs(std::chrono::milliseconds(*m_time).count());
    m_timer.start();
    Q_EMIT ticked();
}

void WriteLock::lock()
{
    m_timer.stop();
    m_isOpen = false;
    Q_EMIT changed();
}

void WriteLock::look()
{
    if (!isTimed())
        return;
    if (!isLocked())
        return Q_EMIT ticked();
    lock();
    Q_EMIT ended();
}

#include "moc_writelock.cpp"
