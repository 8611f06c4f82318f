// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/safeguards.h"

#include "items/workspace.h"
#include "ui/mainmenu.h"
#include "ui/preferencesdialog.h"
#include "ui/statusline.h"

#include <QAction>
#include <QMainWindow>

Safeguards::Safeguards(QMainWindow &window, Workspace &workspace, UiState &state, const Clock &clock)
    : QObject(&window)
    , m_window(window)
    , m_workspace(workspace)
    , m_state(state)
    , m_discretion(std::chrono::seconds(state.clipboardSeconds()))
    , m_lock(window, workspace, state, m_discretion, clock)
{
}

void Safeguards::connectTo(MainMenu &menu, StatusLine &status)
{
    connect(menu.preferences, &QAction::triggered, this, &Safeguards::showPreferences);
    connect(menu.lockWindow, &QAction::triggered, &m_lock, &WindowLock::lock);
    connect(menu.cover, &QAction::toggled, &m_discretion, &Discretion::setCovering);
    connect(&m_discretion, &Discretion::coveringChanged, menu.cover, &QAction::setChecked);
    connect(&m_discretion, &Discretion::coveringChanged, &status, &StatusLine::setCovering);
}

bool Safeguards::keepsFromClosing(bool hasUnsavedChanges)
{
    if (!hasUnsavedChanges || !m_lock.isLocked())
        return false;
    m_lock.page().setNote(tr("There are unsaved changes. Unlock the window to decide about them."));
    return true;
}

void Safeguards::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_state, m_workspace.journalHome(), &m_window);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_discretion.setClipboardLife(std::chrono::seconds(m_state.clipboardSeconds()));
        m_lock.takePreferences();
    });
    dialog->open();
}

#include "moc_safeguards.cpp"
