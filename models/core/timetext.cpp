// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using std::chrono::seconds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Time)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString pastText(qint64 ago)
{
    if (ago < minute)
        return Texts::tr("just now");
    if (ago < hour)
        return Texts::tr("%n min ago", nullptr, int(ago / minute));
    return Texts::tr("%n h ago", nullptr, int(ago / hour));
}

QString futureText(qint64 ahead)
{
    if (ahead < minute)
        return Texts::tr("in %n s", nullptr, int(ahead));
    if (ahead < hour)
        return Texts::tr("in %n min", nullptr, int(ahead / minute));
    return Texts::tr("in %n h", nullptr, int(ahead / hour));
}

}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 distance = now.secsTo(time);
    if (distance > -day && distance <= 0)
        return pastText(-distance);
    if (distance > 0 && distance < 2 * day)
        return futureText(distance);
    const QDate date = time.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    if (days == -1)
        return Texts::tr("yesterday");
    if (days > 0 && days <= 60)
        return Texts::tr("in %n day(s)", nullptr, int(days));
    return QLocale().toString(date, Texts::tr("d MMM yyyy", "date format"));
}

QString absoluteTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    // Not by QTimeZone's own rules of the zone, which may be others than those the local time was made by.
    const int offset = local.offsetFromUtc();
    const QString zone = offset == 0 ? u"UTC"_s : local.toOffsetFromUtc(offset).timeZoneAbbreviation();
    //: %1 date, %2 time of day, %3 time zone
    return Texts::tr("%1, %2 %3").arg(QLocale().toString(local.date(), Texts::tr("d MMMM yyyy", "date format")),
                                      local.time().toString(u"HH:mm:ss"_s), zone);
}

QString durationText(seconds duration)
{
    qint64 rest = duration.count();
    if (rest <= 0)
        return {};
    QStringList parts;
    const auto take = [&](qint64 unit, const QString &text) {
        if (rest >= unit)
            parts << text.arg(rest / unit);
        rest %= unit;
    };
    take(day, Texts::tr("%1 d", "days"));
    take(hour, Texts::tr("%1 h", "hours"));
    take(minute, Texts::tr("%1 min", "minutes"));
    take(1, Texts::tr("%1 s", "seconds"));
    return parts.join(u' ');
}

std::optional<seconds> parsedDuration(const QString &text)
{
    static const QRegularExpression part(u"\\G\\s*(\\d{1,10})(?!\\d)\\s*([a-z]*)\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qint64 longest = 9'999'999'999 * day; // beyond it, what durationText() writes could not be read again
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return seconds(0);
    qint64 total = 0;
    qsizetype end = 0;
    auto matches = part.globalMatch(trimmed);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString unit = match.captured(2).toLower();
        const qint64 factor = unit.isEmpty() || unit == u"s" || unit.startsWith(u"sec") || unit.startsWith(u"sek") ? 1
            : unit == u"m" || unit.startsWith(u"min")                                                              ? minute
            : unit == u"h" || unit == u"hours" || unit == u"hour" || unit == u"std"                               ? hour
            : unit == u"d" || unit == u"day" || unit == u"days" || unit == u"t"                                    ? day
                                                                                                                   : 0;
        if (factor == 0)
            return std::nullopt;
        total += match.captured(1).toLongLong() * factor;
        if (total > longest)
            return std::nullopt;
        end = match.capturedEnd();
    }
    if (end != trimmed.size())
        return std::nullopt;
    return seconds(total);
}
