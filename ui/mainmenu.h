// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uistate.h"

#include <QMenuBar>

class QAction;

// The window's menus. What the actions do is the window's business; theme and language are settled here.
class MainMenu final : public QMenuBar {
    Q_OBJECT

public:
    // What the server that is shown allows right now.
    struct Abilities {
        bool canConnect = false;
        bool canDisconnect = false;
        bool isSignedIn = false;
        bool isLocked = false;
    };

    MainMenu(UiState &state, Theme &theme, QWidget *parent = nullptr);

    void show(const Abilities &abilities);
    void addToView(QAction *action); // above theme and language

    QAction *addServer = nullptr;
    QAction *localServer = nullptr;
    QAction *preferences = nullptr;
    QAction *lockWindow = nullptr;
    QAction *quit = nullptr;
    QAction *connectServer = nullptr;
    QAction *disconnectServer = nullptr;
    QAction *signOut = nullptr;
    QAction *refresh = nullptr;
    QAction *unlock = nullptr;
    QAction *journal = nullptr;
    QAction *maintenance = nullptr; // of all servers
    QAction *cover = nullptr; // secrets
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;

Q_SIGNALS:
    void languageRequested(const QString &language); // "de"; empty: the system's

private:
    void addThemes(QMenu *menu, UiState &state, Theme &theme);
    void addLanguages(QMenu *menu, const QString &present);

    QMenu *m_view = nullptr;
};
