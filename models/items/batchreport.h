// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"

#include <QUrl>

// What a report says beside its items.
struct ReportHead {
    QString server{}; // the profile's name
    QUrl address{};
    QString what{}; // "Access Tokens", translated
    QString operation{}; // "revoke"
    QString who{}; // as the server calls us
    QDateTime created{}; // UTC
};

// A batch and its results for whoever asks later. UTF-8, times ISO 8601 in UTC, nothing secret.
// CSV (RFC 4180) repeats the head in every row; a cell that a spreadsheet would take for a formula begins with an
// apostrophe.
QByteArray csvReport(const Batch &batch, const ReportHead &head);
QByteArray jsonReport(const Batch &batch, const ReportHead &head);
