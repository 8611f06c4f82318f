// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintfindings.h"

#include <QByteArray>

// What was found, for other programs: words of the same language everywhere but in `title`, times in UTC. See
// ExportFormat for how cells and members are written; nothing secret is in it.
QByteArray csvLintReport(const QList<const Finding *> &findings); // RFC 4180
QByteArray jsonLintReport(const QList<const Finding *> &findings, const QString &server, const QDateTime &judgedAt);
