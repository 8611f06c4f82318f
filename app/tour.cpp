// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/picture.h"
#include "ui/mainwindow.h"
#include "ui/serverpage.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLineEdit>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

static constexpr std::chrono::seconds patience{20}; // for one step; the longest waits for a maintenance task

Tour::Tour(MainWindow &window, Theme &theme, const QString &folder)
    : m_window(window)
    , m_theme(theme)
    , m_folder(folder)
    , m_hands(window)
{
    m_timer.setInterval(20);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
}

void Tour::start(const QUrl &server)
{
    if (!QDir().mkpath(m_folder))
        return fail(u"the folder cannot be made"_s);
    m_window.resize(1280, 780);
    addSignIn(server);
    addClients();
    addApiToken();
    addTokens();
    addMaintenance();
    addPictures(false);
    addPictures(true);
    m_timer.start();
    next();
}

void Tour::step(const QString &name, std::function<bool()> act, std::function<bool()> holds)
{
    m_steps << TourStep{name, std::move(act), std::move(holds)};
}

void Tour::addSignIn(const QUrl &server)
{
    step(u"open the dialog for a new server"_s, [this] { return m_hands.click(u"addServer"_s); }, [this] { return m_hands.isShown(u"profileDialog"_s); });
    step(u"describe the server"_s, [this, server] {
        return m_hands.type(u"profile.name"_s, u"Teneo EU"_s) && m_hands.choose(u"profile.environment"_s, u"1"_s)
            && m_hands.choose(u"profile.product"_s, u"teneo"_s) && m_hands.type(u"profile.url"_s, server.toString())
            && m_hands.choose(u"profile.method"_s, u"administrator"_s);
    });
    step(u"say who signs in"_s, [this] { return m_hands.type(u"signIn.userName"_s, u"admin"_s); });
    addPicture(u"add-server"_s);
    step(u"keep the server"_s, [this] { return m_hands.click(u"saveProfile"_s); }, [this] { return m_hands.find(u"welcomeConnect"_s) != nullptr; });
    step(u"connect"_s, [this] { return m_hands.click(u"welcomeConnect"_s); }, [this] { return m_hands.isShown(u"signInDialog"_s); });
    step(u"give the password"_s, [this] {
        return m_hands.uncheck(u"keepSecrets"_s) && m_hands.type(u"signIn.password"_s, u"admin_pass"_s) && m_hands.click(u"confirm"_s);
    }, [this] { return session() && session()->state() == Session::State::SignedIn; });
}

void Tour::addClients()
{
    openTab(u"clients"_s);
    step(u"begin a client"_s, [this] { return m_hands.click(u"newRecord"_s); }, [this] { return m_hands.find(u"field.name"_s) != nullptr; });
    step(u"fill in the client"_s, [this] {
        return m_hands.choose(u"field.type"_s, u"STUDIO"_s) && m_hands.type(u"field.name"_s, u"Studio Tour"_s)
            && m_hands.type(u"field.url"_s, u"https://studio.example.test/tour"_s);
    });
    step(u"create the client"_s, [this] { return m_hands.click(u"saveRecord"_s); }, [this] { return m_hands.isShown(u"shownOnce"_s); });
    addPicture(u"secret-shown-once"_s);
    step(u"put the secret away"_s, [this] { return m_hands.click(u"shownOnceDone"_s); }, [this] { return m_hands.rowOf(u"recordTable"_s, u"Studio Tour"_s) >= 0; });
    step(u"select the client"_s, [this] { return m_hands.selectRow(u"recordTable"_s, u"Studio Tour"_s); }, [this] { return m_hands.find(u"field.description"_s) != nullptr; });
    step(u"edit the client"_s, [this] { return m_hands.type(u"field.description"_s, u"Made by the tour"_s) && m_hands.type(u"field.name"_s, u"Studio Tour 2"_s); });
    addPicture(u"client-edited"_s);
    step(u"save the client"_s, [this] { return m_hands.click(u"saveRecord"_s); }, [this] { return m_hands.rowOf(u"recordTable"_s, u"Studio Tour 2"_s) >= 0; });
    step(u"ask to delete the client"_s, [this] { return m_hands.click(u"deleteRecord"_s); }, [this] { return m_hands.isShown(u"confirmDialog"_s); });
    addPicture(u"confirm-delete"_s);
    step(u"delete the client"_s, [this] { return m_hands.click(u"confirm"_s); }, [this] { return !m_hands.isShown(u"confirmDialog"_s) && m_hands.rowOf(u"recordTable"_s, u"Studio Tour 2"_s) < 0; });
}

