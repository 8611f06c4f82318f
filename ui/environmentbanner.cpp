// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environmentbanner.h"

#include "items/profilesettings.h"
#include "items/profiletree.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr int lineHeight = 3; // device-independent pixels

static QPushButton *bannerButton(const QString &name, const QString &label, QWidget *parent)
{
    auto *button = new QPushButton(label, parent);
    button->setObjectName(name);
    button->setProperty("look", u"onColour"_s);
    return button;
}

EnvironmentBanner::EnvironmentBanner(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_unlock(bannerButton(u"unlock"_s, tr("Unlock to Make Changes"), this))
    , m_extend(bannerButton(u"extend"_s, tr("Extend"), this))
    , m_lock(bannerButton(u"lock"_s, tr("Lock"), this))
{
    setObjectName(u"environmentBanner"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_text->setObjectName(u"environmentText"_s);
    m_text->setTextFormat(Qt::PlainText);
    // White on every environment's colour, whatever the theme's own text colour is.
    m_text->setStyleSheet(u"color: white; font-weight: 600;"_s);
    m_text->setMinimumWidth(0);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(15, 4, 8, 4);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {m_unlock, m_extend, m_lock})
        layout->addWidget(button);
    connect(m_unlock, &QPushButton::clicked, this, &EnvironmentBanner::unlockRequested);
    connect(m_extend, &QPushButton::clicked, this, &EnvironmentBanner::extensionRequested);
    connect(m_lock, &QPushButton::clicked, this, &EnvironmentBanner::lockRequested);
}

QString EnvironmentBanner::stateText(const WriteLock &lock) const
{
    if (lock.isLocked())
        return tr("read-only");
    if (!lock.isTimed())
        return tr("changes are possible");
    const auto left = lock.remaining();
    return left > 1min ? tr("changes are possible for %n more minute(s)", nullptr,
               int(std::chrono::ceil<std::chrono::minutes>(left).count()))
                       : tr("changes are possible for %n more second(s)", nullptr, int(left.count()));
}

void EnvironmentBanner::show(const Profile &profile, const WriteLock &lock)
{
    m_environment = profile.environment;
    const bool isLocked = lock.isLocked();
    const bool isBar
        = profile.environment == Environment::Production || opensReadOnly(profile) || isLocked || lock.isTimed();
    const QString place = environmentName(profile.environment).toUpper();
    constexpr int widest = 320; // of a name, so that what follows it is seen as well
    const QString name = m_text->fontMetrics().elidedText(profile.name, Qt::ElideMiddle, widest);
    m_text->setToolTip(profile.name);
    //: %1 environment, %2 name of the server, %3 whether changes are possible
    m_text->setText(tr("%1  ·  %2  ·  %3").arg(place, name, stateText(lock)));
    m_text->setVisible(isBar);
    m_unlock->setVisible(isBar && isLocked);
    m_extend->setVisible(isBar && !isLocked && lock.isTimed());
    m_lock->setVisible(isBar && !isLocked);
    setMinimumHeight(isBar ? 0 : lineHeight);
    setMaximumHeight(isBar ? QWIDGETSIZE_MAX : lineHeight);
    setAccessibleName(m_text->text());
    update();
}

QString EnvironmentBanner::text() const
{
    return m_text->text();
}

void EnvironmentBanner::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::color(m_environment));
}

#include "moc_environmentbanner.cpp"
