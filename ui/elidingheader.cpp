// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/elidingheader.h"

#include <QHelpEvent>
#include <QToolTip>

ElidingHeader::ElidingHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setHighlightSections(false);
    setMinimumSectionSize(60);
}

int ElidingHeader::fittingWidth(int section) const
{
    return fontMetrics().horizontalAdvance(title(section)) + padding() + 2; // two, lest rounding cut a letter
}

void ElidingHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = fontMetrics().elidedText(title(section), Qt::ElideRight, sectionSize(section) - padding());
}

QSize ElidingHeader::sectionSizeFromContents(int section) const
{
    return {fittingWidth(section), QHeaderView::sectionSizeFromContents(section).height()};
}

bool ElidingHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    QToolTip::showText(help->globalPos(), isCut(section) ? title(section) : QString(), viewport());
    return true;
}

QString ElidingHeader::title(int section) const
{
    return model()->headerData(section, orientation()).toString();
}

// As in the style sheet, which keeps room for the arrow in every section.
int ElidingHeader::padding() const
{
    constexpr int besideText = 20;
    constexpr int arrow = 22;
    return besideText + arrow;
}

bool ElidingHeader::isCut(int section) const
{
    return section >= 0 && fontMetrics().horizontalAdvance(title(section)) > sectionSize(section) - padding();
}

#include "moc_elidingheader.cpp"
