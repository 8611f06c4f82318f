// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/foreigntext.h"
#include "items/journallist.h"
#include "items/profilesettings.h"
#include "items/profiletree.h"
#include "ui/aboutdialog.h"
#include "ui/connectflow.h"
#include "ui/journaldialog.h"
#include "ui/httplogdock.h"
#include "ui/mainmenu.h"
#include "ui/maintenancelookout.h"
#include "ui/messagestrip.h"
#include "ui/profileactions.h"
#include "ui/profilesidebar.h"
#include "ui/safeguards.h"
#include "ui/serverpage.h"
#include "ui/servertabs.h"
#include "ui/shortcutsdialog.h"
#include "ui/statusline.h"
#include "ui/welcomepage.h"

#include <QAction>
#include <QCloseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static constexpr QSize firstSize{1280, 780}; // device-independent pixels
static constexpr int sidebarWidth = 230;

MainWindow::MainWindow(Workspace &workspace, UiState &state, Theme &theme, OpenUrl openUrl, Clock clock)
    : m_workspace(workspace)
    , m_state(state)
    , m_openUrl(std::move(openUrl))
    , m_clock(std::move(clock))
    , m_profiles(new ProfileActions(workspace, this))
    , m_menu(new MainMenu(state, theme, this))
    , m_sidebar(new ProfileSidebar(workspace, this))
    , m_strip(new MessageStrip(this))
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_status(new StatusLine(this, m_clock))
    , m_log(new HttpLogDock(workspace.httpLog(), state, this))
    , m_splitter(new QSplitter(this))
    , m_safeguards(new Safeguards(*this, workspace, state, m_clock))
    , m_lookout(new MaintenanceLookout(*this, workspace, state, m_clock))
{
    m_strip->setObjectName(u"windowStrip"_s);
    setMenuBar(m_menu);
    setStatusBar(m_status);
    setCentralWidget(buildCentre());
    addDockWidget(Qt::BottomDockWidgetArea, m_log);
    m_log->hide();
    m_menu->addToView(m_log->toggleViewAction());
    resize(firstSize);
    restoreState(state.windowState());
    restoreGeometry(state.windowGeometry());
    connectMenu();
    connectSidebar();
    m_safeguards->connectTo(*m_menu, *m_status);
    connectLookout();
    connect(&m_safeguards->lock(), &WindowLock::unlocked, this, &MainWindow::resumeAll);
    connect(&workspace, &Workspace::opened, this, &MainWindow::addPage);
    connect(&workspace, &Workspace::closing, this, &MainWindow::removePage);
    connect(&workspace, &Workspace::serverChanged, this, &MainWindow::update);
    connect(&workspace, &Workspace::profilesChanged, this, &MainWindow::update);
    for (const Profile &profile : workspace.profiles())
        if (Server *server = workspace.server(profile.id))
            addPage(server);
    if (workspace.storeError())
        m_strip->showError(*workspace.storeError());
    setLocalServerOffered(false);
    update();
}

MainWindow::~MainWindow()
{
    m_state.setWindowGeometry(saveGeometry());
    m_state.setWindowState(saveState());
}

QWidget *MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_strip->setMargins({14, 10, 14, 10});
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_welcome);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(centre);
    m_splitter->setHandleWidth(1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(1, 1);
    const auto sizes = m_state.splitterSizes(u"sidebar"_s);
    m_splitter->setSizes(sizes.isEmpty() ? QList{sidebarWidth, firstSize.width() - sidebarWidth} : sizes);
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_state.setSplitterSizes(u"sidebar"_s, m_splitter->sizes()); });
    return m_splitter;
}

