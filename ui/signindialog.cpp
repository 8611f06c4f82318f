// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signindialog.h"

#include "core/foreigntext.h"

#include "ui/messagestrip.h"
#include "ui/signinform.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

SignInDialog::SignInDialog(const Profile &profile, const QList<SignInField> &fields, const QString &reason,
    const KeychainNote &note, QWidget *parent)
    : QDialog(parent)
    , m_form(new SignInForm(this))
    , m_keep(new QCheckBox(note.isLasting ? tr("Keep in the &keychain") : tr("&Keep for this run"), this))
{
    setObjectName(u"signInDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign In to %1").arg(oneLine(profile.name)));
    setMinimumWidth(420);
    m_form->setFields(fields);
    m_keep->setObjectName(u"keepSecrets"_s);
    m_keep->setVisible(std::any_of(fields.begin(), fields.end(), [](const SignInField &field) { return field.secret; }));

    auto *address = new QLabel(profile.url.toDisplayString(), this);
    address->setProperty("look", u"muted"_s);
    address->setTextFormat(Qt::PlainText);
    address->setWordWrap(true);
    auto *strip = new MessageStrip(this);
    if (!reason.isEmpty())
        strip->showWarning(reason);
    auto *keychain = new QLabel(note.text, this);
    keychain->setProperty("look", u"muted"_s);
    keychain->setWordWrap(true);
    keychain->setVisible(!note.text.isEmpty());

    auto *confirm = new QPushButton(tr("Sign In"), this);
    confirm->setObjectName(u"confirm"_s);
    confirm->setProperty("look", u"primary"_s);
    confirm->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(confirm, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &SignInDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SignInDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(address);
    layout->addWidget(strip);
    layout->addWidget(m_form);
    layout->addWidget(m_keep, 0, Qt::AlignLeading);
    layout->addWidget(keychain);
    layout->addStretch();
    layout->addWidget(buttons);
    m_form->focusFirst();
}

SignInValues SignInDialog::values() const
{
    return m_form->values();
}

bool SignInDialog::keepsSecrets() const
{
    return m_keep->isChecked();
}

void SignInDialog::accept()
{
    if (m_form->check(SignInForm::Demand::Everything))
        QDialog::accept();
}

#include "moc_signindialog.cpp"
