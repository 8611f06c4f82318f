// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/picture.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

static constexpr int barHeight = 34; // of a dialog's frame, in device-independent pixels as everything here
static constexpr qreal roundness = 9;

static void paintShadow(QPainter &painter, const QRectF &frame)
{
    constexpr int depth = 14;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 9));
    for (int i = depth; i > 0; --i)
        painter.drawRoundedRect(frame.adjusted(-i, -i + 4, i, i + 4), roundness + i, roundness + i);
}

static void paintDialog(QPainter &painter, QWidget &dialog, const QPoint &middle)
{
    QRectF frame(QPointF(), QSizeF(dialog.width(), dialog.height() + barHeight));
    frame.moveCenter(middle);
    paintShadow(painter, frame);
    QPainterPath outline;
    outline.addRoundedRect(frame, roundness, roundness);
    painter.save();
    painter.setClipPath(outline);
    const QPalette &palette = dialog.palette();
    painter.fillRect(frame, palette.color(QPalette::Base));
    painter.drawPixmap(frame.topLeft() + QPointF(0, barHeight), dialog.grab());
    painter.setClipping(false);
    QFont font = dialog.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(frame.topLeft(), QSizeF(frame.width(), barHeight)), Qt::AlignCenter,
        painter.fontMetrics().elidedText(dialog.windowTitle(), Qt::ElideRight, int(frame.width()) - 2 * barHeight));
    painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 0.6));
    painter.drawPath(outline);
    painter.restore();
}

QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto widgets = QApplication::topLevelWidgets();
    for (auto *widget : widgets)
        if (widget->isVisible() && widget->windowType() == Qt::Dialog) {
            painter.fillRect(window.rect(), QColor(0, 0, 0, 70));
            paintDialog(painter, *widget, window.rect().center());
        }
    return picture;
}
