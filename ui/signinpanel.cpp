// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signinpanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

SignInPanel::SignInPanel(const QString &serverName, QWidget *parent)
    : QWidget(parent)
    , m_serverName(serverName)
    , m_title(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_signIn(new QPushButton(tr("Sign In"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_title->setProperty("look", u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(280);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setProperty("look", u"primary"_s);
    m_cancel->setObjectName(u"cancelSignIn"_s);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPanel::signInRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SignInPanel::cancelRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_title);
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_cancel)})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setSigningIn(false);
}

void SignInPanel::setSigningIn(bool signingIn)
{
    m_title->setText(signingIn ? tr("Signing in to %1…").arg(m_serverName) : tr("You are not signed in to %1").arg(m_serverName));
    m_progress->setAccessibleName(m_title->text());
    m_progress->setVisible(signingIn);
    m_cancel->setVisible(signingIn);
    m_signIn->setVisible(!signingIn);
}

#include "moc_signinpanel.cpp"
