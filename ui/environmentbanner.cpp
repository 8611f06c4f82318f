// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environmentbanner.h"

#include "items/profiletree.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

static constexpr int lineHeight = 3; // device-independent pixels

EnvironmentBanner::EnvironmentBanner(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"environmentBanner"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_text->setObjectName(u"environmentText"_s);
    m_text->setTextFormat(Qt::PlainText);
    // White on every environment's colour, whatever the theme's own text colour is.
    m_text->setStyleSheet(u"color: white; font-weight: 600;"_s);
    m_button->setStyleSheet(u"QPushButton { color: white; background: transparent; border: 1px solid rgba(255, 255, 255, 160);"
                            " border-radius: 4px; padding: 2px 10px; min-height: 0; }"
                            "QPushButton:hover, QPushButton:focus { background: rgba(255, 255, 255, 50); border-color: white; }"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(15, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { m_readOnly ? Q_EMIT unlockRequested() : Q_EMIT lockRequested(); });
}

void EnvironmentBanner::show(const Profile &profile, bool readOnly)
{
    m_environment = profile.environment;
    m_readOnly = readOnly;
    const bool isBar = profile.environment == Environment::Production || readOnly;
    const QString place = environmentName(profile.environment).toUpper();
    //: %1 environment, %2 name of the server
    m_text->setText(readOnly ? tr("%1  ·  %2  ·  read-only").arg(place, profile.name)
                             : tr("%1  ·  %2  ·  changes are possible").arg(place, profile.name));
    m_button->setText(readOnly ? tr("Unlock to Make Changes") : tr("Lock"));
    m_button->setObjectName(readOnly ? u"unlock"_s : u"lock"_s);
    m_text->setVisible(isBar);
    m_button->setVisible(isBar);
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
