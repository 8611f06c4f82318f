// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/discretion.h"
#include "ui/environmentbar.h"
#include "ui/windowlock.h"

class MainMenu;
class StatusLine;

// What keeps the window from telling or doing too much: secrets that can be covered, the lock, the bars on dialogs;
// with the menus and preferences that belong to them.
class Safeguards final : public QObject {
    Q_OBJECT

public:
    Safeguards(QMainWindow &window, Workspace &workspace, UiState &state, const Clock &clock);

    void connectTo(MainMenu &menu, StatusLine &status);
    Discretion &discretion() { return m_discretion; }
    WindowLock &lock() { return m_lock; }
    bool keepsFromClosing(bool hasUnsavedChanges); // what is unsaved cannot be asked about behind the lock

private:
    void showPreferences();

    QMainWindow &m_window;
    Workspace &m_workspace;
    UiState &m_state;
    Discretion m_discretion;
    EnvironmentBars m_bars;
    WindowLock m_lock;
};
