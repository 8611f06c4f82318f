// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/maintenancenotices.h"

#include <QSystemTrayIcon>

class QMenu;

// Whether maintenance went wrong, at the edge of the desktop, while a server with maintenance is connected and the
// desktop has such a place.
class TrayIcon final : public QObject {
    Q_OBJECT

public:
    TrayIcon(MaintenanceNotices &notices, QWidget *window);
    ~TrayIcon() override;

    static QIcon iconOf(const MaintenanceNotices::Troubles &troubles);
    static QString textOf(const MaintenanceNotices::Troubles &troubles);

Q_SIGNALS:
    void activated(); // the window is wanted

private:
    void update();

    MaintenanceNotices &m_notices;
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
};
