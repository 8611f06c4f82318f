// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::Literals::StringLiterals;

static const QString ecKey = u"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"_s;

bool Certificates::openssl(const QString &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(u"openssl"_s, QProcess::splitCommand(arguments));
    process.waitForFinished();
    const bool isDone = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isDone)
        qWarning("openssl %s: %s", qPrintable(arguments), process.readAllStandardError().constData());
    return isDone;
}

bool Certificates::write(const QString &name, const QByteArray &content) const
{
    QFile target(file(name));
    return target.open(QIODevice::WriteOnly) && target.write(content) == content.size();
}

QByteArray Certificates::read(const QString &name) const
{
    QFile source(file(name));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

bool Certificates::makeSelfSigned(const QString &name, const QString &commonName) const
{
    return openssl(
        u"req -x509 %2 -days 30 -subj /CN=%3 -addext subjectAltName=IP:127.0.0.1 -keyout %1.key -out %1.pem"_s.arg(
            name, ecKey, commonName.isEmpty() ? name : commonName));
}

bool Certificates::makeSigned(
    const QString &name, const QString &issuer, const QString &host, const QString &more) const
{
    return write(name + u".ext"_s, "subjectAltName=" + host.toUtf8() + '\n')
        && openssl(u"req %2 -subj /CN=%1 -keyout %1.key -out %1.csr"_s.arg(name, ecKey))
        && openssl(
            u"x509 -req -in %1.csr -CA %2.pem -CAkey %2.key -CAcreateserial -out %1.pem -extfile %1.ext %3"_s.arg(
                name, issuer, more));
}

QByteArray Certificates::digest(const QString &name) const
{
    return QSslCertificate::fromPath(file(name + u".pem"_s)).value(0).digest(QCryptographicHash::Sha256);
}

QSslConfiguration Certificates::server(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(file(name + u".pem"_s)));
    configuration.setPrivateKey(QSslKey(read(name + u".key"_s), QSsl::Ec));
    return configuration;
}

QSslConfiguration Certificates::client(const QString &authority) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(file(authority + u".pem"_s)));
    return configuration;
}
