// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"

#include "dialects/members.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

void fuzz::times(const QByteArray &input)
{
    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    const QString text = QString::fromUtf8(input);
    if (const auto duration = parsedDuration(text)) {
        hold(duration->count() >= 0, "a duration is never negative");
        hold(parsedDuration(durationText(*duration)) == duration, "a written duration is read as what it was");
    }
    const QDateTime time = isoTimeIn(text);
    hold(time.isValid() || absoluteTime(time).isEmpty(), "no time is no text");
    hold(time.isValid() || relativeTime(time, now).isEmpty(), "no time is no distance");
    if (!time.isValid())
        return;
    hold(!absoluteTime(time).isEmpty() && !relativeTime(time, now).isEmpty(), "a time has a text");
    const QString written = time.toString(Qt::ISODateWithMs);
    const int year = time.date().year();
    hold(year < 1 || year > 9999 || isoTimeIn(written) == time, "a written time is read as what it was");
}
