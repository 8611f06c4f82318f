// SPDX-License-Identifier: GPL-3.0-or-later
// How one moves about in the chart of runs.
#include "ui/runchart.h"

#include <QDateTimeAxis>
#include <QKeyEvent>
#include <QLocale>
#include <QScatterSeries>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr qint64 millisecondsOfDay = 86'400'000;

void RunChart::showAll()
{
    const qint64 first = m_runs.first().startedAt.toMSecsSinceEpoch();
    const qint64 last = m_runs.last().startedAt.toMSecsSinceEpoch();
    const qint64 margin = std::max<qint64>((last - first) / 40, 1'800'000);
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(first - margin), QDateTime::fromMSecsSinceEpoch(last + margin));
    m_times->setFormat(last - first > 2 * millisecondsOfDay ? QLocale().dateFormat(QLocale::ShortFormat) : u"HH:mm"_s);
}

bool RunChart::isZoomed() const
{
    if (m_runs.isEmpty())
        return false;
    return m_times->min() > m_runs.first().startedAt || m_times->max() < m_runs.last().startedAt;
}

// `factor` of the time that is shown now; what is at `center` (milliseconds since 1970) stays where it is.
void RunChart::zoomTo(double factor, double center)
{
    constexpr double least = 60'000;
    if (m_runs.isEmpty())
        return;
    const double before = double(m_times->min().toMSecsSinceEpoch());
    const double after = double(m_times->max().toMSecsSinceEpoch());
    if ((after - before) * factor < least)
        return;
    const double first = center - (center - before) * factor;
    const double last = center + (after - center) * factor;
    if (first <= double(m_runs.first().startedAt.toMSecsSinceEpoch())
        && last >= double(m_runs.last().startedAt.toMSecsSinceEpoch()))
        return showAll();
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(qint64(first)), QDateTime::fromMSecsSinceEpoch(qint64(last)));
    m_times->setFormat(
        last - first > 2.0 * millisecondsOfDay ? QLocale().dateFormat(QLocale::ShortFormat) : u"ddd HH:mm"_s);
}

void RunChart::wheelEvent(QWheelEvent *event)
{
    if (m_runs.isEmpty() || event->angleDelta().y() == 0)
        return QChartView::wheelEvent(event);
    const QPointF place = chart()->mapToValue(mapToScene(event->position().toPoint()), m_points[Good]);
    zoomTo(event->angleDelta().y() > 0 ? 0.8 : 1.25, place.x());
    event->accept();
}

// The right button of a chart view zooms out by itself, beyond what there is.
void RunChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton)
        return m_runs.isEmpty() ? void() : showAll();
    QChartView::mouseReleaseEvent(event);
}

void RunChart::walk(int by)
{
    int next = m_current < 0 ? (by > 0 ? 0 : int(m_runs.size()) - 1) : m_current + by;
    while (next >= 0 && next < m_runs.size() && m_runs[next].outcome == MaintenanceRun::Outcome::Running)
        next += by > 0 ? 1 : -1;
    if (next < 0 || next >= m_runs.size())
        return;
    setCurrent(next);
    const double place = pointOf(next).x();
    const double first = double(m_times->min().toMSecsSinceEpoch());
    const double last = double(m_times->max().toMSecsSinceEpoch());
    if (place < first || place > last) {
        const double half = (last - first) / 2;
        m_times->setRange(
            QDateTime::fromMSecsSinceEpoch(qint64(place - half)), QDateTime::fromMSecsSinceEpoch(qint64(place + half)));
    }
    const QPointF shown = mapFromScene(chart()->mapToPosition(pointOf(next), m_points[Good]));
    QToolTip::showText(mapToGlobal(shown.toPoint()), textOf(next), this);
    Q_EMIT currentChanged(next);
}

void RunChart::keyPressEvent(QKeyEvent *event)
{
    if (m_runs.isEmpty())
        return QChartView::keyPressEvent(event);
    const double center = m_current >= 0
        ? pointOf(m_current).x()
        : double(m_times->min().toMSecsSinceEpoch() + m_times->max().toMSecsSinceEpoch()) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Home:
        setCurrent(-1);
        return walk(1);
    case Qt::Key_End:
        setCurrent(-1);
        return walk(-1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomTo(0.6, center);
    case Qt::Key_Minus:
        return zoomTo(1 / 0.6, center);
    case Qt::Key_0:
        return showAll();
    default:
        QChartView::keyPressEvent(event);
    }
}
