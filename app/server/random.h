// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace server {

// Out of the system's secure random numbers.
QByteArray randomBytes(int count);

// A version 4 UUID (RFC 9562): an id, or a secret nobody can guess.
QString newUuid();

// As many random bytes in base64url without padding, four characters for three: a secret short enough for a URL.
QString newSecret(int bytes);

// SHA-256 of the UTF-8 text: all that is stored of a secret a product never tells again.
QByteArray digest(const QString &secret);

}
