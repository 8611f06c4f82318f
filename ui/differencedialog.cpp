// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/differencedialog.h"

#include "ui/fieldeditor.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeLabel(const QString &text, const QString &look = {})
{
    auto *label = new QLabel(text.isEmpty() ? u"—"_s : text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("look", look);
    return label;
}

DifferenceDialog::DifferenceDialog(const Draft &draft, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"difference"_s);
    setWindowTitle(tr("Unsaved Changes"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int row = 0;
    grid->addWidget(makeLabel(tr("Field"), u"heading"_s), row, 0);
    grid->addWidget(makeLabel(tr("Before"), u"heading"_s), row, 1);
    grid->addWidget(makeLabel(tr("After"), u"heading"_s), row, 2);
    for (int field = 0; field < draft.fieldCount(); ++field) {
        if (draft.value(field) == draft.originalValue(field))
            continue;
        const auto info = draft.field(field);
        const bool secret = info.kind == FieldKind::Password;
        ++row;
        grid->addWidget(makeLabel(info.label, u"muted"_s), row, 0, Qt::AlignTop);
        grid->addWidget(
            makeLabel(secret ? QString() : fieldText(info, draft.originalValue(field))), row, 1, Qt::AlignTop);
        grid->addWidget(makeLabel(secret ? tr("Changed") : fieldText(info, draft.value(field))), row, 2, Qt::AlignTop);
    }
    grid->setRowStretch(row + 1, 1);
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
    auto *question = makeLabel(text, u"heading"_s);
    question->setObjectName(u"saveQuestion"_s);
    m_layout->insertWidget(0, question);
    m_buttons->setStandardButtons(QDialogButtonBox::Cancel);
    auto *confirm = m_buttons->addButton(confirmLabel, QDialogButtonBox::AcceptRole);
    confirm->setObjectName(u"confirm"_s);
    confirm->setProperty("look", u"primary"_s);
    m_buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
}
