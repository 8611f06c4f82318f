// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

// Certificates and keys as files, made anew each time by the openssl program, so that no key lies in the tree. A
// certificate "x" is x.pem with x.key; false: it could not be made.
class Certificates {
public:
    QString file(const QString &name) const { return m_dir.filePath(name); }
    bool openssl(const QString &arguments) const; // in the folder of the files
    bool write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;

    bool makeSelfSigned(const QString &name, const QString &commonName = {}) const; // for 127.0.0.1
    // Signed by `issuer`. `host`: a subjectAltName; `more`: arguments of "openssl x509".
    bool makeSigned(const QString &name, const QString &issuer, const QString &host = QStringLiteral("IP:127.0.0.1"),
        const QString &more = QStringLiteral("-days 30")) const;

    QByteArray digest(const QString &name) const; // SHA-256 of the certificate
    QSslConfiguration server(const QString &name) const; // one that shows it
    QSslConfiguration client(const QString &authority) const; // one that trusts only this

private:
    QTemporaryDir m_dir;
};
