// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTest>

#include <utility>

// A session bus on which nothing runs.
class EmptyBus {
public:
    EmptyBus()
    {
        using namespace Qt::Literals::StringLiterals;
        m_daemon.start(u"dbus-daemon"_s,
            {u"--nofork"_s, u"--print-address"_s,
                u"--config-file="_s + QStringLiteral(SOURCE_DIR "/tests/store/bus-without-services.conf")});
        if (m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~EmptyBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(EmptyBus)

    QString address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

// A Secret Service that answers only what is asked about locks, and leaves every other call without an answer.
class FakeKeychain : public QDBusVirtualObject {
public:
    enum class Person { Unlocks, Dismisses, SeesItCrash };

    FakeKeychain(const QString &address, bool locked, Person person = Person::Unlocks)
        : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("keychain")))
        , m_locked(locked)
        , m_person(person)
    {
        m_bus.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), this, QDBusConnection::SubPath);
        m_bus.registerService(QStringLiteral("org.freedesktop.secrets"));
    }
    ~FakeKeychain() override { leave(); }
    Q_DISABLE_COPY_MOVE(FakeKeychain)

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        using namespace Qt::Literals::StringLiterals;
        const auto prompt = u"/org/freedesktop/secrets/prompt/p1"_s;
        message.setDelayedReply(true);
        if (message.member() == u"Get"_s) {
            bus.send(message.createReply(QVariant::fromValue(QDBusVariant(m_locked))));
        } else if (message.member() == u"Unlock"_s) {
            bus.send(message.createReply(
                {QVariant::fromValue(QList<QDBusObjectPath>()), QVariant::fromValue(QDBusObjectPath(prompt))}));
        } else if (message.member() == u"Prompt"_s && m_person == Person::SeesItCrash) {
            QMetaObject::invokeMethod(
                this, [this] { leave(); }, Qt::QueuedConnection);
        } else if (message.member() == u"Prompt"_s) {
            bus.send(message.createReply());
            m_locked = m_person == Person::Dismisses;
            auto completed = QDBusMessage::createSignal(prompt, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
            completed << m_locked << QVariant::fromValue(QDBusVariant(u""_s));
            bus.send(completed);
        } else if (m_refusing) {
            refuse(message);
        } else {
            m_unanswered.append(message);
        }
        return true;
    }

    qsizetype unanswered() const { return m_unanswered.size(); }
    // From now on it refuses what it would leave unanswered, and what it has left so far; or it is silent again.
    void setRefusing(bool refusing)
    {
        m_refusing = refusing;
        for (const auto &message : std::exchange(m_unanswered, {}))
            refuse(message);
    }

private:
    void refuse(const QDBusMessage &message)
    {
        m_bus.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("Refused")));
    }
    void leave()
    {
        m_bus = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(QStringLiteral("keychain"));
    }

    QDBusConnection m_bus;
    bool m_locked;
    Person m_person;
    bool m_refusing = false;
    QList<QDBusMessage> m_unanswered;
};
