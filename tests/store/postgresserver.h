// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QProcess>
#include <QTemporaryDir>

// A PostgreSQL of the Debian package, on loopback and in a folder that goes away with it. "postgres" may do everything,
// "console" owns the databases that are made, "guest" owns nothing; all have the same password. It ends with the test
// that started it, even when that crashes.
class PostgresServer {
public:
    PostgresServer() = default;
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    static QString notInstalled(); // why there cannot be one; empty: there can
    bool make(); // its files; once
    bool start(const QStringList &settings = {}); // "ssl=off"
    void stop();
    void kill(); // all its processes, as a power cut would
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    // A new and empty one; answers its name.
    QString addDatabase();
    // Runs statements as postgres; false: an error.
    bool run(const QString &database, const QString &sql);
    QString address(const QString &database, const QString &user = QStringLiteral("console")) const;
    static Secret password();
    QString certificate() const; // a file: of the server, signed by itself
    QString otherCertificate() const; // likewise, and not the server's
    QString log() const; // a file, what it wrote
    QString trouble() const { return m_trouble; }

private:
    bool tool(const QString &program, const QStringList &arguments);
    bool writeCertificate(const QString &name);
    bool isReady() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    int m_databases = 0;
    QString m_trouble;
};
