// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/runstatistics.h"

#include <QtCharts/QChartView>

class QDateTimeAxis;
class QScatterSeries;
class QValueAxis;

// How long the runs of one task took and what they came to, over time. Dragging or the wheel zooms, as do + and -; 0
// shows all again. A run can be pointed at or walked to with the arrow keys, and is told in a tool tip.
class RunChart final : public QChartView {
    Q_OBJECT

public:
    explicit RunChart(QWidget *parent = nullptr);

    void setRuns(const QList<MaintenanceRun> &runs, const RunStatistics &statistics); // the oldest first
    void setCurrent(int run); // -1: none
    int current() const { return m_current; }
    bool isZoomed() const;

Q_SIGNALS:
    void currentChanged(int run); // by the person

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum Kind { Good, Outlier, Bad, Lost, kinds };
    void draw();
    void scaleAxes();
    void addPoints();
    void addMedian();
    void applyPalette();
    void zoomTo(double factor, double center);
    void showAll();
    void walk(int by);
    int runAt(const QPointF &point) const;
    QPointF pointOf(int run) const;
    QString textOf(int run) const;

    QList<MaintenanceRun> m_runs;
    RunStatistics m_statistics;
    double m_unit = 1; // seconds in one step of the vertical axis
    QScatterSeries *m_points[kinds]{};
    QScatterSeries *m_mark = nullptr;
    QDateTimeAxis *m_times;
    QValueAxis *m_durations;
    int m_current = -1;
};
