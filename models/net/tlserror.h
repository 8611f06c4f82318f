// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslError>
#include <QUrl>

// What a person compares of a certificate.
struct CertificateFacts {
    QString subject{};
    QString issuer{};
    QDateTime validFrom{}; // UTC
    QDateTime validUntil{};
    QByteArray sha256{}; // of the whole certificate, 32 bytes
    bool operator==(const CertificateFacts &) const = default;
};

// Why there is no secure connection to a server, and what the server showed.
struct TlsFailure {
    QString host{}; // and port
    QStringList reasons{}; // whole sentences, the one that says most first
    QList<CertificateFacts> chain{}; // the server's own certificate first; empty when it showed none
    bool canBePinned = false; // all that is wrong is who vouches for it, for which host and until when
    QString detail{}; // untranslated
};

// True when the library says that the server broke off over our certificate (the alerts of RFC 8446 §6.2). In TLS 1.3
// it does so after the handshake, when a request may have left; that was not carried out.
bool refusesClient(const QString &said);

// `found` is empty when the handshake itself failed; then `said` is the library's word for why.
TlsFailure tlsFailureOf(
    const QUrl &url, const QList<QSslError> &found, const QList<QSslCertificate> &chain, const QString &said);
Error tlsError(const TlsFailure &failure);

// True when the server showed a certificate with one of these SHA-256 digests and nothing is wrong but what a person
// can decide. It must be the very certificate; no other of the same host, issuer or key will do.
bool isExcused(const QList<QSslError> &found, const QSslCertificate &shown, const QList<QByteArray> &pins);
