// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancelookout.h"

#include "ui/mainmenu.h"
#include "ui/maintenancedialog.h"

#include <QAction>
#include <QMainWindow>

MaintenanceLookout::MaintenanceLookout(QMainWindow &window, Workspace &workspace, const UiState &state, Clock clock)
    : QObject(&window)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(std::move(clock))
    , m_notices(workspace, state, m_clock)
    , m_desktop(QDBusConnection::sessionBus())
    , m_tray(new TrayIcon(m_notices, &window))
{
    connect(&m_notices, &MaintenanceNotices::told, &m_desktop, &DesktopNotices::show);
    connect(&m_desktop, &DesktopNotices::clicked, this, [this](const Notice &notice) {
        Q_EMIT windowRequested();
        if (notice.run)
            Q_EMIT runRequested(notice.profileId, *notice.run);
    });
    connect(m_tray, &TrayIcon::activated, this, &MaintenanceLookout::windowRequested);
    connect(&m_notices, &MaintenanceNotices::troublesChanged, this, &MaintenanceLookout::update);
}

void MaintenanceLookout::connectTo(MainMenu &menu)
{
    m_action = menu.maintenance;
    connect(m_action, &QAction::triggered, this, &MaintenanceLookout::showAll);
    update();
}

void MaintenanceLookout::update()
{
    m_action->setEnabled(m_notices.troubles().has_value()); // else there is no server with maintenance
}

void MaintenanceLookout::showAll()
{
    auto *dialog = m_window.findChild<MaintenanceDialog *>();
    if (!dialog)
        dialog = new MaintenanceDialog(m_workspace, m_clock, &m_window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

#include "moc_maintenancelookout.cpp"
