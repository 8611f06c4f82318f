// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/languages.h"
#include "app/localserverprocess.h"
#include "app/singleconsole.h"
#include "items/workspace.h"
#include "store/secretstore.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/uistate.h"

#include <QSettings>
#include <QTemporaryDir>

#include <optional>

class QApplication;

// The console put together: builds everything, passes it down, and is the only class that knows all of it.
class Application final : public QObject {
    Q_OBJECT

public:
    Application(QApplication &application, const CommandLine &line);
    ~Application() override;

    int run(); // until the window is closed; answers the exit status

private:
    Result<> openStore();
    int giveUp(const Error &why); // answers the exit status
    Result<bool> isServedByAnother();
    void comeToFront(const QString &profile);
    void showWindow();
    void changeLanguage(const QString &language);
    void openLocalServer();
    void connectToLocalServer(const LocalServerProcess::Ready &ready);
    void connectToProfile(const QString &name);
    int takeTour();

    CommandLine m_line;
    std::optional<QTemporaryDir> m_scratch; // the tour leaves nothing of itself
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Theme> m_theme;
    Languages m_languages;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SingleConsole> m_single;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    LocalServerProcess *m_localServer = nullptr;
};
