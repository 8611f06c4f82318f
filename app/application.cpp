// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/tour/tour.h"
#include "ui/messagestrip.h"
#include "ui/serverpage.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

// The name of the profile that stands for our own local server; its address changes with every start.
static const QString localServerSetting = u"localServer"_s;

Application::Application(QApplication &application, const CommandLine &line)
    : m_line(line)
{
    QApplication::setDesktopFileName(u"io.github.latchkey.Latchkey"_s);
    QApplication::setWindowIcon(QIcon(u":/latchkey/latchkey.svg"_s));
    if (line.task == CommandLine::Task::Tour)
        m_scratch.emplace();
    const QString folder = m_scratch ? m_scratch->path() : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    m_settings = std::make_unique<QSettings>(folder + u"/window.ini"_s, QSettings::IniFormat);
    m_state = std::make_unique<UiState>(*m_settings);
    m_languages.use(m_line.language.isEmpty() ? m_state->language() : m_line.language);
    m_theme = std::make_unique<Theme>(application, m_state->themeMode());
}

Application::~Application() = default;

Result<> Application::openStore()
{
    const QString folder = m_scratch ? m_scratch->path() : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    auto store = Store::open(folder + u"/latchkey.db"_s);
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    m_secrets = std::make_unique<SecretStore>();
    m_workspace = std::make_unique<Workspace>(*m_store, *m_secrets);
    return {};
}

// Whoever starts the console from a menu does not see what it writes to a terminal.
int Application::giveUp(const Error &why)
{
    std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(why.message));
    if (m_line.task == CommandLine::Task::Console && QGuiApplication::platformName() != "offscreen"_L1) {
        QMessageBox box(QMessageBox::Critical, tr("Latchkey cannot start"), why.message, QMessageBox::Close);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(why.detail);
        box.exec();
    }
    return 1;
}

// Whether another console has the data, and was told to come to the front.
Result<bool> Application::isServedByAnother()
{
    m_single = std::make_unique<SingleConsole>(QFileInfo(m_store->path()).absolutePath());
    const Result<bool> isFirst = m_single->claim();
    if (!isFirst)
        return tl::unexpected(isFirst.error());
    if (*isFirst) {
        connect(m_single.get(), &SingleConsole::called, this, &Application::comeToFront);
        return false;
    }
    return m_single->callFirst(m_line.profile).map([] { return true; });
}

void Application::comeToFront(const QString &profile)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    QApplication::alert(m_window.get());
    if (!profile.isEmpty())
        connectToProfile(profile);
}

int Application::run()
{
    if (const Result<> opened = openStore(); !opened)
        return giveUp(opened.error());
    if (const Result<bool> served = isServedByAnother(); !served || *served)
        return served ? 0 : giveUp(served.error());
    showWindow();
    if (m_line.task == CommandLine::Task::Tour)
        return takeTour();
    if (m_line.demo)
        openLocalServer();
    else if (!m_line.profile.isEmpty())
        connectToProfile(m_line.profile);
    return QApplication::exec();
}

void Application::showWindow()
{
    m_window = std::make_unique<MainWindow>(*m_workspace, *m_state, *m_theme, [](const QUrl &url) { return QDesktopServices::openUrl(url); });
    m_window->setLocalServerOffered(true);
    connect(m_window.get(), &MainWindow::localServerRequested, this, &Application::openLocalServer);
    // Later: the window that asks is about to be replaced.
    connect(m_window.get(), &MainWindow::languageChanged, this, &Application::changeLanguage, Qt::QueuedConnection);
    m_window->show();
}

void Application::changeLanguage(const QString &language)
{
    const auto *page = m_window->currentPage();
    const QString profileId = page ? page->server().profile().id : QString();
    m_languages.use(language);
    // The connections live in the workspace and stay; only what shows them is made anew.
    m_window.reset();
    showWindow();
    if (!profileId.isEmpty())
        m_window->showProfile(profileId);
}

void Application::openLocalServer()
{
    if (m_localServer)
        m_localServer->deleteLater();
    m_localServer = new LocalServerProcess(this);
    onResult(m_localServer, m_localServer->start({u"teneo"_s}), [this](const Result<LocalServerProcess::Ready> &ready) {
        if (ready)
            connectToLocalServer(*ready);
        else
            m_window->strip().showError(ready.error());
    });
}

void Application::connectToLocalServer(const LocalServerProcess::Ready &ready)
{
    Profile profile{
        .name = tr("Local Server"),
        .dialect = u"teneo"_s,
        .environment = Environment::Development,
        .signInMethod = u"administrator"_s,
        .settings = {{u"userName"_s, u"admin"_s}, {localServerSetting, true}},
    };
    const auto &known = m_workspace->profiles();
    const auto found = std::find_if(known.begin(), known.end(), [](const Profile &one) { return one.settings[localServerSetting].toBool(); });
    if (found != known.end())
        profile = *found;
    profile.url = ready.url;
    onResult(this, m_workspace->save(profile, {}), [this, profile](const Result<QString> &id) mutable {
        if (!id)
            return m_window->strip().showError(id.error());
        profile.id = *id;
        m_workspace->setPublished(*id, {{u"password"_s, Secret(u"admin_pass"_s)}});
        // Its password is published in the manual: nothing the keychain would have to keep.
        const auto opened = m_workspace->open(profile, {.plain = {{u"userName"_s, u"admin"_s}}, .secrets = {{u"password"_s, Secret(u"admin_pass"_s)}}});
        onResult(this, opened, [this, id = *id](const Result<Server *> &server) {
            if (!server)
                return m_window->strip().showError(server.error());
            m_window->showProfile(id);
            (void)(*server)->session().signIn();
        });
    });
}

void Application::connectToProfile(const QString &name)
{
    for (const auto &profile : m_workspace->profiles())
        if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
            return m_window->connectProfile(profile.id);
    m_window->strip().showError({.kind = Error::Kind::NotFound, .message = tr("There is no server called “%1”.").arg(name)});
}

int Application::takeTour()
{
    Tour tour(*m_window, *m_theme, m_line.tourFolder);
    int status = 1;
    m_localServer = new LocalServerProcess(this);
    onResult(m_localServer, m_localServer->start(server::personaNames()), [&](const Result<LocalServerProcess::Ready> &ready) {
        if (ready)
            return tour.start(ready->url);
        std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(ready.error().message));
        QApplication::exit(1);
    });
    connect(&tour, &Tour::ended, this, [&](bool complete) {
        status = complete ? 0 : 1;
        QApplication::quit();
    });
    QApplication::exec();
    return status;
}

#include "moc_application.cpp"
