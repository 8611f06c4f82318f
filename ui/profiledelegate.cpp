// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiledelegate.h"

#include "items/profiletree.h"
#include "ui/theme.h"

#include <QPainter>

static constexpr int rowMargin = 14; // device-independent pixels, as everything here
static constexpr int dotSize = 9;
static constexpr int gap = 9;

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    painter->save();
    if (index.parent().isValid())
        paintProfile(painter, row, index);
    else
        paintHeading(painter, row);
    painter->restore();
}

void ProfileDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option) const
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.8);
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(option.rect.adjusted(rowMargin, 0, -rowMargin, -4),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignBottom, option.text);
}

void ProfileDelegate::paintProfile(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option);

    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int alignment = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    QRect rest = option.rect.adjusted(rowMargin, 0, -rowMargin, 0);

    const auto connection = index.data(ProfileTree::ConnectionRole).value<ProfileTree::Connection>();
    const QColor color = Theme::color(Environment(index.data(ProfileTree::EnvironmentRole).toInt()));
    const QRect dot(rest.left(), rest.center().y() - dotSize / 2, dotSize, dotSize);
    painter->setPen(QPen(color, 1.6));
    painter->setBrush(connection == ProfileTree::Connection::None ? QBrush(Qt::NoBrush) : QBrush(color));
    painter->drawEllipse(QRectF(place(dot)).adjusted(0.8, 0.8, -0.8, -0.8));
    rest.setLeft(dot.right() + gap);

    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.88);
    const QString state = index.data(ProfileTree::ConnectionTextRole).toString();
    const int stateWidth = state.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(state) + gap;
    painter->setFont(small);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(place(rest), int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), state);

    rest.setWidth(rest.width() - stateWidth);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(place(rest), alignment, option.fontMetrics.elidedText(option.text, Qt::ElideRight, rest.width()));
}

void ProfileDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (!isSelected && !(option.state & QStyle::State_MouseOver))
        return;
    QColor color = option.palette.color(QPalette::Link);
    color.setAlphaF(isSelected ? 0.16F : 0.07F);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    painter->setPen(hasFocus ? QPen(option.palette.color(QPalette::Link), 1) : QPen(Qt::NoPen));
    painter->setBrush(color);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(6.5, 1.5, -6.5, -1.5), 6, 6);
}

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const bool isFirst = index.row() == 0;
    return {100, index.parent().isValid() ? line + 14 : line + (isFirst ? 10 : 20)};
}

#include "moc_profiledelegate.cpp"
