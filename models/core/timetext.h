// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

// Times as people read them, translated. `time` and `now` may be in any zone; invalid times give an empty text.

QString relativeTime(const QDateTime &time, const QDateTime &now); // "3 min ago", "in 52 min", "yesterday", "12 Nov 2026"
QString absoluteTime(const QDateTime &time);                       // "2 March 2026, 08:15:30 UTC+01:00", local zone
QString durationText(std::chrono::seconds duration);               // "1 h 30 min"; "" for 0
// Reads what durationText() writes, and "90 min", "1h", "3600", "3600 s", "2 d"; none when it is not a duration.
std::optional<std::chrono::seconds> parsedDuration(const QString &text);
