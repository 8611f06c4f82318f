// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

// A real Glewlwyd of the Debian package, fresh and on loopback, that ends with this object; and curl, a client that
// shares nothing with ours, to look at the server behind the product's back.
class GlewlwydServer {
public:
    struct Answer {
        int status = 0; // 0: curl got no HTTP answer
        QByteArray body{};

        QJsonObject object() const;
        QJsonArray array() const;
    };

    GlewlwydServer() = default;
    ~GlewlwydServer();
    Q_DISABLE_COPY_MOVE(GlewlwydServer)

    // Why tests against it must be skipped on this machine; empty: it can run.
    static QString notInstalled();
    // Blocks until it answers; false: reason() says why not.
    bool start();
    QString reason() const { return m_reason; }

    QUrl url() const { return m_url; }
    QString version() const { return m_version; }
    static QString userName();
    static QString password();

    // One curl process, with a cookie jar of its own that is signed in as administrator on first use.
    Answer curl(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    // Status of a sign-in by curl that keeps no cookie: whether these are somebody's words.
    int signInStatus(const QString &userName, const QString &password);
    // The same POST for every body by one curl process; how many were answered with 200.
    int postAll(const QString &path, const QList<QJsonObject> &bodies);
    // Ends every session behind the back of those who hold one, curl's included.
    bool forgetSessions();

private:
    Answer run(const QStringList &arguments, const QByteArray &input) const;
    QByteArray runProgram(const QString &program, const QStringList &arguments, const QByteArray &input) const;
    void signIn();
    QString jar() const { return m_folder.filePath(QStringLiteral("jar")); }

    QProcess m_process;
    QTemporaryDir m_folder;
    QUrl m_url;
    QString m_version;
    QString m_database;
    QString m_reason;
    bool m_signedIn = false;
};
