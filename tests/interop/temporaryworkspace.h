// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"
#include "store/secretstore.h"
#include "tests/dialects/personaconsole.h"

#include <QTemporaryDir>

// The console without its window: a workspace with a store of its own, and secrets that live in memory, since it finds
// no keychain.
class TemporaryWorkspace {
public:
    TemporaryWorkspace()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        open();
    }

    Workspace *operator->() { return m_workspace.get(); }
    SecretStore &secrets() { return m_secrets; }
    void restart() // as the program, on the same store
    {
        m_workspace.reset();
        m_store.reset();
        open();
    }

    // Keeps the profile with these secrets and connects; null when that fails.
    Server *connected(Profile profile, const QHash<QString, Secret> &secrets = {})
    {
        profile.name = profile.dialect + profile.signInMethod;
        return connected(value(m_workspace->save(profile, secrets)));
    }
    Server *connected(const QString &profileId)
    {
        const Profile profile = *m_workspace->profile(profileId);
        const auto server = m_workspace->open(profile, value(m_workspace->signInValues(profile)));
        return awaited(server) == "ok" ? *server.result() : nullptr;
    }

private:
    void open()
    {
        auto store = Store::open(m_folder.filePath(QStringLiteral("latchkey.db")));
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        m_store = std::move(*store);
        m_workspace = std::make_unique<Workspace>(*m_store, m_secrets);
    }

    QTemporaryDir m_folder;
    SecretStore m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
};
