// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktopnotices.h"
#include "ui/maintenancenotices.h"
#include "ui/trayicon.h"

class MainMenu;
class QAction;
class QMainWindow;
class UiState;

// What the window tells of maintenance beside the pages of its servers: notices of the desktop, the icon at its edge,
// and the window of all servers.
class MaintenanceLookout final : public QObject {
    Q_OBJECT

public:
    MaintenanceLookout(QMainWindow &window, Workspace &workspace, const UiState &state, Clock clock);

    void connectTo(MainMenu &menu);
    MaintenanceNotices &notices() { return m_notices; }

Q_SIGNALS:
    void runRequested(const QString &profileId, const MaintenanceRun &run); // by a click on its notice
    void windowRequested();

private:
    void showAll();
    void update();

    QMainWindow &m_window;
    Workspace &m_workspace;
    Clock m_clock;
    MaintenanceNotices m_notices;
    DesktopNotices m_desktop;
    TrayIcon *m_tray;
    QAction *m_action = nullptr;
};
