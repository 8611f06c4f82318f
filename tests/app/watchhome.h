// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"
#include "store/profiles.h"
#include "tests/app/ownhome.h"
#include "tests/testprogram.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

#include <fcntl.h>

// The program as it is started without a window, in a home of its own. Each wait ends with nothing when it is in vain.
class WatchHome : public OwnHome {
public:
    static constexpr int patience = 60'000; // ms; far beyond what a loaded machine needs

    struct Ended {
        int status = -1; // -1: it crashed or did not end
        QByteArray errors{};
        QList<QJsonObject> events{};

        QJsonObject event(const QString &name) const
        {
            for (const QJsonObject &one : events)
                if (one[QLatin1StringView("event")].toString() == name)
                    return one;
            return {};
        }
    };

    explicit WatchHome(OwnHome::Bus bus = OwnHome::Bus::None)
        : OwnHome(bus)
    {
        for (const auto &name : {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                 QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("LATCHKEY_SECRET")})
            environment.remove(name);
    }

    ~WatchHome() { abort(); }
    WatchHome(const WatchHome &) = delete;
    WatchHome &operator=(const WatchHome &) = delete;

    QString dataFolder() const { return path(QStringLiteral("home/data/Latchkey")); }
    void give(const QByteArray &secret)
    {
        environment.insert(QStringLiteral("LATCHKEY_SECRET"), QString::fromUtf8(secret));
    }
    std::unique_ptr<Store> store() const
    {
        return std::move(*Store::open(dataFolder() + QStringLiteral("/latchkey.db")));
    }
    static Profile administrator(const QUrl &url)
    {
        Profile profile{.name = QStringLiteral("Night Watch"),
            .dialect = QStringLiteral("teneo"),
            .url = url,
            .signInMethod = QStringLiteral("administrator")};
        setPlainValues(profile, {{QStringLiteral("userName"), QStringLiteral("admin")}});
        return profile;
    }
    Profile keep(const Profile &profile) const { return Profiles(*store()).insert(profile).value_or(Profile()); }

    Ended run(const QStringList &arguments)
    {
        start(arguments);
        return end();
    }
    void start(const QStringList &arguments)
    {
        m_process = std::make_unique<QProcess>();
        m_events.clear();
        m_process->setProcessEnvironment(environment);
        // Else it would hold the port of a server that lives in this process.
        m_process->setChildProcessModifier([] {
            for (int file = 3; file < 1024; ++file)
                ::fcntl(file, F_SETFD, FD_CLOEXEC);
        });
        m_process->start(latchkeyProgram(), arguments);
        m_process->waitForStarted(patience);
    }
    qint64 processId() const { return m_process->processId(); }
    // The next such event. Others before it are kept for end().
    QJsonObject await(const QString &event)
    {
        const QDeadlineTimer deadline(patience);
        while (!deadline.hasExpired()) {
            while (!m_process->canReadLine())
                if (!m_process->waitForReadyRead(patience))
                    return {};
            const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
            m_events << line;
            if (line[QLatin1StringView("event")].toString() == event)
                return line;
        }
        return {};
    }
    const QList<QJsonObject> &events() const { return m_events; } // read so far
    void abort()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished(patience);
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process->processId()), number); }
    Ended end() // waits for it
    {
        const bool hasEnded = m_process->state() == QProcess::NotRunning || m_process->waitForFinished(patience);
        const auto lines = m_process->readAllStandardOutput().split('\n');
        for (const QByteArray &line : lines)
            if (!line.isEmpty())
                m_events << QJsonDocument::fromJson(line).object();
        const bool isNormal = hasEnded && m_process->exitStatus() == QProcess::NormalExit;
        return {.status = isNormal ? m_process->exitCode() : -1,
            .errors = m_process->readAllStandardError(),
            .events = m_events};
    }

    // Files that hold it, however it is encoded.
    QStringList filesWith(const QByteArray &text) const
    {
        const QString wide = QString::fromUtf8(text);
        const QByteArray utf16(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
        QStringList files;
        const QStringList all = filesBelow({});
        for (const QString &name : all) {
            QFile file(name);
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const QByteArray &form : {text, utf16, text.toBase64(), text.toHex()})
                if (content.contains(form))
                    files << file.fileName();
        }
        return files;
    }

private:
    std::unique_ptr<QProcess> m_process;
    QList<QJsonObject> m_events;
};
