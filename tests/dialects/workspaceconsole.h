// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"
#include "tests/dialects/personaconsole.h"
#include "tests/server/browser.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTemporaryDir>

// The console's side of a persona that publishes what it is, with a memory: a workspace whose store is a temporary
// folder, and whose secrets live as long as this does.
class WorkspaceConsole {
public:
    WorkspaceConsole(Fixture &served, const QString &dialectId)
        : persona(served)
        , m_profile{.name = dialectId, .dialect = dialectId, .url = persona.url()}
    {
        restart();
        m_profile.id = value(m_workspace->save(m_profile, {}));
    }

    // As after the program was closed and opened again.
    void restart()
    {
        m_workspace.reset();
        m_store.reset();
        auto store = Store::open(m_folder.filePath(QStringLiteral("latchkey.db")));
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        m_store = std::move(*store);
        m_workspace = std::make_unique<Workspace>(*m_store, m_secrets);
    }

    Future<Server *> opening(const QString &method, const SignInValues &values, const QUrl &url = {})
    {
        Profile profile = profileWith(method, values);
        if (!url.isEmpty())
            profile.url = url;
        return m_workspace->open(profile, values);
    }
    Future<QString> tested(const QString &method, const SignInValues &values)
    {
        return m_workspace->test(profileWith(method, values), values);
    }
    // Null, and a failed test, when it cannot be connected.
    Server *connected(const QString &method, const SignInValues &values) { return value(opening(method, values)); }

    Fixture &persona;

private:
    Profile profileWith(const QString &method, const SignInValues &values) const
    {
        Profile profile = m_profile;
        profile.signInMethod = method;
        for (auto it = values.plain.begin(); it != values.plain.end(); ++it)
            profile.settings[it.key()] = *it;
        return profile;
    }

    QTemporaryDir m_folder;
    SecretStore m_secrets;
    Profile m_profile;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
};

inline Collection &loaded(Server &server, const QString &kind)
{
    Collection *collection = server.collection(kind);
    if (!collection)
        qFatal("no %s", qPrintable(kind));
    const QByteArray outcome = awaited(collection->refresh());
    QTest::qVerify(outcome == "ok", qPrintable(kind), outcome.constData(), __FILE__, __LINE__);
    return *collection;
}

// A person with a browser: opens what the session asks for, signs in on the persona's page and follows where it leads.
class Person {
public:
    Person(Fixture &persona, Session &session, const Parameters &typed)
        : m_browser(persona)
    {
        QObject::connect(&session, &Session::browserRequested, &m_network, [this, typed](const QUrl &url) {
            const Reply page
                = m_browser.open(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded));
            const Reply done = m_browser.submit(page, typed);
            m_network.get(QNetworkRequest(QUrl::fromEncoded(done.headers.value("location"))));
        });
    }

private:
    Browser m_browser;
    QNetworkAccessManager m_network;
};

inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}
