// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QDBusConnection>
#include <QObject>

#include <chrono>

// What the desktop's keychain says about itself: asked over D-Bus, because QtKeychain calls a locked keychain empty.
// Speaks the freedesktop.org Secret Service API (draft 0.2). No call blocks; the constructor connects to the bus.
class SecretService : public QObject {
    Q_OBJECT

public:
    enum class State {
        Available, // its default collection is unlocked, or yet to be made
        Locked,
        Absent, // nobody offers the service on the session bus, or there is no bus
    };

    // `timeout` is how long a silent service is waited for.
    explicit SecretService(std::chrono::milliseconds timeout, QObject *parent = nullptr);

    // Error: Keychain, when the service is there but does not answer.
    Future<State> state();
    // Asks the person for the password, however long that takes. Error: Keychain, also when the person declines.
    Future<> unlock();

private:
    QDBusPendingCall call(const QDBusMessage &message) const;
    void noteOwner(const QString &owner);

    std::chrono::milliseconds m_timeout;
    QDBusConnection m_bus;
    QString m_owner; // unique bus name of the program that answered last
};
