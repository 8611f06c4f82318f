// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "items/httplog.h"

// The entries as an HTTP Archive, version 1.2, UTF-8 JSON. Times are ISO 8601 in UTC. What the log does not know is -1
// where the format has that, else empty; a body that is not all there says so in a `comment`.
QByteArray harOf(const QList<HttpLogEntry> &entries);

// The same, in another thread, into a file that only its owner may read (POSIX mode 0600) and that is there, or
// replaced, only once it is complete. Tells how many entries it has.
Future<qint64> exportHar(const QList<HttpLogEntry> &entries, const QString &path);
