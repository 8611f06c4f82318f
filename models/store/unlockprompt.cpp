// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/unlockprompt.h"

#include "store/secretservice.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

using namespace Qt::Literals::StringLiterals;

UnlockPrompt::UnlockPrompt(const QDBusConnection &bus, const QString &owner, const QString &path, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_promise.start();
    const auto interface = u"org.freedesktop.Secret.Prompt"_s;
    m_bus.connect(owner, path, interface, u"Completed"_s, this, SLOT(settle(bool)));
    auto *watcher = new QDBusServiceWatcher(owner, m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { settle(true); });

    auto show = QDBusMessage::createMethodCall(owner, path, interface, u"Prompt"_s);
    show << QString(); // no parent window: its id is not portable
    auto *shown = new QDBusPendingCallWatcher(m_bus.asyncCall(show), this);
    connect(shown, &QDBusPendingCallWatcher::finished, this, [this, shown] {
        if (shown->isError())
            settle(true);
    });
}

void UnlockPrompt::settle(bool dismissed)
{
    if (m_promise.future().isFinished())
        return;
    if (dismissed)
        m_promise.addResult(failure(Error::Kind::Keychain, SecretService::tr("The keychain was not unlocked.")));
    else
        m_promise.addResult(Result<>());
    m_promise.finish();
    deleteLater();
}

#include "moc_unlockprompt.cpp"
