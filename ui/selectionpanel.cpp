// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selectionpanel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

SelectionPanel::SelectionPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_remove(new QPushButton(this))
{
    m_text->setObjectName(u"severalText"_s);
    m_text->setProperty("look", u"title"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_remove->setObjectName(u"deleteSelected"_s);
    m_remove->hide();
    auto *unselect = new QPushButton(tr("Clear Selection"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addWidget(m_remove, 0, Qt::AlignLeading);
    layout->addWidget(unselect, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(m_remove, &QPushButton::clicked, this, &SelectionPanel::removeRequested);
    connect(unselect, &QPushButton::clicked, this, &SelectionPanel::clearRequested);
}

void SelectionPanel::setText(const QString &text)
{
    m_text->setText(text);
}

void SelectionPanel::setRemoveLabel(const QString &label)
{
    m_remove->setText(label);
    m_remove->setVisible(!label.isEmpty());
}

void SelectionPanel::setReadOnly(bool readOnly, const QString &reason)
{
    m_remove->setEnabled(!readOnly);
    m_remove->setToolTip(readOnly ? reason : QString());
}

#include "moc_selectionpanel.cpp"
