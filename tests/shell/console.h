// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"
#include "items/workspace.h"
#include "store/secretstore.h"
#include "tests/server/fixture.h"
#include "ui/mainwindow.h"
#include "ui/serverpage.h"
#include "ui/servertabs.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// No test touches the keychain of whoever runs it: without a bus there is none, and secrets stay in memory.
inline void useNoKeychain()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

// The window over a local server whose clock stands at the present until it is told to move.
class Console {
public:
    explicit Console(server::Options options = {.demo = true})
    {
        time.advance(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch() - time.now().toMSecsSinceEpoch()));
        options.clock = time.clock();
        server = std::make_unique<server::LocalServer>(options);
        url = server->start().value_or(QUrl());
        store = Store::open(folder.filePath(u"data/latchkey.db"_s)).value();
        workspace = std::make_unique<Workspace>(*store, secrets);
        makeWindow();
    }

    void makeWindow(const Clock &clock = systemClock)
    {
        window.reset();
        window = std::make_unique<MainWindow>(
            *workspace, state, theme,
            [this](const QUrl &page) {
                opened << page;
                return true;
            },
            clock);
        window->show();
    }

    // Adds an administrator's profile; answers its id. Without a password none is kept.
    QString add(const QString &name, Environment environment = Environment::Development, const QString &password = u"admin_pass"_s)
    {
        Profile profile{.name = name, .dialect = u"teneo"_s, .url = url, .environment = environment, .signInMethod = u"administrator"_s};
        setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
        return add(profile, password.isEmpty() ? QHash<QString, Secret>() : QHash<QString, Secret>{{u"password"_s, Secret(password)}});
    }
    QString add(const Profile &profile, const QHash<QString, Secret> &given)
    {
        const auto saved = workspace->save(profile, given);
        return QTest::qWaitFor([&] { return saved.isFinished(); }) ? saved.result().value_or(QString()) : QString();
    }
    // Connects and waits for the tabs.
    ServerPage *signIn(const QString &profileId)
    {
        window->connectProfile(profileId);
        (void)QTest::qWaitFor([&] { return tabs() && tabs()->isVisible(); }, 10'000);
        return window->currentPage();
    }

    QTabWidget *tabs() const { return window->currentPage() ? window->currentPage()->findChild<QTabWidget *>(u"tabs"_s) : nullptr; }
    Session &session() const { return window->currentPage()->server().session(); }

    // The open dialog of this name, once there is one.
    QDialog *dialog(const QString &name) const
    {
        QDialog *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (auto *dialog : window->findChildren<QDialog *>(name))
                found = dialog->isVisible() ? dialog : found;
            return found != nullptr;
        });
        return found;
    }
    bool hasDialog(const QString &name) const
    {
        const auto dialogs = window->findChildren<QDialog *>(name);
        return std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog *dialog) { return dialog->isVisible(); });
    }

    Reply send(const QByteArray &method, const QByteArray &path, const QByteArray &bearer, const QByteArray &type = {}, const QByteArray &body = {})
    {
        Wire wire(quint16(url.port()));
        wire.send(method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) + "\r\nConnection: close\r\nAuthorization: Bearer " + bearer
            + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return wire.receive();
    }
    // Tells the local server how to behave; true when it will.
    bool control(const QByteArray &path, const QJsonObject &wish)
    {
        const QByteArray token = server->controlToken().revealUtf8();
        return send("POST", "/_control/" + path, token, "application/json", QJsonDocument(wish).toJson()).status == 204;
    }
    void clearFaults() { send("DELETE", "/_control/faults", server->controlToken().revealUtf8()); }

    HeldClock time;
    std::unique_ptr<server::LocalServer> server;
    QUrl url;
    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    SecretStore secrets{u"LatchkeyTest"_s};
    std::unique_ptr<Workspace> workspace;
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    UiState state{settings};
    Theme theme{*qApp, Theme::Mode::Light};
    QList<QUrl> opened;
    std::unique_ptr<MainWindow> window;
};

template <typename Widget = QWidget>
Widget *named(QObject *parent, const QString &name)
{
    return parent ? parent->findChild<Widget *>(name) : nullptr;
}

// What a tab shows; null until it was shown for the first time.
template <typename Page>
Page *pageIn(QObject *parent, const QString &tab)
{
    return named<Page>(named(parent, tab), {});
}

inline bool click(QObject *parent, const QString &name)
{
    auto *button = named<QAbstractButton>(parent, name);
    if (!button || !button->isEnabled() || button->isHidden())
        return false;
    button->click();
    return true;
}

inline bool type(QObject *parent, const QString &name, const QString &text)
{
    auto *line = named<QLineEdit>(parent, name);
    if (!line || line->isHidden())
        return false;
    line->clear();
    QTest::keyClicks(line, text);
    return true;
}

inline bool trigger(QObject *parent, const QString &name)
{
    auto *action = named<QAction>(parent, name);
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}
