// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSslCertificate>
#include <QSslError>

// Why the server's identity could not be verified: the cause in one sentence, everything found and the server's
// certificate chain in the detail. `found` is empty when the handshake itself failed.
Error tlsError(const QList<QSslError> &found, const QList<QSslCertificate> &chain);
