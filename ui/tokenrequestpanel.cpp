// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokenrequestpanel.h"

#include "items/requesttext.h"
#include "ui/card.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"
#include "ui/signinform.h"
#include "ui/tokenfacts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

TokenRequestPanel::TokenRequestPanel(Server &server, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_clock(std::move(clock))
{
    auto *grid = new CardGrid(420, 2, this);
    grid->addCard(buildRequest());
    grid->addCard(buildAnswer());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(grid);
    layout->addStretch();
    takeGrant();
    take(tl::unexpected(Error{}));
    m_strip->clear();
}

Card *TokenRequestPanel::buildRequest()
{
    auto *card = new Card(tr("Request"), this);
    m_grant = new QComboBox(card);
    m_grant->setObjectName(u"grant"_s);
    m_grant->setAccessibleName(tr("Way to get a token"));
    for (const Grant &one : m_server.dialect().grants.list)
        m_grant->addItem(dialectText(one.label), one.id);
    m_form = new SignInForm(card);
    m_preview = new QPlainTextEdit(card);
    m_preview->setObjectName(u"requestPreview"_s);
    m_preview->setAccessibleName(tr("What will be sent"));
    m_preview->setReadOnly(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setMinimumHeight(130);
    m_get = new QPushButton(tr("Get Token"), card);
    m_get->setObjectName(u"getToken"_s);
    m_get->setProperty("look", u"primary"_s);
    auto *caption = new QLabel(tr("What will be sent; secrets are masked"), card);
    caption->setProperty("look", u"muted"_s);
    caption->setBuddy(m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_get);
    card->body()->addWidget(m_grant);
    card->body()->addWidget(m_form);
    card->body()->addWidget(caption);
    card->body()->addWidget(m_preview);
    card->body()->addLayout(buttons);
    connect(m_grant, &QComboBox::currentIndexChanged, this, &TokenRequestPanel::takeGrant);
    connect(m_form, &SignInForm::edited, this, &TokenRequestPanel::updatePreview);
    connect(m_get, &QPushButton::clicked, this, &TokenRequestPanel::toggle);
    return card;
}

TokenRequestPanel::Shown TokenRequestPanel::addSecret(Card *card, const QString &caption, const QString &name)
{
    auto *row = new QWidget(card);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    auto *label = new QLabel(caption, row);
    label->setProperty("look", u"muted"_s);
    auto *value = new SecretEdit(row);
    value->setObjectName(name);
    value->setReadOnly(true);
    label->setBuddy(value);
    layout->addWidget(label);
    layout->addWidget(value);
    card->body()->addWidget(row);
    return {row, value};
}

Card *TokenRequestPanel::buildAnswer()
{
    auto *card = new Card(tr("Answer"), this);
    m_strip = new MessageStrip(card);
    card->body()->addWidget(m_strip);
    m_empty = new QLabel(tr("What the server answers is shown here."), card);
    m_empty->setProperty("look", u"muted"_s);
    card->body()->addWidget(m_empty);
    m_access = addSecret(card, tr("Access token"), u"issuedAccess"_s);
    m_refresh = addSecret(card, tr("Refresh token"), u"issuedRefresh"_s);
    m_identity = addSecret(card, tr("ID token"), u"issuedIdentity"_s);
    m_facts = new TokenFacts(card, m_clock);
    m_facts->setObjectName(u"issuedFacts"_s);
    card->body()->addWidget(m_facts);
    m_keepRefresh = new QCheckBox(tr("The refresh token too"), card);
    m_keepRefresh->setObjectName(u"keepRefresh"_s);
    m_keep = new QPushButton(tr("Keep in Keychain"), card);
    m_keep->setObjectName(u"keepToken"_s);
    m_inspect = new QPushButton(tr("Inspect"), card);
    m_inspect->setObjectName(u"inspectIssued"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_keepRefresh);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_inspect);
    card->body()->addLayout(buttons);
    card->body()->addStretch();
    connect(m_keep, &QPushButton::clicked, this, &TokenRequestPanel::keep);
    connect(m_inspect, &QPushButton::clicked, this, [this] { Q_EMIT inspectionRequested(m_token->credential.access); });
    return card;
}

const Grant *TokenRequestPanel::grant() const
{
    const auto &grants = m_server.dialect().grants.list;
    const int index = m_grant->currentIndex();
    return index >= 0 && index < grants.size() ? &grants.at(index) : nullptr;
}

void TokenRequestPanel::takeGrant()
{
    m_form->setFields(grant() ? grant()->fields : QList<SignInField>());
    updatePreview();
}

void TokenRequestPanel::updatePreview()
{
    const Grant *chosen = grant();
    if (!chosen)
        return;
    if (m_isCovered)
        m_preview->setPlainText(tr("What will be sent is covered while secrets are."));
    else
        m_preview->setPlainText(chosen->request
                ? requestText(chosen->request(m_form->values()), m_server.profile().url)
                : tr("The browser opens at the server's sign-in page. The code it comes back with is exchanged here."));
    m_get->setText(m_isBusy ? tr("Cancel") : tr("Get Token"));
    m_grant->setEnabled(!m_isBusy);
    m_form->setEnabled(!m_isBusy);
}

void TokenRequestPanel::setCovered(bool covered)
{
    m_isCovered = covered;
    updatePreview();
}

void TokenRequestPanel::dropSecrets()
{
    if (m_isBusy)
        m_server.tokens().stopIssuing();
    take(tl::unexpected(Error{}));
    m_strip->clear();
}

void TokenRequestPanel::toggle()
{
    if (m_isBusy) {
        m_server.tokens().stopIssuing();
        return take(failure(Error::Kind::Stopped, tr("Getting a token was cancelled.")));
    }
    if (!grant() || !m_form->check(SignInForm::Demand::Everything))
        return;
    m_isBusy = true;
    m_sent = {.plain = m_form->values().plain};
    m_strip->clear();
    updatePreview();
    onResult(this, m_server.tokens().issue(*grant(), m_form->values()),
        [this](const Result<IssuedToken> &token) { take(token); });
}

void TokenRequestPanel::take(const Result<IssuedToken> &token)
{
    m_isBusy = false;
    updatePreview();
    m_token = token ? std::optional(*token) : std::nullopt;
    const Credential credential = token ? token->credential : Credential();
    for (const auto &[shown, secret] : {std::pair(m_access, credential.access),
             std::pair(m_refresh, credential.refresh), std::pair(m_identity, credential.idToken)}) {
        shown.value->setSecret(secret);
        shown.row->setVisible(!secret.isEmpty());
    }
    m_empty->setVisible(!token);
    m_facts->clear();
    const bool isKept = token && m_server.tokens().kept();
    m_keep->setVisible(isKept);
    m_keep->setEnabled(true);
    m_keepRefresh->setVisible(isKept && !credential.refresh.isEmpty());
    m_keepRefresh->setChecked(false);
    m_inspect->setVisible(token.has_value());
    if (!token)
        return m_strip->showError(token.error());
    m_facts->show(
        {.type = token->type, .issuedAt = m_clock(), .expiresAt = credential.expiresAt, .scopes = token->scopes}, {u"admin"_s});
    onResult(this, m_server.tokens().remember(m_server.tokens().recordOf(*token, m_sent)), [](const Result<> &) {});
}

void TokenRequestPanel::keep()
{
    m_keep->setEnabled(false);
    const auto keepOne = [this, token = *m_token, sent = m_sent](const Secret &value) {
        return m_server.tokens().keep(m_server.tokens().recordOf(token, sent, value));
    };
    const Credential credential = m_token->credential;
    auto both = keepOne(credential.access);
    if (m_keepRefresh->isChecked())
        both = andThen(this, both, [keepOne, credential] { return keepOne(credential.refresh); });
    onResult(this, both, [this](const Result<> &kept) {
        if (kept) //: %1 a tab
            return m_strip->showInfo(tr("What you chose is kept in the keychain and listed under %1.")
                                         .arg(m_server.tokens().kept()->title()));
        m_keep->setEnabled(true);
        m_strip->showError(kept.error());
    });
}

#include "moc_tokenrequestpanel.cpp"
