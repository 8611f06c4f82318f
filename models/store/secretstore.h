// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "core/secret.h"
#include "store/secretservice.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

// The home of secrets: the system keychain, or memory for this run when the desktop has none.
// Keys are "<profile id>/<secret name>"; values are text without NUL. Every error is of kind Keychain and leaves open
// whether the secret is there, except NotFound. Needs an event loop that serves GLib, as Qt's does on Linux.
class SecretStore : public QObject {
    Q_OBJECT

public:
    using State = SecretService::State;

    // `service` is the name the entries go by in the keychain; `timeout` is how long each step is waited for.
    explicit SecretStore(const QString &service = QStringLiteral("Latchkey"),
        std::chrono::milliseconds timeout = std::chrono::seconds(10), QObject *parent = nullptr);

    // Error: NotFound, only when an unlocked keychain has no such entry or there is no keychain.
    Future<Secret> read(const QString &key);
    // While the keychain is Absent the secret is kept in memory, and lost at the end of the run: state() tells.
    Future<> write(const QString &key, const Secret &secret);
    // Success means that reading back found nothing; removing what was not there is success.
    Future<> remove(const QString &key);

    Future<State> state();
    // Lets the keychain ask the person for its password. Nothing else here does.
    Future<> unlock();

private:
    using Found = std::optional<Secret>;
    template <typename T>
    using Outcome = std::function<Result<T>(QKeychain::Job *)>;

    Future<Found> find(const QString &key);
    Future<Found> readEntry(const QString &key);
    Future<> removeEntry(const QString &key);
    template <typename T>
    Future<T> run(QKeychain::Job *job, const QString &key, const Outcome<T> &outcome);

    QString m_service;
    std::chrono::milliseconds m_timeout;
    SecretService m_keychain;
    QHash<QString, Secret> m_thisRun; // written while there was no keychain
    bool m_wasThere = false;
};