void Tour::addApiToken()
{
    openTab(u"apiTokens"_s);
    step(u"begin an API token"_s, [this] { return m_hands.click(u"newRecord"_s); }, [this] { return m_hands.find(u"field.userId"_s) != nullptr; });
    step(u"create the API token"_s, [this] {
        return m_hands.type(u"field.name"_s, u"tour-export"_s) && m_hands.type(u"field.userId"_s, u"u-1000"_s) && m_hands.click(u"saveRecord"_s);
    }, [this] { return m_hands.isShown(u"shownOnce"_s); });
    step(u"take the token's value"_s, [this] {
        const auto *line = m_hands.find<QLineEdit>(u"shownOnceValue"_s);
        m_apiToken = line ? Secret(line->text()) : Secret();
        return !m_apiToken.isEmpty() && m_hands.click(u"shownOnceDone"_s);
    });
    openTab(u"tokenInfo"_s);
    step(u"use the API token"_s, [this] { return m_hands.type(u"otherToken"_s, m_apiToken.reveal()) && m_hands.click(u"inspectToken"_s); },
         [this] { return m_hands.find(u"inspectedToken"_s) && m_hands.find(u"inspectedToken"_s)->findChild<QWidget *>(u"fact.type"_s); });
    openTab(u"apiTokens"_s);
    step(u"select the API token"_s, [this] { return m_hands.selectRow(u"recordTable"_s, u"tour-export"_s); }, [this] { return m_hands.find(u"deleteRecord"_s) != nullptr; });
    step(u"ask to delete the API token"_s, [this] { return m_hands.click(u"deleteRecord"_s); }, [this] { return m_hands.isShown(u"confirmDialog"_s); });
    step(u"delete the API token"_s, [this] { return m_hands.click(u"confirm"_s); }, [this] { return m_hands.rowOf(u"recordTable"_s, u"tour-export"_s) < 0; });
}

void Tour::addTokens()
{
    openTab(u"accessTokens"_s);
    step(u"filter the access tokens"_s, [this] {
        m_rowsBefore = m_hands.rowCount(u"recordTable"_s);
        return m_rowsBefore > 0 && m_hands.type(u"filterLine"_s, u"type:USER expires<7d"_s);
    }, [this] { return m_hands.rowCount(u"recordTable"_s) < m_rowsBefore && m_hands.rowCount(u"recordTable"_s) >= 3; });
    step(u"select three of them"_s, [this] {
        m_rowsBefore = m_hands.rowCount(u"recordTable"_s);
        return m_hands.selectFirstRows(u"recordTable"_s, 3);
    }, [this] { return m_hands.find(u"deleteSelected"_s) != nullptr; });
    addPicture(u"tokens-selected"_s);
    step(u"ask to revoke them"_s, [this] { return m_hands.click(u"deleteSelected"_s); }, [this] { return m_hands.isShown(u"confirmDialog"_s); });
    step(u"revoke them"_s, [this] { return m_hands.click(u"confirm"_s); }, [this] { return m_hands.find(u"batchClose"_s) && m_hands.find(u"batchClose"_s)->isEnabled(); });
    addPicture(u"tokens-revoked"_s);
    step(u"close the results"_s, [this] { return m_hands.click(u"batchClose"_s); }, [this] { return m_hands.rowCount(u"recordTable"_s) == m_rowsBefore - 3; });
    step(u"clear the filter"_s, [this] { return m_hands.type(u"filterLine"_s, {}); });
}

