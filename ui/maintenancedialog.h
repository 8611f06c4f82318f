// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/maintenancepage.h"

#include <QDialog>
#include <QHash>

class Server;
class Workspace;

// The maintenance of all connected servers, in a window of its own; it closes with the last of them.
class MaintenanceDialog final : public QDialog {
    Q_OBJECT

public:
    MaintenanceDialog(Workspace &workspace, Clock clock, QWidget *parent);

    MaintenancePage &page() { return *m_page; }

private:
    void add(Server *server);
    void remove(Server *server);

    QHash<Server *, MaintenanceBoard *> m_boards; // the page's
    MaintenancePage *m_page;
};
