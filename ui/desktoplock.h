// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

// Hears that the desktop locks its screen, that logind asks this login session to lock, or that the computer goes to
// sleep. Where none of them is there, nothing is heard.
class DesktopLock final : public QObject {
    Q_OBJECT

public:
    DesktopLock(QDBusConnection session, QDBusConnection system, QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void takeActive(bool active); // the screen saver, or sleep

private:
    void findLogin();

    QDBusConnection m_system;
};