void Tour::addMaintenance()
{
    openTab(u"maintenance"_s);
    step(u"select a client for maintenance"_s, [this] { return m_hands.selectFirstRows(u"maintenanceTable"_s, 1); });
    for (const int task : {0, 1})
        step(u"start maintenance task %1"_s.arg(task + 1), [this, task] {
            return m_hands.click(u"startTask.%1"_s.arg(task));
        }, [this, task] { return taskState(task) == MaintenanceBoard::State::Running; });
    addPicture(u"maintenance-running"_s);
    for (const int task : {0, 1})
        step(u"wait for the end of maintenance task %1"_s.arg(task + 1), [] { return true; }, [this, task] {
            const auto *view = m_hands.find<QAbstractItemView>(u"maintenanceTable"_s);
            const auto result = view ? view->model()->index(view->currentIndex().row(), 2 + 2 * task) : QModelIndex();
            return taskState(task) == MaintenanceBoard::State::Idle && result.data(MaintenanceBoard::SucceededRole).toBool();
        });
}

MaintenanceBoard::State Tour::taskState(int task) const
{
    const auto *view = m_hands.find<QAbstractItemView>(u"maintenanceTable"_s);
    if (!view)
        return MaintenanceBoard::State::Unknown;
    return view->model()->index(view->currentIndex().row(), 1 + 2 * task).data(MaintenanceBoard::StateRole).value<MaintenanceBoard::State>();
}

void Tour::addPictures(bool dark)
{
    step(dark ? u"put on the dark theme"_s : u"put on the light theme"_s, [this, dark] {
        m_theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        return true;
    });
    for (const auto &page : {u"overview"_s, u"clients"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s, u"maintenance"_s, u"tokenInfo"_s}) {
        openTab(page);
        step(u"wait for page %1"_s.arg(page), [this, page] {
            return page == u"overview" || page == u"maintenance" || page == u"tokenInfo" || m_hands.selectFirstRows(u"recordTable"_s, 1);
        });
        addPicture(dark ? page + u"-dark"_s : page);
    }
}

void Tour::openTab(const QString &kind)
{
    step(u"open page %1"_s.arg(kind), [this, kind] { return m_hands.openTab(u"page."_s + kind); }, [this] {
        const auto *page = m_window.currentPage();
        const auto collections = page ? page->server().collections() : QList<Collection *>();
        return page && std::none_of(collections.begin(), collections.end(), [](const Collection *one) { return one->isBusy(); });
    });
}

void Tour::addPicture(const QString &name)
{
    // Two turns of the event loop, so that what the last step set off has been laid out and painted.
    step(u"look at %1"_s.arg(name), [] { return true; }, [] { return true; });
    step(u"take the picture %1"_s.arg(name), [this, name] { return takePicture(name); });
}

bool Tour::takePicture(const QString &name)
{
    return pictureOf(m_window).save(QDir(m_folder).filePath(name + u".png"_s));
}

Session *Tour::session() const
{
    auto *page = m_window.currentPage();
    return page ? &page->server().session() : nullptr;
}

void Tour::next()
{
    ++m_at;
    m_acted = false;
    m_deadline = QDateTime::currentDateTimeUtc().addSecs(patience.count());
    if (m_at == m_steps.size()) {
        m_timer.stop();
        std::printf("The tour is complete: %d steps.\n", int(m_steps.size()));
        Q_EMIT ended(true);
    }
}

void Tour::poll()
{
    const TourStep &current = m_steps[m_at];
    m_acted = m_acted || current.act();
    if (m_acted && (!current.holds || current.holds()))
        return next();
    if (QDateTime::currentDateTimeUtc() > m_deadline)
        fail(m_acted ? u"it had no effect"_s : u"there was nothing to do it with"_s);
}

void Tour::fail(const QString &reason)
{
    m_timer.stop();
    const QString name = m_at >= 0 && m_at < m_steps.size() ? m_steps[m_at].name : u"begin"_s;
    std::fprintf(stderr, "The tour stopped at “%s”: %s.\n", qUtf8Printable(name), qUtf8Printable(reason));
    takePicture(u"stopped-here"_s);
    Q_EMIT ended(false);
}
