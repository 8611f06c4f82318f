// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokeninfopage.h"

#include "ui/card.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"
#include "ui/tokenfacts.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

TokenInfoPage::TokenInfoPage(Server &server, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_clock(std::move(clock))
    , m_strip(new MessageStrip(this))
{
    auto *content = new QWidget(this);
    auto *grid = new CardGrid(420, 2, content);
    grid->addCard(buildOwn());
    grid->addCard(buildOther());
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(16, 16, 16, 16);
    contentLayout->addWidget(grid);
    contentLayout->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_strip->setMargins({14, 10, 14, 0});
    layout->addWidget(m_strip);
    layout->addWidget(scroll);
}

Card *TokenInfoPage::buildOwn()
{
    auto *card = new Card(tr("The Token in Use"), this);
    auto *again = new QToolButton(card);
    again->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    again->setToolTip(tr("Ask Again"));
    again->setAccessibleName(tr("Ask Again"));
    again->setObjectName(u"refreshTokenInfo"_s);
    connect(again, &QToolButton::clicked, this, &TokenInfoPage::refresh);
    card->addToTitle(again);
    m_own = new TokenFacts(card, m_clock);
    m_own->setObjectName(u"ownToken"_s);
    card->body()->addWidget(m_own);
    card->body()->addStretch();
    return card;
}

Card *TokenInfoPage::buildOther()
{
    auto *card = new Card(tr("Another Token"), this);
    m_token = new SecretEdit(card);
    m_token->setObjectName(u"otherToken"_s);
    m_token->setAccessibleName(tr("Token to inspect"));
    m_token->setPlaceholderText(tr("Paste a token"));
    m_inspect = new QPushButton(tr("Inspect"), card);
    m_inspect->setObjectName(u"inspectToken"_s);
    auto *warning = new QLabel(tr("The token is sent to this server, which then could use it. Inspect only tokens it has issued."), card);
    warning->setProperty("look", u"muted"_s);
    warning->setWordWrap(true);
    m_otherStrip = new MessageStrip(card);
    m_other = new TokenFacts(card, m_clock);
    m_other->setObjectName(u"inspectedToken"_s);

    auto *line = new QHBoxLayout;
    line->addWidget(m_token, 1);
    line->addWidget(m_inspect);
    card->body()->addLayout(line);
    card->body()->addWidget(warning);
    card->body()->addWidget(m_otherStrip);
    card->body()->addWidget(m_other);
    card->body()->addStretch();
    connect(m_token, &SecretEdit::edited, this, &TokenInfoPage::updateInspect);
    connect(m_token, &QLineEdit::returnPressed, m_inspect, &QPushButton::click);
    connect(m_inspect, &QPushButton::clicked, this, &TokenInfoPage::inspect);
    updateInspect();
    return card;
}

void TokenInfoPage::dropSecrets()
{
    m_other->clear();
    m_otherStrip->clear();
}

void TokenInfoPage::refresh()
{
    onResult(this, m_server.tokens().info(), [this](const Result<Token> &token) {
        if (!token)
            return m_strip->showError(token.error());
        m_strip->clear();
        m_own->show(*token, untold());
    });
}

void TokenInfoPage::inspect()
{
    if (m_asking || m_token->secret().isEmpty())
        return;
    m_asking = true;
    updateInspect();
    m_otherStrip->clear();
    m_other->clear();
    onResult(this, m_server.tokens().introspect(m_token->secret()),
        [this](const Result<Introspected> &told) { takeOther(told); });
}

void TokenInfoPage::takeOther(const Result<Introspected> &told)
{
    m_asking = false;
    updateInspect();
    if (!told)
        return m_otherStrip->showError(told.error());
    if (told->active)
        return m_other->show(told->facts, untold());
    m_otherStrip->showInfo(tr("The server does not accept this token: it is unknown, expired or revoked."));
}

// What no answer of this server's is about.
QStringList TokenInfoPage::untold() const
{
    return m_server.dialect().tokens.infoTellsRights ? QStringList() : QStringList{u"admin"_s};
}

void TokenInfoPage::updateInspect()
{
    m_inspect->setEnabled(!m_asking && !m_token->secret().isEmpty());
    m_inspect->setText(m_asking ? tr("Asking…") : tr("Inspect"));
}

#include "moc_tokeninfopage.cpp"
