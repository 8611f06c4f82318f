// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unlockdialog.h"

#include "ui/uistate.h"

#include <QButtonGroup>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;

static ConfirmDialog::Question unlockQuestion(const Profile &profile)
{
    const bool isProduction = profile.environment == Environment::Production;
    return {.title = UnlockDialog::tr("Make changes on %1?").arg(profile.name),
        .consequence = isProduction
            ? UnlockDialog::tr("This is a production server. Changes take effect at once, for everybody who uses it.")
            : UnlockDialog::tr("Changes take effect at once."),
        .confirmLabel = UnlockDialog::tr("Unlock"),
        .isHarmless = !isProduction};
}

UnlockDialog::UnlockDialog(const Profile &profile, int minutes, QWidget *parent)
    : ConfirmDialog(unlockQuestion(profile), parent)
    , m_times(new QButtonGroup(this))
{
    setObjectName(u"unlockDialog"_s);
    const auto add = [&](int time, const QString &label) {
        auto *button = new QRadioButton(label, this);
        button->setObjectName(u"unlock.%1"_s.arg(time));
        m_times->addButton(button, time);
        button->setChecked(time == minutes);
        addBelowText(button);
    };
    for (const int time : {5, UiState::usualUnlockMinutes, 60})
        add(time, tr("For %n minute(s)", nullptr, time));
    if (profile.environment != Environment::Production) // which nobody leaves unlocked over the weekend
        add(0, tr("Until I lock it"));
    if (!m_times->checkedButton())
        m_times->button(UiState::usualUnlockMinutes)->setChecked(true);
}

int UnlockDialog::minutes() const
{
    return m_times->checkedId();
}

std::optional<std::chrono::minutes> UnlockDialog::time() const
{
    return minutes() > 0 ? std::optional(std::chrono::minutes(minutes())) : std::nullopt;
}

#include "moc_unlockdialog.cpp"
