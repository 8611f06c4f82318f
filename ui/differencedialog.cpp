// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/differencedialog.h"

#include "ui/differencegrid.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

DifferenceDialog::DifferenceDialog(const Draft &draft, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"difference"_s);
    setWindowTitle(tr("Unsaved Changes"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *body = new DifferenceGrid;
    body->showDraft(draft);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    m_layout = new QVBoxLayout(this);
    m_layout->addWidget(scroll);
    m_layout->addWidget(m_buttons);
    constexpr int usualWidth = 560;
    constexpr int mostHeight = 480;
    const int hidden = body->heightForWidth(usualWidth - 40) - scroll->minimumSizeHint().height();
    resize(usualWidth, std::clamp(minimumSizeHint().height() + hidden + 8, 180, mostHeight));
}

void DifferenceDialog::ask(const QString &text, const QString &confirmLabel)
{
    auto *question = DifferenceGrid::makeText(text, u"heading"_s);
    question->setObjectName(u"saveQuestion"_s);
    m_layout->insertWidget(0, question);
    m_buttons->setStandardButtons(QDialogButtonBox::Cancel);
    auto *confirm = m_buttons->addButton(confirmLabel, QDialogButtonBox::AcceptRole);
    confirm->setObjectName(u"confirm"_s);
    confirm->setProperty("look", u"primary"_s);
    m_buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
}

#include "moc_differencedialog.cpp"