void MainWindow::connectMenu()
{
    const auto current = [this] { return m_sidebar->currentProfile(); };
    connect(m_menu->addServer, &QAction::triggered, this, [this] { m_profiles->edit({}); });
    connect(m_menu->localServer, &QAction::triggered, this, &MainWindow::localServerRequested);
    connect(m_menu->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_menu->connectServer, &QAction::triggered, this, [this, current] { connectProfile(current()); });
    connect(m_menu->disconnectServer, &QAction::triggered, this, [this, current] { disconnectProfile(current()); });
    connect(m_menu->signOut, &QAction::triggered, this, &MainWindow::signOut);
    connect(m_menu->refresh, &QAction::triggered, this, [this] { currentPage()->refresh(); });
    connect(m_menu->unlock, &QAction::triggered, this, &MainWindow::toggleLock);
    connect(m_menu->journal, &QAction::triggered, this, &MainWindow::showJournal);
    connect(m_menu->shortcuts, &QAction::triggered, this, [this] { (new ShortcutsDialog(this))->open(); });
    connect(m_menu->about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
    connect(m_menu, &MainMenu::languageRequested, this, &MainWindow::changeLanguage);
    connect(m_welcome, &WelcomePage::addRequested, this, [this] { m_profiles->edit({}); });
    connect(m_welcome, &WelcomePage::connectRequested, this, [this, current] { connectProfile(current()); });
    connect(m_welcome, &WelcomePage::localServerRequested, this, &MainWindow::localServerRequested);
}

void MainWindow::connectSidebar()
{
    connect(m_sidebar, &ProfileSidebar::currentChanged, this, &MainWindow::update);
    connect(m_sidebar, &ProfileSidebar::addRequested, this, [this] { m_profiles->edit({}); });
    connect(m_sidebar, &ProfileSidebar::connectRequested, this, &MainWindow::connectProfile);
    connect(m_sidebar, &ProfileSidebar::disconnectRequested, this, &MainWindow::disconnectProfile);
    connect(m_sidebar, &ProfileSidebar::editRequested, m_profiles, &ProfileActions::edit);
    connect(m_sidebar, &ProfileSidebar::duplicateRequested, m_profiles, &ProfileActions::duplicate);
    connect(m_sidebar, &ProfileSidebar::removeRequested, m_profiles, &ProfileActions::askToRemove);
    connect(m_profiles, &ProfileActions::added, this, &MainWindow::showProfile);
    connect(m_profiles, &ProfileActions::edited, this, &MainWindow::takeEdited);
    connect(m_profiles, &ProfileActions::failed, m_strip, &MessageStrip::showError);
    connect(m_profiles, &ProfileActions::trusted, this, [this](const QString &id) { startFlow(id, {}); });
}

// What cannot be had without asking waits until the person goes there.
void MainWindow::resumeAll()
{
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page)
        if (page.value()->server().session().isSuspended())
            startFlow(page.key(), {}, true);
}

void MainWindow::setLocalServerOffered(bool offered)
{
    m_welcome->setLocalServerOffered(offered);
    m_menu->localServer->setVisible(offered);
}

ServerPage *MainWindow::currentPage() const
{
    return m_pages.value(m_sidebar->currentProfile());
}

void MainWindow::showProfile(const QString &profileId)
{
    m_sidebar->setCurrentProfile(profileId);
}

void MainWindow::connectProfile(const QString &profileId)
{
    showProfile(profileId);
    if (ServerPage *page = m_pages.value(profileId))
        page->resumeSignIn();
    else
        startFlow(profileId, {});
}

void MainWindow::startFlow(const QString &profileId, const QString &refusal, bool quietly)
{
    const Profile *profile = m_workspace.profile(profileId);
    ConnectFlow *former = m_flows.value(profileId);
    if (!profile || (former && former->isAsking()))
        return;
    delete former;
    m_strip->clear();
    auto *flow = new ConnectFlow(m_workspace, *profile, refusal, this);
    m_flows[profileId] = flow;
    connect(flow, &ConnectFlow::failed, this, [this, profileId](const Error &error) {
        m_strip->showError(error);
        if (error.kind == Error::Kind::Tls)
            m_strip->setAction(tr("Show Certificate"), [this, profileId] { m_profiles->showCertificate(profileId); });
    });
    connect(flow, &ConnectFlow::opened, this, [this, quietly](Server *server) {
        if (!quietly || !signsInInBrowser(server->profile()))
            m_pages.value(server->profile().id)->signIn();
    });
    const Server *live = m_workspace.server(profileId);
    if (live && live->session().isSuspended())
        flow->resume(quietly);
    else
        flow->start();
}

void MainWindow::addPage(Server *server)
{
    const QString id = server->profile().id;
    auto *page = new ServerPage(*server, m_state, m_openUrl, m_clock, m_stack);
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    connect(page, &ServerPage::whoChanged, this, &MainWindow::update);
    connect(page, &ServerPage::lockChanged, this, &MainWindow::update);
    connect(page, &ServerPage::certificateRequested, this, [this, id] { m_profiles->showCertificate(id); });
    connect(
        page, &ServerPage::credentialsRequested, this, [this, id](const QString &reason) { startFlow(id, reason); });
    update();
}

void MainWindow::removePage(Server *server)
{
    delete m_pages.take(server->profile().id);
    update();
}

void MainWindow::disconnectProfile(const QString &profileId)
{
    ServerPage *page = m_pages.value(profileId);
    if (!page)
        return;
    // Later, because the page that asks what to do with unsaved changes is among those that go.
    page->whenSafe([this, profileId] {
        QMetaObject::invokeMethod(
            this, [this, profileId] { m_workspace.close(profileId); }, Qt::QueuedConnection);
    });
}

