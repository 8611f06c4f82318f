// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancetext.h"
#include "items/runstatistics.h"
#include "items/runtracker.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

struct FiguresTexts {
    Q_DECLARE_TR_FUNCTIONS(RunStatistics)
};

}

static QString trendText(int trend)
{
    constexpr int noteworthy = 10; // percent
    if (trend >= noteworthy)
        return FiguresTexts::tr("getting slower: the later half took %L1 % longer").arg(trend);
    if (trend <= -noteworthy)
        return FiguresTexts::tr("getting faster: the later half took %L1 % less").arg(-trend);
    return {};
}

QString figuresText(const RunStatistics &statistics, const QList<MaintenanceRun> &runs)
{
    QStringList parts{FiguresTexts::tr("%Ln run(s)", nullptr, statistics.runs)};
    if (statistics.failed > 0)
        parts << FiguresTexts::tr("%Ln failed", nullptr, statistics.failed);
    if (statistics.unknown > 0)
        parts << FiguresTexts::tr("%Ln of unknown outcome", nullptr, statistics.unknown);
    if (statistics.median)
        //: %1 a duration, in the middle of all
        parts << FiguresTexts::tr("usually %1").arg(runDurationText(statistics.median));
    if (statistics.slowest >= 0) {
        const MaintenanceRun &slowest = runs.at(statistics.slowest);
        const QDate day = slowest.startedAt.toLocalTime().date();
        //: %1 a duration, %2 a day
        parts << FiguresTexts::tr("slowest %1 (%2)")
                     .arg(runDurationText(durationOf(slowest)), QLocale().toString(day, QLocale::ShortFormat));
    }
    if (!statistics.outliers.isEmpty())
        parts << FiguresTexts::tr("%Ln unusually long", nullptr, int(statistics.outliers.size()));
    if (const QString trend = trendText(statistics.trend.value_or(0)); !trend.isEmpty())
        parts << trend;
    return parts.join(u" · "_s);
}
