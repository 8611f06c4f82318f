// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretservice.h"

#include "store/unlockprompt.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLibrary>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto serviceName = u"org.freedesktop.secrets"_s;
const auto defaultCollection = u"/org/freedesktop/secrets/aliases/default"_s;
const auto noPrompt = u"/"_s;

bool meansAbsent(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return true;
    default:
        return error.name() == u"org.freedesktop.DBus.Error.NameHasNoOwner"_s
            || error.name().startsWith(u"org.freedesktop.DBus.Error.Spawn."_s);
    }
}

bool meansNoDefaultCollection(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
        return true;
    default:
        return error.name() == u"org.freedesktop.Secret.Error.NoSuchObject"_s;
    }
}

tl::unexpected<Error> noAnswer(const QDBusError &error)
{
    return failure(Error::Kind::Keychain, SecretService::tr("The keychain did not answer."), error.message());
}

}

SecretService::SecretService(std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_timeout(timeout)
    , m_bus(QDBusConnection::sessionBus())
{
}

QDBusPendingCall SecretService::call(const QDBusMessage &message) const
{
    if (!m_bus.isConnected()) // a watcher of a call on such a connection never hears anything
        return QDBusPendingCall::fromError({QDBusError::Disconnected, u"No session bus"_s});
    return m_bus.asyncCall(message, static_cast<int>(m_timeout.count()));
}

// QtKeychain's libsecret keeps one session for ever. After the keychain was restarted (KeePassXC often is), every later
// request would fail with "The session does not exist".
void SecretService::noteOwner(const QString &owner)
{
    if (!owner.startsWith(u':')) // the bus itself speaks for a service that is not there
        return;
    if (!m_owner.isEmpty() && owner != m_owner)
        if (auto *const forgetSession = QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect"))
            forgetSession();
    m_owner = owner;
}

Future<SecretService::State> SecretService::state()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    auto ask = QDBusMessage::createMethodCall(
        serviceName, defaultCollection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;

    auto promise = std::make_shared<QPromise<Result<State>>>();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(call(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, promise] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> locked = *watcher;
        noteOwner(locked.reply().service());
        if (!locked.isError())
            promise->addResult(locked.value().variant().toBool() ? State::Locked : State::Available);
        else if (meansAbsent(locked.error()))
            promise->addResult(State::Absent);
        else if (meansNoDefaultCollection(locked.error()))
            promise->addResult(State::Available);
        else
            promise->addResult(noAnswer(locked.error()));
        promise->finish();
    });
    return promise->future();
#else
    return ready<State>(State::Available); // elsewhere the system's own keychain asks the person by itself
#endif
}

Future<> SecretService::unlock()
{
    auto ask = QDBusMessage::createMethodCall(
        serviceName, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s);
    ask << QVariant::fromValue(QList{QDBusObjectPath(defaultCollection)});

    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto settle = [promise](const Result<> &result) {
        promise->addResult(result);
        promise->finish();
    };
    auto *watcher = new QDBusPendingCallWatcher(call(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, settle] {
        watcher->deleteLater();
        const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = *watcher;
        if (reply.isError() && meansAbsent(reply.error()))
            settle(failure(Error::Kind::Keychain, tr("There is no keychain to unlock.")));
        else if (reply.isError())
            settle(noAnswer(reply.error()));
        else if (const auto path = reply.argumentAt<1>().path(); path != noPrompt)
            onResult(this, (new UnlockPrompt(m_bus, reply.reply().service(), path, this))->future(), settle);
        else
            settle({});
    });
    return promise->future();
}

#include "moc_secretservice.cpp"
