// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"
#include "ui/browsersignindialog.h"
#include "ui/uistate.h"

#include <QMainWindow>
#include <QPointer>

class ConnectFlow;
class HttpLogDock;
class MainMenu;
class MaintenanceLookout;
class MessageStrip;
class ProfileActions;
class ProfileSidebar;
class QSplitter;
class QStackedWidget;
class Safeguards;
class ServerPage;
class StatusLine;
class WelcomePage;

// The window: profiles at the left, the chosen one's server in the middle, menus and the status line around them.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // Opens the addresses of browser sign-ins with `openUrl`. Shows servers that are open already.
    MainWindow(Workspace &workspace, UiState &state, Theme &theme, OpenUrl openUrl, Clock clock = systemClock);
    ~MainWindow() override;

    void setLocalServerOffered(bool offered);
    void connectProfile(const QString &profileId); // signs in, asking for what is not kept
    void showProfile(const QString &profileId);
    ServerPage *currentPage() const; // null: the welcome page is shown
    MessageStrip &strip() { return *m_strip; }
    Safeguards &safeguards() { return *m_safeguards; }
    MaintenanceLookout &lookout() { return *m_lookout; }

Q_SIGNALS:
    void localServerRequested();
    void languageChanged(const QString &language); // "de"; empty: the system's. The window has to be made anew.

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *buildCentre();
    void connectMenu();
    void connectSidebar();
    void startFlow(const QString &profileId, const QString &refusal, bool quietly = false);
    void resumeAll();
    void addPage(Server *server);
    void removePage(Server *server);
    void disconnectProfile(const QString &profileId);
    void signOut();
    void toggleLock();
    void showJournal();
    void connectLookout();
    void takeEdited(const Profile &before);
    void changeLanguage(const QString &language);
    void whenAllSafe(std::function<void()> proceed);
    void update();

    Workspace &m_workspace;
    UiState &m_state;
    OpenUrl m_openUrl;
    Clock m_clock;
    ProfileActions *m_profiles;
    MainMenu *m_menu;
    ProfileSidebar *m_sidebar;
    MessageStrip *m_strip;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    StatusLine *m_status;
    HttpLogDock *m_log;
    QSplitter *m_splitter;
    Safeguards *m_safeguards;
    MaintenanceLookout *m_lookout;
    QHash<QString, ServerPage *> m_pages; // by profile
    QHash<QString, QPointer<ConnectFlow>> m_flows;
    bool m_leaving = false;
};
