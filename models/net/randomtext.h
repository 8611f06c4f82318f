// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// `bytes` from the system's secure random source, as base64url without padding (RFC 4648 §5): what a URL takes as it
// is.
QByteArray randomText(int bytes);
