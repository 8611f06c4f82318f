// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QDBusConnection>
#include <QObject>

// One password question of the keychain, from showing it until the person is done with it; then it deletes itself.
// Speaks org.freedesktop.Secret.Prompt.
class UnlockPrompt : public QObject {
    Q_OBJECT

public:
    // `owner` is the unique bus name of the keychain, `path` the prompt it answered with.
    UnlockPrompt(const QDBusConnection &bus, const QString &owner, const QString &path, QObject *parent);

    // Error: Keychain, when the person declined or the keychain went away.
    Future<> future() const { return m_promise.future(); }

private Q_SLOTS:
    void settle(bool dismissed);

private:
    QDBusConnection m_bus;
    QPromise<Result<>> m_promise;
};
