// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// Removes the values of members and parameters that hold secrets (RFC 6749 names and the servers' own) from a JSON,
// form or header text; what is not understood is kept only up to `limit` bytes and without long opaque words.
QString redacted(const QByteArray &text, qsizetype limit = 4096);
