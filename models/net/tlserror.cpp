// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlserror.h"

#include <QCoreApplication>
#include <QMetaEnum>

using namespace Qt::Literals::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("TlsError", text);
}

static QString sentence(QSslError::SslError cause)
{
    switch (cause) {
    case QSslError::CertificateExpired:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate has expired."));
    case QSslError::CertificateNotYetValid:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate is not valid yet."));
    case QSslError::HostNameMismatch:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate belongs to another host."));
    case QSslError::SelfSignedCertificate:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate is self-signed."));
    case QSslError::CertificateRevoked:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate was revoked."));
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return translated(QT_TRANSLATE_NOOP(
            "TlsError", "The server's certificate was issued by an authority that is not trusted here."));
    default:
        return translated(QT_TRANSLATE_NOOP("TlsError", "The server's certificate is not acceptable."));
    }
}

Error tlsError(const QList<QSslError> &found, const QList<QSslCertificate> &chain)
{
    if (found.isEmpty())
        return {
            .kind = Error::Kind::Tls,
            .message = translated(QT_TRANSLATE_NOOP("TlsError", "No secure connection to the server could be made.")),
        };

    // A wrong host or date says more than "untrusted", which OpenSSL reports beside it.
    QSslError::SslError cause = found.first().error();
    QStringList lines;
    for (const QSslError &error : found) {
        using enum QSslError::SslError;
        if (error.error() == CertificateExpired || error.error() == HostNameMismatch
            || error.error() == SelfSignedCertificate)
            cause = error.error();
        lines += error.errorString();
    }
    for (const QSslCertificate &certificate : chain)
        lines += u"%1 | issued by %2 | %3 … %4"_s.arg(certificate.subjectDisplayName(), certificate.issuerDisplayName(),
            certificate.effectiveDate().toUTC().toString(Qt::ISODate),
            certificate.expiryDate().toUTC().toString(Qt::ISODate));
    return {.kind = Error::Kind::Tls, .message = sentence(cause), .detail = lines.join(u'\n')};
}
