// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notice.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

// Notices shown by the desktop, which tells when one was clicked. Speaks the freedesktop.org Desktop Notifications
// Specification 1.2; where nobody offers that service, nothing is shown.
class DesktopNotices final : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotices(QDBusConnection bus, QObject *parent = nullptr);

    void show(const Notice &notice);

Q_SIGNALS:
    void clicked(const Notice &notice);

private Q_SLOTS:
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, Notice> m_shown; // by the number the desktop gave
};
