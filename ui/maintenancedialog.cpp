// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancedialog.h"

#include "items/workspace.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

// The page's buttons are those of the tasks of the first server: it must be there before.
static MaintenanceFleet *fleetOf(const Workspace &workspace, QHash<Server *, MaintenanceBoard *> &boards)
{
    auto *fleet = new MaintenanceFleet;
    for (const Profile &profile : workspace.profiles()) {
        Server *server = workspace.server(profile.id);
        if (!server || !server->maintenance())
            continue;
        auto *board = new MaintenanceBoard(
            *server->maintenance(), [server] { return server->profile(); }, fleet);
        fleet->add(board);
        boards.insert(server, board);
    }
    return fleet;
}

MaintenanceDialog::MaintenanceDialog(Workspace &workspace, Clock clock, QWidget *parent)
    : QDialog(parent)
    , m_page(new MaintenancePage(fleetOf(workspace, m_boards), std::move(clock), this))
{
    setObjectName(u"maintenanceDialog"_s);
    setWindowTitle(tr("Maintenance of All Servers"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_page->setServersShown(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_page);
    constexpr QSize usual{1200, 720}; // device-independent pixels
    resize(usual);
    connect(&workspace, &Workspace::opened, this, &MaintenanceDialog::add);
    connect(&workspace, &Workspace::closing, this, &MaintenanceDialog::remove);
}

void MaintenanceDialog::add(Server *server)
{
    if (!server->maintenance())
        return;
    auto *board = new MaintenanceBoard(
        *server->maintenance(), [server] { return server->profile(); }, this);
    m_boards.insert(server, board);
    m_page->addBoard(board);
}

void MaintenanceDialog::remove(Server *server)
{
    if (MaintenanceBoard *board = m_boards.take(server))
        m_page->removeBoard(board);
    if (m_boards.isEmpty())
        close();
}

#include "moc_maintenancedialog.cpp"
