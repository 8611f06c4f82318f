// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchrevocationpage.h"

#include "core/timetext.h"
#include "ui/card.h"
#include "ui/confirmdialog.h"
#include "ui/messagestrip.h"
#include "ui/signinform.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static QLabel *makeNote(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

BatchRevocationPage::BatchRevocationPage(Server &server, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_clock(std::move(clock))
    , m_strip(new MessageStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_strip);
    layout->addWidget(buildCard(), 0, Qt::AlignTop);
    layout->addStretch();
    // "Now" moves on, and with it the latest time that may be chosen.
    connect(&m_minute, &QTimer::timeout, this, &BatchRevocationPage::update);
    m_minute.start(30s);
    choose({});
}

Card *BatchRevocationPage::buildCard()
{
    auto *card = new Card(tr("Revoke Every Token Made Before a Time"), this);
    m_time = new QDateTimeEdit(card);
    m_time->setObjectName(u"revokeBefore"_s);
    m_time->setAccessibleName(tr("Revoke tokens made before"));
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(u"d MMM yyyy  HH:mm:ss"_s);
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(u"88 MMMM 8888  88:88:88"_s) + 48); // its arrow
    m_universal = makeNote(u"revokeBeforeUtc"_s, card);
    m_universal->setProperty("look", u"muted"_s);
    m_revoke = new QPushButton(tr("Revoke Tokens…"), card);
    m_revoke->setObjectName(u"revokeBatch"_s);
    m_revoke->setProperty("look", u"danger"_s);
    auto *blind = makeNote(u"revokeBlind"_s, card);
    blind->setText(
        tr("This server lists no tokens, so nobody can see beforehand which ones or how many this hits. It cannot be "
           "undone: everybody whose token is revoked is signed out at once."));
    auto *spared = makeNote(u"revokeSpared"_s, card);
    spared->setText(dialectText(m_server.dialect().batchRevocation.spared));
    m_ours = makeNote(u"revokeOurs"_s, card);
    m_known = makeNote(u"revokeKnown"_s, card);

    auto *line = new QHBoxLayout;
    line->addWidget(m_time);
    line->addWidget(buildShortcuts(card));
    line->addStretch();
    line->addWidget(m_revoke);
    card->body()->addWidget(blind);
    card->body()->addWidget(spared);
    card->body()->addLayout(line);
    card->body()->addWidget(m_universal);
    card->body()->addWidget(m_known);
    card->body()->addWidget(m_ours);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_isChosen = true;
        update();
    });
    connect(m_revoke, &QPushButton::clicked, this, &BatchRevocationPage::ask);
    return card;
}

QWidget *BatchRevocationPage::buildShortcuts(QWidget *parent)
{
    auto *shortcuts = new QWidget(parent);
    auto *layout = new QHBoxLayout(shortcuts);
    layout->setContentsMargins({});
    const auto add = [&](const QString &text, const QString &name, int daysAgo) {
        auto *button = new QPushButton(text, shortcuts);
        button->setObjectName(name);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, daysAgo] { choose(m_clock().addDays(-daysAgo)); });
    };
    add(tr("7 Days Ago"), u"revokeWeek"_s, 7);
    add(tr("24 Hours Ago"), u"revokeDay"_s, 1);
    add(tr("Now"), u"revokeNow"_s, 0);
    return shortcuts;
}

// Invalid: nothing chosen yet.
void BatchRevocationPage::choose(const QDateTime &time)
{
    const QSignalBlocker quiet(m_time);
    m_time->setMaximumDateTime(m_clock().toLocalTime());
    m_isChosen = time.isValid();
    m_time->setDateTime((time.isValid() ? time : m_clock().addDays(-1)).toLocalTime());
    update();
}

void BatchRevocationPage::update()
{
    {
        const QSignalBlocker quiet(m_time);
        m_time->setMaximumDateTime(m_clock().toLocalTime());
    }
    const QDateTime before = m_time->dateTime().toUTC();
    m_revoke->setEnabled(m_isChosen && !m_isBusy && !m_readOnly);
    m_time->setEnabled(!m_isBusy);
    m_universal->setText(m_isChosen
            //: %1 distance from now, %2 the time in UTC as it is sent
            ? tr("%1 · sent as %2").arg(relativeTime(before, m_clock()), before.toString(Qt::ISODate))
            : tr("Choose a time first. It cannot lie in the future."));
    m_known->setText(m_isChosen ? ledgerText(before) : QString());
    m_known->setVisible(!m_known->text().isEmpty());
    m_ours->setText(m_isChosen && hitsOurs(before)
            ? tr("The token this console is signed in with is among them. You are signed in again afterwards.")
            : QString());
    m_ours->setVisible(!m_ours->text().isEmpty());
}

bool BatchRevocationPage::hitsOurs(const QDateTime &before) const
{
    const QDateTime obtained = m_server.session().obtainedAt();
    return obtained.isValid() && obtained < before;
}

QString BatchRevocationPage::ledgerText(const QDateTime &before) const
{
    const int known = m_server.tokens().rememberedBefore(before);
    return known > 0 ? tr("%n token(s) this console got here are among them.", nullptr, known) : QString();
}

void BatchRevocationPage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_revoke->setToolTip(readOnly ? reason : QString());
    update();
}

void BatchRevocationPage::ask()
{
    const QDateTime before = m_time->dateTime().toUTC();
    QStringList sentences{tr("Nobody can see beforehand how many this hits, and it cannot be undone."),
        dialectText(m_server.dialect().batchRevocation.spared)};
    if (hitsOurs(before))
        sentences << m_ours->text();
    auto *dialog = new ConfirmDialog({.title = tr("Revoke every token made before %1?").arg(absoluteTime(before)),
                                         .consequence = sentences.join(u' '),
                                         .confirmLabel = tr("Revoke Tokens")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, before] { revoke(before); });
    dialog->open();
}

void BatchRevocationPage::revoke(const QDateTime &before)
{
    m_isBusy = true;
    m_strip->showInfo(tr("Revoking…"));
    update();
    onResult(this, m_server.tokens().revokeBefore(before),
        [this, before](const Result<qint64> &count) { takeCount(before, count); });
}

void BatchRevocationPage::takeCount(const QDateTime &before, const Result<qint64> &count)
{
    m_isBusy = false;
    const bool wasOurs = hitsOurs(before);
    choose({});
    if (!count)
        return m_strip->showError(count.error());
    //: %1 number, %2 point in time
    const QString done = *count == 1
        ? tr("One token made before %1 was revoked.").arg(absoluteTime(before))
        : tr("%1 tokens made before %2 were revoked.").arg(locale().toString(*count), absoluteTime(before));
    m_strip->showInfo(done);
    if (!wasOurs)
        return;
    onResult(this, m_server.session().signInAgain(), [this, done](const Result<> &result) {
        if (result)
            m_strip->showInfo(QStringList{done, tr("You are signed in again.")}.join(u' '));
        else
            m_strip->showError(result.error());
    });
}

#include "moc_batchrevocationpage.cpp"
