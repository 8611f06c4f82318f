// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlserror.h"

#include "net/redaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct TlsTexts {
    Q_DECLARE_TR_FUNCTIONS(TlsError)
};

}

static QString sentence(QSslError::SslError cause)
{
    switch (cause) {
    case QSslError::CertificateExpired:
        return TlsTexts::tr("The server's certificate has expired.");
    case QSslError::CertificateNotYetValid:
        return TlsTexts::tr("The server's certificate is not valid yet.");
    case QSslError::HostNameMismatch:
        return TlsTexts::tr("The server's certificate belongs to another host.");
    case QSslError::SelfSignedCertificate:
        return TlsTexts::tr("The server's certificate is self-signed.");
    case QSslError::CertificateRevoked:
        return TlsTexts::tr("The server's certificate was revoked.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsTexts::tr("The server's certificate was issued by an authority that is not trusted here.");
    default:
        return TlsTexts::tr("The server's certificate is not acceptable.");
    }
}

// The number of the alert (RFC 8446 §6) that ended the connection, out of what the library says; 0: none.
static int tlsAlertIn(const QString &said)
{
    // OpenSSL's code: the library that speaks, which is 20, above 23 bits of reason, which from 1000 on is an alert.
    static const QRegularExpression pattern(u"\\berror:([0-9A-Fa-f]{8}):"_s);
    const uint code = pattern.match(said).captured(1).toUInt(nullptr, 16);
    const uint reason = code & 0x7fffff;
    return code >> 23 == 20 && reason >= 1000 && reason < 1256 ? static_cast<int>(reason - 1000) : 0;
}

static bool isAboutClient(int alert)
{
    // bad, unsupported, revoked, expired and unknown certificate, unknown authority, access denied, certificate
    // required
    return (alert >= 42 && alert <= 49 && alert != 47) || alert == 116;
}

static QString alertSentence(int alert)
{
    constexpr int protocolVersion = 70, certificateRequired = 116;
    if (alert == protocolVersion)
        return TlsTexts::tr("The server speaks no version of TLS that is still secure.");
    if (alert == certificateRequired)
        return TlsTexts::tr("The server wants a client certificate, and this profile has none.");
    return isAboutClient(alert) ? TlsTexts::tr("The server does not accept the client certificate of this profile.")
                                : TlsTexts::tr("No secure connection to the server could be made.");
}

// A wrong host or date says more than "untrusted", which OpenSSL reports beside it.
static bool saysMuch(const QSslError &error)
{
    using enum QSslError::SslError;
    return error.error() == CertificateExpired || error.error() == CertificateNotYetValid
        || error.error() == HostNameMismatch || error.error() == SelfSignedCertificate
        || error.error() == CertificateRevoked;
}

// What a person can overlook who knows the certificate. A broken signature, a revocation or a weak key is not of this
// kind.
static bool canBeOverlooked(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
    case QSslError::HostNameMismatch:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return true;
    default:
        return false;
    }
}

static QString oneLine(const QStringList &words)
{
    return words.join(u", "_s).simplified();
}

static CertificateFacts factsOf(const QSslCertificate &certificate)
{
    const auto name = [](const QString &display, const QStringList &organization) {
        return display.isEmpty() ? oneLine(organization) : display.simplified();
    };
    return {
        .subject = name(certificate.subjectDisplayName(), certificate.subjectInfo(QSslCertificate::Organization)),
        .issuer = name(certificate.issuerDisplayName(), certificate.issuerInfo(QSslCertificate::Organization)),
        .validFrom = certificate.effectiveDate().toUTC(),
        .validUntil = certificate.expiryDate().toUTC(),
        .sha256 = certificate.digest(QCryptographicHash::Sha256),
    };
}

static QString lineOf(const CertificateFacts &certificate)
{
    return u"%1 | issued by %2 | %3 … %4 | SHA-256 %5"_s.arg(certificate.subject, certificate.issuer,
        certificate.validFrom.toString(Qt::ISODate), certificate.validUntil.toString(Qt::ISODate),
        QString::fromLatin1(certificate.sha256.toHex(':')));
}

bool refusesClient(const QString &said)
{
    return isAboutClient(tlsAlertIn(said));
}

TlsFailure tlsFailureOf(
    const QUrl &url, const QList<QSslError> &found, const QList<QSslCertificate> &chain, const QString &said)
{
    TlsFailure failure{.host = url.authority()};
    QStringList lines;
    for (const QSslError &error : found) {
        const QString reason = sentence(error.error());
        lines += error.errorString();
        if (!failure.reasons.contains(reason))
            saysMuch(error) ? failure.reasons.prepend(reason) : failure.reasons.append(reason);
    }
    if (found.isEmpty()) {
        failure.reasons += alertSentence(tlsAlertIn(said));
        lines += redacted(said.toUtf8(), 300);
    }
    for (const QSslCertificate &certificate : chain) {
        failure.chain += factsOf(certificate);
        lines += lineOf(failure.chain.last());
    }
    failure.canBePinned
        = !found.isEmpty() && !chain.isEmpty() && std::all_of(found.begin(), found.end(), canBeOverlooked);
    failure.detail = lines.join(u'\n');
    return failure;
}

Error tlsError(const TlsFailure &failure)
{
    return {.kind = Error::Kind::Tls, .message = failure.reasons.first(), .detail = failure.detail};
}

bool isExcused(const QList<QSslError> &found, const QSslCertificate &shown, const QList<QByteArray> &pins)
{
    return !shown.isNull() && pins.contains(shown.digest(QCryptographicHash::Sha256))
        && std::all_of(found.begin(), found.end(), canBeOverlooked);
}
