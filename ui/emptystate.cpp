// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emptystate.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setProperty("look", u"heading"_s);
    m_text->setProperty("look", u"muted"_s);
    m_button->setObjectName(u"emptyAction"_s);
    m_button->hide(); // until there is something to do
    for (auto *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide(); // until there is something to do
    connect(m_button, &QPushButton::clicked, this, [this] { m_action(); });
}

void EmptyState::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::setAction(const QString &label, std::function<void()> action)
{
    m_action = std::move(action);
    m_button->setText(label);
    m_button->setVisible(!label.isEmpty());
}

#include "moc_emptystate.cpp"
