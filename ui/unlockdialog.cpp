// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unlockdialog.h"

#include "core/foreigntext.h"

#include "ui/themeicon.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *unlockLabel(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    return label;
}

UnlockDialog::UnlockDialog(const Profile &profile, int minutes, QWidget *parent)
    : QDialog(parent)
    , m_times(new QButtonGroup(this))
{
    setObjectName(u"unlockDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = tr("Make changes on %1?").arg(breakable(oneLine(profile.name)));
    setWindowTitle(oneLine(title));
    setMinimumWidth(440);
    const bool isProduction = profile.environment == Environment::Production;
    auto *icon = new ThemeIcon(32, this);
    icon->setName(isProduction ? u"data-warning"_s : u"data-information"_s);
    auto *text = new QVBoxLayout;
    text->setSpacing(8);
    text->addWidget(unlockLabel(title, u"heading"_s, this));
    text->addWidget(unlockLabel(isProduction
            ? tr("This is a production server. Changes take effect at once, for everybody who uses it.")
            : tr("Changes take effect at once."),
        u"muted"_s, this));
    const auto add = [&](int time, const QString &label) {
        auto *button = new QRadioButton(label, this);
        button->setObjectName(u"unlock.%1"_s.arg(time));
        m_times->addButton(button, time);
        button->setChecked(time == minutes);
        text->addWidget(button);
    };
    for (const int time : {5, usualMinutes, 60})
        add(time, tr("For %n minute(s)", nullptr, time));
    if (!isProduction) // which nobody leaves unlocked over the weekend
        add(0, tr("Until I lock it"));
    if (!m_times->checkedButton())
        m_times->button(usualMinutes)->setChecked(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(text, 1);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    auto *confirm = new QPushButton(tr("Unlock"), this);
    confirm->setObjectName(u"confirm"_s);
    confirm->setProperty("look", isProduction ? u"danger"_s : u"primary"_s);
    confirm->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(18);
    layout->addLayout(top);
    layout->addLayout(buttons);
    cancel->setFocus();
    resize(sizeHint().width(), layout->totalHeightForWidth(sizeHint().width()));
}

int UnlockDialog::minutes() const
{
    return m_times->checkedId();
}

std::optional<std::chrono::minutes> UnlockDialog::time() const
{
    return minutes() > 0 ? std::optional(std::chrono::minutes(minutes())) : std::nullopt;
}