void MainWindow::signOut()
{
    ServerPage *page = currentPage();
    if (!page)
        return;
    page->whenSafe([this, page, id = m_sidebar->currentProfile()] {
        onResult(page, page->server().session().signOut(), [this, id](const Result<> &result) {
            if (!result)
                m_strip->showError(result.error());
            QMetaObject::invokeMethod(
                this, [this, id] { m_workspace.close(id); }, Qt::QueuedConnection);
        });
    });
}

void MainWindow::toggleLock()
{
    ServerPage *page = currentPage();
    if (page)
        page->isLocked() ? page->askToUnlock() : page->lock();
}

void MainWindow::connectLookout()
{
    m_lookout->connectTo(*m_menu);
    const auto show = [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    };
    connect(m_lookout, &MaintenanceLookout::windowRequested, this, show);
    connect(m_lookout, &MaintenanceLookout::runRequested, this,
        [this](const QString &profileId, const MaintenanceRun &run) {
            ServerPage *page = m_pages.value(profileId);
            if (!page || m_safeguards->lock().isLocked())
                return;
            showProfile(profileId);
            page->tabs().showRun(run);
        });
}

void MainWindow::showJournal()
{
    if (auto *shown = findChild<JournalDialog *>())
        return shown->raise();
    const auto pageOf = [this](const JournalEntry &entry) { return m_pages.value(entry.profile); };
    const auto undoOf = [pageOf](const JournalEntry &entry) {
        const ServerPage *page = pageOf(entry);
        return page ? page->undoOf(entry) : std::nullopt;
    };
    auto *dialog = new JournalDialog(new JournalList(m_workspace.journal()), m_state, undoOf, m_clock, this);
    connect(&dialog->page(), &JournalPage::undoRequested, this, [this, pageOf](const JournalEntry &entry) {
        if (ServerPage *page = pageOf(entry)) {
            showProfile(entry.profile);
            activateWindow();
            page->undo(entry);
        }
    });
    connect(&dialog->page(), &JournalPage::checkRequested, this, [pageOf](const JournalEntry &entry) {
        if (ServerPage *page = pageOf(entry))
            page->check(entry);
    });
    dialog->show();
}

void MainWindow::takeEdited(const Profile &before)
{
    const Profile *now = m_workspace.profile(before.id);
    ServerPage *page = m_pages.value(before.id);
    if (!now || !page)
        return;
    page->takeProfile();
    if (!speaksOtherwise(before, *now))
        return;
    m_strip->showInfo(tr("%1 is still connected with its former settings.").arg(now->name));
    m_strip->setAction(tr("Reconnect"), [this, id = before.id] {
        m_strip->clear();
        if (ServerPage *old = m_pages.value(id))
            old->whenSafe([this, id] { startFlow(id, {}); });
    });
}

void MainWindow::changeLanguage(const QString &language)
{
    whenAllSafe([this, language] {
        m_state.setLanguage(language);
        // Later, because this window is about to be made anew and must not go while one of its menus is at work.
        QMetaObject::invokeMethod(
            this, [this, language] { Q_EMIT languageChanged(language); }, Qt::QueuedConnection);
    });
}

void MainWindow::whenAllSafe(std::function<void()> proceed)
{
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page)
        if (page.value()->hasUnsavedChanges()) {
            showProfile(page.key());
            return page.value()->whenSafe([this, proceed = std::move(proceed)] { whenAllSafe(proceed); });
        }
    proceed();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isSafe = std::none_of(
        m_pages.begin(), m_pages.end(), [](const ServerPage *page) { return page->hasUnsavedChanges(); });
    if (m_leaving || isSafe)
        return event->accept();
    event->ignore();
    if (m_safeguards->keepsFromClosing(!isSafe))
        return;
    whenAllSafe([this] {
        m_leaving = true;
        QMetaObject::invokeMethod(this, &MainWindow::close, Qt::QueuedConnection);
    });
}

// Shows the chosen profile everywhere: page, title, menus, status line.
void MainWindow::update()
{
    const Profile *profile = m_workspace.profile(m_sidebar->currentProfile());
    ServerPage *page = currentPage();
    m_welcome->setProfile(profile ? profile->name : QString());
    m_stack->setCurrentWidget(page ? static_cast<QWidget *>(page) : m_welcome);
    //: %1 server, %2 environment
    setWindowTitle(
        profile ? tr("%1 (%2) – Latchkey").arg(oneLine(profile->name), environmentName(profile->environment)) : tr("Latchkey"));
    const auto state = page ? page->server().session().state() : Session::State::SignedOut;
    m_menu->show({.canConnect = profile && state == Session::State::SignedOut,
        .canDisconnect = page != nullptr,
        .isSignedIn = state == Session::State::SignedIn,
        .isLocked = page && page->isLocked()});
    m_status->setServer(page ? &page->server() : nullptr);
    m_status->setWho(page ? page->who() : QString());
    m_log->setProfile(m_sidebar->currentProfile());
}

#include "moc_mainwindow.cpp"
