// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int headHeight = 26; // with a button beside the title and without, so that cards side by side agree

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
    , m_head(new QHBoxLayout)
{
    setProperty("look", u"card"_s);
    auto *label = new QLabel(title, this);
    label->setProperty("look", u"heading"_s);
    label->setMinimumHeight(headHeight);
    m_head->addWidget(label, 1);
    m_body->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 10, 18, 14);
    layout->setSpacing(8);
    layout->addLayout(m_head);
    layout->addLayout(m_body, 1);
}

void Card::addToTitle(QWidget *widget)
{
    widget->setFixedHeight(headHeight);
    m_head->addWidget(widget);
}

CardGrid::CardGrid(int columnWidth, int mostColumns, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_columnWidth(columnWidth)
    , m_mostColumns(mostColumns)
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(12);
}

void CardGrid::addCard(QWidget *card)
{
    m_cards << card;
    m_columns = 0;
    arrange();
}

// One column must fit, however many there are now: the page may become narrow again.
QSize CardGrid::minimumSizeHint() const
{
    const int height = m_layout->hasHeightForWidth() ? m_layout->minimumHeightForWidth(width()) : m_layout->minimumSize().height();
    return {std::min(m_columnWidth, 200), height};
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_cards.isEmpty())
        arrange();
    updateGeometry(); // texts wrap at another width
}

void CardGrid::arrange()
{
    const int fitting = (width() + m_layout->spacing()) / (m_columnWidth + m_layout->spacing());
    const int cards = int(m_cards.size());
    const int most = std::clamp(fitting, 1, std::min(m_mostColumns, cards));
    const int rows = (cards + most - 1) / most;
    const int columns = (cards + rows - 1) / rows; // so that the last row is not left with a single card
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int column = 0; column < m_mostColumns; ++column)
        m_layout->setColumnStretch(column, column < columns ? 1 : 0);
    for (QWidget *card : std::as_const(m_cards))
        m_layout->removeWidget(card);
    for (int i = 0; i < m_cards.size(); ++i)
        m_layout->addWidget(m_cards.at(i), i / columns, i % columns);
}

#include "moc_card.cpp"
