// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktoplock.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::Literals::StringLiterals;

static constexpr auto loginService = "org.freedesktop.login1"_L1;
static constexpr auto loginPath = "/org/freedesktop/login1"_L1;
static constexpr auto loginManager = "org.freedesktop.login1.Manager"_L1;

DesktopLock::DesktopLock(QDBusConnection session, QDBusConnection system, QObject *parent)
    : QObject(parent)
    , m_system(std::move(system))
{
    // Desktops disagree about the path; GNOME has an interface of its own.
    for (const auto &interface : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        session.connect({}, {}, interface, u"ActiveChanged"_s, this, SLOT(takeActive(bool)));
    m_system.connect(loginService, loginPath, loginManager, u"PrepareForSleep"_s, this, SLOT(takeActive(bool)));
    findLogin();
}

void DesktopLock::takeActive(bool active)
{
    if (active)
        Q_EMIT locked();
}

// Others are logged in as well; only our own session's lock is ours.
void DesktopLock::findLogin()
{
    if (!m_system.isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(loginService, loginPath, loginManager, u"GetSessionByPID"_s);
    call << uint(QCoreApplication::applicationPid());
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid())
            m_system.connect(loginService, reply.value().path(), u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
                SIGNAL(locked()));
    });
}

#include "moc_desktoplock.cpp"
