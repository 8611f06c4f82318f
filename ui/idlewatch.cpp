// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

using namespace std::chrono_literals;

IdleWatch::IdleWatch(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_last(m_clock())
{
    qApp->installEventFilter(this);
    m_timer.setInterval(5s);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setLimit(std::chrono::minutes limit)
{
    m_limit = limit;
    m_last = m_clock();
    if (limit > 0min)
        m_timer.start();
    else
        m_timer.stop();
}

void IdleWatch::look()
{
    if (m_limit > 0min && m_last.msecsTo(m_clock()) >= std::chrono::milliseconds(m_limit).count())
        Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        m_last = m_clock();
        break;
    default:
        break;
    }
    return false;
}

#include "moc_idlewatch.cpp"
