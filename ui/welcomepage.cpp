// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include "core/foreigntext.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

static QLabel *centredLabel(const QString &look, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

static QPushButton *namedButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    return button;
}

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_emblem(new QLabel(this))
    , m_title(centredLabel(u"title"_s, this))
    , m_text(centredLabel(u"muted"_s, this))
    , m_connect(namedButton(u"welcomeConnect"_s, this))
    , m_add(namedButton(u"welcomeAdd"_s, this))
    , m_local(namedButton(u"welcomeLocal"_s, this))
{
    setObjectName(u"welcome"_s);
    m_emblem->setPixmap(QGuiApplication::windowIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    m_emblem->setAlignment(Qt::AlignCenter);
    m_add->setText(tr("Add Server…"));
    m_local->setText(tr("Try the Local Server"));
    m_local->setToolTip(tr("Starts a server with demo data on this computer. Nothing leaves it."));
    m_connect->setText(tr("Connect"));
    m_connect->setProperty("look", u"primary"_s);
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::addRequested);
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_local, &QPushButton::clicked, this, &WelcomePage::localServerRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    for (QPushButton *button : {m_connect, m_add, m_local})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 40, 40, 40);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_emblem);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);
    setLocalServerOffered(false);
    setProfile({});
}

void WelcomePage::setProfile(const QString &name)
{
    const bool hasProfile = !name.isEmpty();
    m_emblem->setVisible(!hasProfile);
    m_connect->setVisible(hasProfile);
    m_title->setText(hasProfile ? breakable(oneLine(name)) : tr("Welcome to Latchkey"));
    m_text->setText(hasProfile ? tr("This server is not connected.")
                               : tr("Add a server to manage its clients, scopes, users and tokens."));
    m_add->setProperty("look", hasProfile ? QString() : u"primary"_s);
    m_add->style()->polish(m_add);
}

void WelcomePage::setLocalServerOffered(bool offered)
{
    m_local->setVisible(offered);
}

#include "moc_welcomepage.cpp"
