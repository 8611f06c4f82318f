// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

// A home for a program that a test starts: nothing of the caller's is read or touched, and nothing is left behind.
class OwnHome {
public:
    enum class Bus { None, Caller }; // whose session bus the program finds

    explicit OwnHome(Bus bus = Bus::None)
        : environment(QProcessEnvironment::systemEnvironment())
    {
        for (const auto &name : {QStringLiteral("home"), QStringLiteral("tmp"), QStringLiteral("run")})
            QDir(m_folder.path()).mkdir(name);
        QFile::setPermissions(path(QStringLiteral("run")), QFile::Permissions(0x7700));
        const std::pair<QString, QString> folders[] = {{QStringLiteral("HOME"), QStringLiteral("home")},
            {QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("home/config")},
            {QStringLiteral("XDG_DATA_HOME"), QStringLiteral("home/data")},
            {QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("home/cache")},
            {QStringLiteral("XDG_STATE_HOME"), QStringLiteral("home/state")},
            {QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("run")},
            {QStringLiteral("TMPDIR"), QStringLiteral("tmp")}};
        for (const auto &[name, folder] : folders)
            environment.insert(name, path(folder));
        if (bus == Bus::None)
            environment.insert(
                QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("C"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }

    bool isValid() const { return m_folder.isValid(); }
    QString path(const QString &name = {}) const { return m_folder.filePath(name); }
    QStringList filesBelow(const QString &name) const
    {
        QStringList files;
        for (QDirIterator all(path(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); all.hasNext();)
            files << all.next();
        return files;
    }

    QProcessEnvironment environment;

private:
    QTemporaryDir m_folder;
};
