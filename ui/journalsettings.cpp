// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journalsettings.h"

#include "items/journalhome.h"
#include "items/profilesettings.h"
#include "ui/formrow.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

JournalSettings::JournalSettings(JournalHome &home, QWidget *parent)
    : QScrollArea(parent)
    , m_home(home)
    , m_here(new QRadioButton(tr("On this computer"), this))
    , m_shared(new QRadioButton(tr("In a PostgreSQL database, shared by a team"), this))
    , m_address(new QLineEdit(home.address(), this))
    , m_password(new SecretEdit(this))
    , m_addressRow(new FormRow(tr("Address"), m_address, this))
    , m_passwordRow(new FormRow(tr("Password"), m_password, this))
    , m_keychain(new QLabel(this))
    , m_test(new QPushButton(tr("Test"), this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_strip(new MessageStrip(this))
{
    setObjectName(u"journal.page"_s);
    m_here->setObjectName(u"journal.here"_s);
    m_shared->setObjectName(u"journal.shared"_s);
    m_address->setObjectName(u"journal.address"_s);
    m_password->setObjectName(u"journal.password"_s);
    m_test->setObjectName(u"journal.test"_s);
    m_apply->setObjectName(u"journal.apply"_s);
    m_strip->setObjectName(u"journal.strip"_s);
    m_address->setPlaceholderText(u"postgresql://user@host/database"_s);
    m_addressRow->setHint(
        tr("To another computer the connection uses TLS, and the server's certificate must name it, unless the "
           "address says otherwise with ?sslmode=."));
    m_passwordRow->setHint(tr("Leave it empty to use the one that is kept."));
    (home.address().isEmpty() ? m_here : m_shared)->setChecked(true);
    build();
    connect(m_shared, &QRadioButton::toggled, this, &JournalSettings::update);
    connect(m_address, &QLineEdit::textChanged, this, &JournalSettings::update);
    connect(m_address, &QLineEdit::editingFinished, this, &JournalSettings::takePassword);
    connect(m_password, &SecretEdit::edited, this, &JournalSettings::update);
    connect(m_test, &QPushButton::clicked, this, &JournalSettings::test);
    connect(m_apply, &QPushButton::clicked, this, [this] { (void)apply(); });
    update();
    showKeychain();
}

void JournalSettings::build()
{
    auto *note
        = new QLabel(tr("Before a change leaves, its line is written there; what cannot be written is not sent. Lines "
                        "written so far stay where they are."),
            this);
    m_keychain->setObjectName(u"journal.keychain"_s);
    m_keychain->hide();
    for (QLabel *label : {note, m_keychain}) {
        label->setProperty("look", u"muted"_s);
        label->setWordWrap(true);
    }
    for (QPushButton *button : {m_test, m_apply})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_test);
    buttons->addWidget(m_apply);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(4, 16, 4, 4);
    layout->setSpacing(8);
    for (QWidget *part :
        std::initializer_list<QWidget *>{note, m_here, m_shared, m_addressRow, m_passwordRow, m_keychain, m_strip})
        layout->addWidget(part);
    layout->addLayout(buttons);
    layout->addStretch();
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(body);
}

void JournalSettings::showKeychain()
{
    onResult(this, keychainNote(this, m_home.secrets()), [this](const Result<KeychainNote> &note) {
        m_keychain->setText(note ? note->text : note.error().message);
        m_keychain->setVisible(!m_keychain->text().isEmpty());
    });
}

QString JournalSettings::chosen() const
{
    return m_shared->isChecked() ? m_address->text().trimmed() : QString();
}

bool JournalSettings::isChanged() const
{
    const bool isEntered = m_shared->isChecked() && !m_password->secret().isEmpty();
    return isEntered || m_shared->isChecked() == m_home.address().isEmpty() || chosen() != m_home.address();
}

void JournalSettings::update()
{
    const bool isShared = m_shared->isChecked();
    m_addressRow->setEnabled(isShared && !m_isBusy);
    m_passwordRow->setEnabled(isShared && !m_isBusy);
    m_here->setEnabled(!m_isBusy);
    m_shared->setEnabled(!m_isBusy);
    m_test->setEnabled(isShared && !m_isBusy && !chosen().isEmpty());
    m_apply->setEnabled(isChanged() && !m_isBusy && (!isShared || !chosen().isEmpty()));
    m_addressRow->setProblem({});
}

void JournalSettings::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    update();
}

// A password in the address is for the keychain, and not to be seen.
void JournalSettings::takePassword()
{
    const auto typed = JournalHome::read(m_address->text());
    if (typed && !typed->password.isEmpty()) {
        m_password->setSecret(typed->password);
        m_address->setText(typed->address);
    }
    m_addressRow->setProblem(typed || m_address->text().isEmpty() ? QString() : typed.error().message);
}

void JournalSettings::test()
{
    takePassword();
    if (m_addressRow->hasProblem())
        return;
    setBusy(true);
    m_strip->clear();
    onResult(this, m_home.test(chosen(), m_password->secret()), [this](const Result<QStringList> &found) {
        setBusy(false);
        if (found)
            m_strip->showInfo(found->join(u'\n'));
        else
            m_strip->showError(found.error());
    });
}

Future<> JournalSettings::apply()
{
    if (m_shared->isChecked())
        takePassword();
    if (m_shared->isChecked() && (m_addressRow->hasProblem() || chosen().isEmpty()))
        return ready(Result<>(failure(Error::Kind::Rejected, tr("The address is not complete."))));
    setBusy(true);
    m_strip->clear();
    const auto moved = m_home.moveTo(chosen(), m_password->secret());
    onResult(this, moved, [this](const Result<> &result) {
        if (result) {
            m_password->setSecret({});
            m_strip->showInfo(m_home.address().isEmpty() ? tr("The journal is kept on this computer from now on.")
                                                         : tr("The journal is kept in the database from now on."));
        } else {
            m_strip->showError(result.error());
        }
        setBusy(false);
    });
    return moved;
}

#include "moc_journalsettings.cpp"
