// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewpage.h"

#include "items/lint.h"
#include "items/profiletree.h"
#include "ui/card.h"
#include "ui/countcard.h"
#include "ui/documentdialog.h"
#include "ui/expirylist.h"
#include "ui/messagestrip.h"
#include "ui/signinform.h"
#include "ui/tokenfacts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int countWidth = 150; // device-independent pixels, the least a card gets
static constexpr int factsWidth = 380;

OverviewPage::OverviewPage(Server &server, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_clock(std::move(clock))
    , m_strip(new MessageStrip(this))
{
    setObjectName(u"page.overview"_s);
    auto *content = new QWidget(this);
    auto *facts = new CardGrid(factsWidth, 2, content);
    if (server.tokens().canInspect())
        facts->addCard(buildIdentity());
    facts->addCard(buildServer());
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(20, 16, 20, 20);
    contentLayout->setSpacing(12);
    contentLayout->addWidget(buildHead());
    contentLayout->addWidget(buildCounts());
    contentLayout->addWidget(facts);
    contentLayout->addWidget(buildExpiries());
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

QWidget *OverviewPage::buildHead()
{
    auto *head = new QWidget(this);
    m_name = new QLabel(m_server.profile().name, head);
    m_name->setProperty("look", u"title"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_who = new QLabel(head);
    m_who->setProperty("look", u"muted"_s);
    m_who->setTextFormat(Qt::PlainText);
    auto *again = new QToolButton(head);
    again->setObjectName(u"refreshOverview"_s);
    again->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    again->setToolTip(tr("Refresh"));
    again->setAccessibleName(tr("Refresh"));
    connect(again, &QToolButton::clicked, this, &OverviewPage::refresh);
    m_checks = new QPushButton(head);
    m_checks->setObjectName(u"overviewChecks"_s);
    m_checks->setProperty("look", u"link"_s);
    m_checks->hide();
    connect(m_checks, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"lint"_s); });
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins({});
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_who, 1, 0);
    layout->addWidget(again, 0, 1);
    layout->addWidget(m_checks, 2, 0, Qt::AlignLeading);
    return head;
}

QWidget *OverviewPage::buildCounts()
{
    auto *grid = new CardGrid(countWidth, 6, this);
    for (Collection *collection : m_server.separateCollections()) {
        auto *card = new CountCard(*collection, grid);
        connect(card, &QPushButton::clicked, this, [this, kind = collection->kind()] { Q_EMIT pageRequested(kind); });
        grid->addCard(card);
    }
    return grid;
}

Card *OverviewPage::buildIdentity()
{
    auto *card = new Card(tr("Who You Are"), this);
    m_token = new TokenFacts(card, m_clock);
    card->body()->addWidget(m_token);
    card->body()->addStretch();
    return card;
}

static QString methodLabel(const Server &server)
{
    for (const auto &method : server.dialect().signInMethods)
        if (method.id == server.profile().signInMethod)
            return dialectText(method.label);
    return {};
}

Card *OverviewPage::buildServer()
{
    const Profile &profile = m_server.profile();
    auto *card = new Card(tr("Server"), this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto addFact = [&](const QString &caption, const QString &text) {
        auto *label = new QLabel(caption, card);
        label->setProperty("look", u"muted"_s);
        auto *value = new QLabel(text, card);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(caption);
        label->setBuddy(value);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
        return value;
    };
    addFact(tr("Address"), profile.url.toDisplayString());
    addFact(tr("Product"), m_server.dialect().name);
    m_environment = addFact(tr("Environment"), environmentName(profile.environment));
    addFact(tr("Sign-in"), methodLabel(m_server));
    card->body()->addLayout(grid);
    addDocuments(card->body());
    card->body()->addStretch();
    return card;
}

void OverviewPage::addDocuments(QVBoxLayout *body)
{
    const QStringList labels = m_server.documentLabels();
    for (int index = 0; index < labels.size(); ++index) {
        auto *button = new QPushButton(QIcon::fromTheme(u"document-preview"_s), tr("Show %1").arg(labels.at(index)), this);
        button->setObjectName(u"document.%1"_s.arg(index));
        connect(button, &QPushButton::clicked, this, [this, index] { showDocument(index); });
        body->addWidget(button, 0, Qt::AlignLeft);
    }
}

Card *OverviewPage::buildExpiries()
{
    auto *card = new Card(tr("What Expires Next"), this);
    m_expiries = new ExpiryList(m_server.separateCollections(), m_clock, card);
    auto *nothing = new QLabel(tr("Nothing that is loaded here will expire."), card);
    nothing->setProperty("look", u"muted"_s);
    const auto showWhichFits = [this, nothing] {
        const bool isEmpty = m_expiries->topLevelItemCount() == 0;
        m_expiries->setVisible(!isEmpty);
        nothing->setVisible(isEmpty);
    };
    connect(m_expiries, &ExpiryList::changed, this, showWhichFits);
    connect(m_expiries, &ExpiryList::recordRequested, this, &OverviewPage::recordRequested);
    card->body()->addWidget(m_expiries);
    card->body()->addWidget(nothing);
    showWhichFits();
    return card;
}

void OverviewPage::setLint(const Lint &lint)
{
    connect(&lint, &Lint::changed, this, [this, &lint] {
        const auto count = [&lint](LintRule::Severity severity) {
            return int(std::min<qint64>(lint.findings().found(severity), INT_MAX));
        };
        const int errors = count(LintRule::Severity::Error);
        const int warnings = count(LintRule::Severity::Warning);
        //: %1 "2 errors", %2 "5 warnings"
        m_checks->setText(tr("Checks: %1, %2")
                              .arg(tr("%Ln error(s)", nullptr, errors), tr("%Ln warning(s)", nullptr, warnings)));
        m_checks->setVisible(lint.findings().rules > 0);
    });
}

void OverviewPage::updateProfile()
{
    m_name->setText(m_server.profile().name);
    m_environment->setText(environmentName(m_server.profile().environment));
}

void OverviewPage::refresh()
{
    for (Collection *collection : m_server.separateCollections())
        if (!collection->isBusy())
            onResult(this, collection->refresh(), [](const Result<> &) { }); // its card says what came of it
    if (m_server.tokens().canInspect())
        onResult(this, m_server.tokens().info(), [this](const Result<Token> &token) { takeToken(token); });
}

void OverviewPage::takeToken(const Result<Token> &token)
{
    if (!token)
        return m_strip->showError(token.error());
    m_strip->clear();
    m_token->show(*token, m_server.dialect().tokens.infoTellsRights ? QStringList() : QStringList{u"admin"_s});
    const QString name = !token->userName.isEmpty() ? token->userName : token->clientName;
    m_who->setText(name.isEmpty() ? tr("Signed in")
            : token->admin        ? tr("Signed in as %1, with administrator rights").arg(name)
                                  : tr("Signed in as %1").arg(name));
    Q_EMIT whoChanged(name);
}

void OverviewPage::showDocument(int index)
{
    const QString label = m_server.documentLabels().at(index);
    onResult(this, m_server.document(index), [this, label](const Result<QString> &text) {
        if (!text)
            return m_strip->showError(text.error());
        m_strip->clear();
        (new DocumentDialog(label, *text, this))->open();
    });
}

#include "moc_overviewpage.cpp"
