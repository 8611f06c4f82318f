// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expirychart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
#include <QValueAxis>

using namespace Qt::Literals::StringLiterals;

ExpiryChart::ExpiryChart(QWidget *parent)
    : QChartView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("When entries expire"));
    chart()->legend()->hide();
    chart()->setMargins(QMargins(4, 0, 4, 2));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    applyPalette();
}

void ExpiryChart::setHistogram(const ExpiryHistogram &histogram)
{
    m_histogram = histogram;
    m_current = -1;
    draw();
}

static QString dayText(const QDate &date)
{
    const QLocale locale;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return locale.toString(date, format);
}

QString ExpiryChart::textOf(int bar) const
{
    const QDate begin = m_histogram.begin(bar);
    const QDate last = m_histogram.begin(bar + 1).addDays(-1);
    const QString rows = QLocale().toString(m_histogram.bars.at(bar));
    if (begin == last)
        //: a day, and how many entries expire then
        return tr("%1: %2").arg(dayText(begin), rows);
    //: the first and the last of some days, and how many entries expire then
    return tr("%1 to %2: %3").arg(dayText(begin), dayText(last), rows);
}

void ExpiryChart::draw()
{
    chart()->removeAllSeries();
    for (auto *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    if (m_histogram.bars.isEmpty())
        return;
    auto *bars = new QBarSet({});
    qint64 highest = 1;
    for (const qint64 rows : m_histogram.bars) {
        bars->append(double(rows));
        highest = std::max(highest, rows);
    }
    auto *series = new QBarSeries(chart());
    series->setBarWidth(0.85);
    series->append(bars);
    chart()->addSeries(series);
    auto *height = new QValueAxis(chart());
    height->setRange(0, double(highest));
    height->setVisible(false);
    chart()->addAxis(height, Qt::AlignLeft);
    series->attachAxis(height);
    const int last = int(m_histogram.bars.size()) - 1;
    //: how many entries expire after the last bar of a chart
    const QString later = m_histogram.later > 0 ? tr("%Ln later", nullptr, int(m_histogram.later)) : QString();
    const QString range
        = tr("%1 to %2", "days").arg(dayText(m_histogram.first), dayText(m_histogram.begin(last + 1).addDays(-1)));
    chart()->setTitle(later.isEmpty() ? range : tr("%1 · %2", "days · how many later").arg(range, later));
    connect(series, &QBarSeries::clicked, this, [this](int bar) { choose(bar); });
    connect(series, &QBarSeries::hovered, this, [this](bool isOver, int bar) {
        setCurrent(isOver ? bar : -1);
        if (isOver)
            QToolTip::showText(QCursor::pos(), textOf(bar), this);
    });
    applyPalette();
}

void ExpiryChart::applyPalette()
{
    const QPalette &colors = palette();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    chart()->setTitleFont(small);
    chart()->setTitleBrush(colors.color(QPalette::PlaceholderText));
    chart()->setBackgroundBrush(colors.color(QPalette::Base));
    setBackgroundBrush(colors.color(QPalette::Base));
    for (auto *series : chart()->series())
        for (auto *bars : static_cast<QBarSeries *>(series)->barSets()) {
            bars->setColor(colors.color(QPalette::Highlight));
            bars->setBorderColor(Qt::transparent);
            bars->setSelectedColor(colors.color(QPalette::Link));
        }
}

void ExpiryChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
    if (event->type() == QEvent::LanguageChange)
        draw();
}

void ExpiryChart::setCurrent(int bar)
{
    m_current = bar;
    for (auto *series : chart()->series())
        for (auto *bars : static_cast<QBarSeries *>(series)->barSets()) {
            bars->deselectAllBars();
            if (bar >= 0)
                bars->selectBar(bar);
        }
    setAccessibleDescription(bar >= 0 ? textOf(bar) : QString());
}

void ExpiryChart::choose(int bar)
{
    if (bar >= 0 && bar < m_histogram.bars.size())
        Q_EMIT chosen(m_histogram.term(bar));
}

void ExpiryChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_histogram.bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        setCurrent(std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, last));
        QToolTip::showText(mapToGlobal(rect().center()), textOf(m_current), this);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        setCurrent(event->key() == Qt::Key_Home ? 0 : last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(m_current);
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

void ExpiryChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && !m_histogram.bars.isEmpty())
        setCurrent(0);
}

void ExpiryChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    setCurrent(-1);
}

#include "moc_expirychart.cpp"
