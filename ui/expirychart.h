// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/facets.h"

#include <QtCharts/QChartView>

class QBarSet;

// How many rows expire when, as bars. A bar can be clicked, or walked to with the arrow keys and chosen with Enter; a
// tool tip tells its days and its number.
class ExpiryChart final : public QChartView {
    Q_OBJECT

public:
    explicit ExpiryChart(QWidget *parent = nullptr);

    void setHistogram(const ExpiryHistogram &histogram);
    QSize sizeHint() const override { return {180, 130}; }

Q_SIGNALS:
    void chosen(const QString &term); // of the filter language

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyPalette();
    void draw();
    void setCurrent(int bar);
    void choose(int bar);
    QString textOf(int bar) const;

    ExpiryHistogram m_histogram;
    int m_current = -1; // bar with the keyboard's or the mouse's mark; -1: none
};
