// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainmenu.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

static QAction *addTo(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut = {})
{
    auto *action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

MainMenu::MainMenu(UiState &state, Theme &theme, QWidget *parent)
    : QMenuBar(parent)
{
    auto *file = addMenu(tr("&File"));
    addServer = addTo(file, u"menu.addServer"_s, tr("&Add Server…"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    localServer = addTo(file, u"menu.localServer"_s, tr("Try the &Local Server"));
    file->addSeparator();
    preferences = addTo(file, u"menu.preferences"_s, tr("&Preferences…"), QKeySequence::Preferences);
    preferences->setMenuRole(QAction::PreferencesRole);
    lockWindow = addTo(file, u"menu.lockWindow"_s, tr("Loc&k Window"), Qt::CTRL | Qt::ALT | Qt::Key_L);
    file->addSeparator();
    quit = addTo(file, u"menu.quit"_s, tr("&Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);

    auto *server = addMenu(tr("&Server"));
    connectServer = addTo(server, u"menu.connect"_s, tr("&Connect"), Qt::CTRL | Qt::Key_Return);
    disconnectServer = addTo(server, u"menu.disconnect"_s, tr("&Disconnect"));
    signOut = addTo(server, u"signOut"_s, tr("Sign &Out"));
    server->addSeparator();
    refresh = addTo(server, u"menu.refresh"_s, tr("&Refresh"), QKeySequence::Refresh);
    unlock = addTo(server, u"menu.unlock"_s, tr("&Unlock for Changes"), Qt::CTRL | Qt::SHIFT | Qt::Key_L);

    m_view = addMenu(tr("&View"));
    journal = addTo(m_view, u"menu.journal"_s, tr("&Journal of All Servers"), Qt::CTRL | Qt::Key_J);
    maintenance = addTo(m_view, u"menu.maintenance"_s, tr("&Maintenance of All Servers"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    cover = addTo(m_view, u"menu.cover"_s, tr("&Cover Secrets"), Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    cover->setCheckable(true);
    m_view->addSeparator();
    addThemes(m_view->addMenu(tr("&Theme")), state, theme);
    addLanguages(m_view->addMenu(tr("&Language")), state.language());

    auto *help = addMenu(tr("&Help"));
    shortcuts = addTo(help, u"menu.shortcuts"_s, tr("&Keyboard Shortcuts"), Qt::CTRL | Qt::Key_Question);
    about = addTo(help, u"menu.about"_s, tr("&About Latchkey"));
    about->setMenuRole(QAction::AboutRole);
    show(Abilities{});
}

void MainMenu::addThemes(QMenu *menu, UiState &state, Theme &theme)
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &name, const QString &text, Theme::Mode mode) {
        auto *action = addTo(menu, name, text);
        action->setCheckable(true);
        action->setChecked(theme.mode() == mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [&state, &theme, mode] {
            state.setThemeMode(mode);
            theme.setMode(mode);
        });
    };
    add(u"theme.system"_s, tr("&System"), Theme::Mode::System);
    add(u"theme.light"_s, tr("&Light"), Theme::Mode::Light);
    add(u"theme.dark"_s, tr("&Dark"), Theme::Mode::Dark);
}

// Languages are called what their speakers call them, whatever the program speaks now.
void MainMenu::addLanguages(QMenu *menu, const QString &present)
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QString &language) {
        auto *action = addTo(menu, u"language."_s + language, text);
        action->setCheckable(true);
        action->setChecked(language == present);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { Q_EMIT languageRequested(language); });
    };
    add(tr("&System"), {});
    add(u"English"_s, u"en"_s);
    add(u"Deutsch"_s, u"de"_s);
}

void MainMenu::addToView(QAction *action)
{
    m_view->insertAction(m_view->actions().first(), action);
}

void MainMenu::show(const Abilities &abilities)
{
    connectServer->setEnabled(abilities.canConnect);
    disconnectServer->setEnabled(abilities.canDisconnect);
    signOut->setEnabled(abilities.isSignedIn);
    refresh->setEnabled(abilities.isSignedIn);
    unlock->setEnabled(abilities.canDisconnect);
    unlock->setText(abilities.isLocked ? tr("&Unlock for Changes") : tr("&Lock"));
}

#include "moc_mainmenu.cpp"
