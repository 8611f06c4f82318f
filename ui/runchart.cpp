// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runchart.h"

#include "items/maintenancetext.h"
#include "items/runtracker.h"

#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

RunChart::RunChart(QWidget *parent)
    : QChartView(parent)
    , m_times(new QDateTimeAxis(chart()))
    , m_durations(new QValueAxis(chart()))
{
    setObjectName(u"runChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::HorizontalRubberBand);
    setAccessibleName(tr("Durations of the runs"));
    setMinimumSize(260, 140);
    chart()->legend()->hide();
    chart()->setMargins(QMargins(6, 6, 10, 2));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    m_times->setTickCount(5);
    m_durations->setTickCount(4);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_durations, Qt::AlignLeft);
    applyPalette();
}

void RunChart::setRuns(const QList<MaintenanceRun> &runs, const RunStatistics &statistics)
{
    m_runs = runs;
    m_statistics = statistics;
    m_current = -1;
    draw();
}

static double secondsOf(const MaintenanceRun &run)
{
    const auto took = durationOf(run);
    return took ? double(took->count()) / 1000 : 0;
}

QPointF RunChart::pointOf(int run) const
{
    return {double(m_runs.at(run).startedAt.toMSecsSinceEpoch()), secondsOf(m_runs.at(run)) / m_unit};
}

void RunChart::draw()
{
    chart()->removeAllSeries();
    std::fill(std::begin(m_points), std::end(m_points), nullptr);
    m_mark = nullptr;
    m_times->setVisible(!m_runs.isEmpty());
    m_durations->setVisible(!m_runs.isEmpty());
    if (m_runs.isEmpty())
        return;
    scaleAxes();
    addMedian();
    addPoints();
    applyPalette();
}

void RunChart::scaleAxes()
{
    constexpr double minute = 60;
    constexpr double hour = 3600;
    double longest = 1;
    for (const MaintenanceRun &run : std::as_const(m_runs))
        longest = std::max(longest, secondsOf(run));
    m_unit = longest > 3 * hour ? hour : longest > 3 * minute ? minute : 1;
    m_durations->setRange(0, 1.08 * longest / m_unit);
    //: the axis of a chart with durations
    const QString unit = m_unit == hour ? tr("hours") : m_unit == minute ? tr("minutes") : tr("seconds");
    m_durations->setTitleText(unit);
    m_durations->setLabelFormat(longest / m_unit < 10 ? u"%.1f"_s : u"%.0f"_s);
    showAll();
}

void RunChart::addMedian()
{
    if (!m_statistics.median)
        return;
    auto *median = new QLineSeries(chart());
    const double height = double(m_statistics.median->count()) / 1000 / m_unit;
    median->append(pointOf(0).x(), height);
    median->append(pointOf(int(m_runs.size()) - 1).x(), height);
    chart()->addSeries(median);
    median->attachAxis(m_times);
    median->attachAxis(m_durations);
}

void RunChart::addPoints()
{
    const auto add = [this] {
        auto *series = new QScatterSeries(chart());
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_durations);
        return series;
    };
    for (auto &series : m_points) {
        series = add();
        connect(series, &QScatterSeries::hovered, this, [this](const QPointF &point, bool isOver) {
            if (isOver)
                QToolTip::showText(QCursor::pos(), textOf(runAt(point)), this);
        });
        connect(series, &QScatterSeries::clicked, this, [this](const QPointF &point) {
            setCurrent(runAt(point));
            Q_EMIT currentChanged(m_current);
        });
    }
    for (int i = 0; i < m_runs.size(); ++i) {
        const auto outcome = m_runs[i].outcome;
        const Kind kind = outcome == MaintenanceRun::Outcome::Failed ? Bad
            : outcome == MaintenanceRun::Outcome::Unknown            ? Lost
            : m_statistics.outliers.contains(i)                      ? Outlier
                                                                     : Good;
        if (outcome != MaintenanceRun::Outcome::Running)
            m_points[kind]->append(pointOf(i));
    }
    m_mark = add();
}

void RunChart::applyPalette()
{
    const QPalette &colors = palette();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    chart()->setBackgroundBrush(colors.color(QPalette::Base));
    setBackgroundBrush(colors.color(QPalette::Base));
    const QColor muted = colors.color(QPalette::PlaceholderText);
    QColor line = muted;
    line.setAlpha(60);
    for (auto *axis : chart()->axes()) {
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setLabelsBrush(muted);
        axis->setTitleBrush(muted);
        axis->setGridLineColor(line);
        axis->setLinePenColor(line);
    }
    if (!m_mark)
        return;
    const bool isDark = colors.color(QPalette::Base).lightness() < 128;
    const QColor shades[kinds]{colors.color(QPalette::Highlight), isDark ? QColor(0xf0b050) : QColor(0xb06000),
        isDark ? QColor(0xff7b72) : QColor(0xc62828), muted};
    constexpr qreal sizes[kinds]{7, 9, 10, 9};
    constexpr QScatterSeries::MarkerShape shapes[kinds]{QScatterSeries::MarkerShapeCircle,
        QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapeRotatedRectangle,
        QScatterSeries::MarkerShapeRectangle};
    for (int kind = 0; kind < kinds; ++kind) {
        m_points[kind]->setColor(shades[kind]);
        m_points[kind]->setBorderColor(colors.color(QPalette::Base));
        m_points[kind]->setMarkerSize(sizes[kind]);
        m_points[kind]->setMarkerShape(shapes[kind]);
    }
    m_mark->setColor(Qt::transparent);
    m_mark->setPen(QPen(colors.color(QPalette::Text), 2));
    m_mark->setMarkerSize(14);
    for (auto *series : chart()->series())
        if (auto *median = qobject_cast<QLineSeries *>(series);
            median && series->type() == QAbstractSeries::SeriesTypeLine)
            median->setPen(QPen(muted, 1, Qt::DashLine));
}

void RunChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

int RunChart::runAt(const QPointF &point) const
{
    int nearest = -1;
    for (int i = 0; i < m_runs.size(); ++i) {
        const auto distance = [&](int run) {
            const QPointF off = pointOf(run) - point;
            return std::abs(off.x()) + std::abs(off.y());
        };
        if (m_runs[i].outcome != MaintenanceRun::Outcome::Running && (nearest < 0 || distance(i) < distance(nearest)))
            nearest = i;
    }
    return nearest;
}

QString RunChart::textOf(int run) const
{
    return run < 0 ? QString() : outcomeWord(m_runs.at(run).outcome) + u'\n' + runDetail(m_runs.at(run));
}

void RunChart::setCurrent(int run)
{
    run = run < m_runs.size() ? run : -1;
    m_current = run;
    setAccessibleDescription(textOf(run));
    if (!m_mark)
        return;
    m_mark->clear();
    if (run >= 0)
        m_mark->append(pointOf(run));
}

#include "moc_runchart.cpp"
