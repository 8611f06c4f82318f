// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesdialog.h"

#include "ui/formrow.h"
#include "ui/journalsettings.h"
#include "ui/noticesettings.h"
#include "ui/uistate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

PreferencesDialog::PreferencesDialog(UiState &state, JournalHome &journal, QWidget *parent)
    : QDialog(parent)
    , m_state(state)
    , m_pages(new QTabWidget(this))
    , m_journal(new JournalSettings(journal, this))
    , m_notices(new NoticeSettings(state.notices(), this))
{
    setObjectName(u"preferences"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(460);
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setDrawBase(false);
    m_pages->setAccessibleName(tr("Subjects"));
    m_pages->addTab(makeSecurityPage(), tr("Security"));
    m_pages->addTab(m_journal, tr("Journal"));
    m_pages->addTab(m_notices, tr("Notices"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    constexpr QSize usual{560, 560}; // device-independent pixels
    resize(usual);
}

static QSpinBox *numberBox(const QString &name, int smallest, int largest, int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(smallest, largest);
    box->setValue(value);
    return box;
}

QWidget *PreferencesDialog::makeSecurityPage()
{
    auto *page = new QWidget(this);
    m_idle = numberBox(u"preferences.idle"_s, 0, 240, m_state.idleMinutes(), page);
    m_idle->setSpecialValueText(tr("Never"));
    m_idle->setSuffix(tr(" min"));
    m_keepsCredentials = new QCheckBox(tr("Stay signed in while locked"), page);
    m_keepsCredentials->setObjectName(u"preferences.keepsCredentials"_s);
    m_keepsCredentials->setChecked(m_state.keepsCredentials());
    m_clipboard = numberBox(u"preferences.clipboard"_s, 5, 300, m_state.clipboardSeconds(), page);
    m_clipboard->setSuffix(tr(" s"));
    auto *idle = new FormRow(tr("Lock the window when it was not used for"), m_idle, page);
    idle->setHint(tr("It is also locked when the desktop locks its screen or the computer goes to sleep."));
    auto *keeps = new QLabel(
        tr("Otherwise credentials leave the memory, and are read from the keychain when you unlock."), page);
    keeps->setProperty("look", u"muted"_s);
    keeps->setWordWrap(true);
    m_keepsCredentials->setAccessibleDescription(keeps->text());
    auto *clipboard = new FormRow(tr("Take a copied secret off the clipboard after"), m_clipboard, page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 16, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(idle);
    layout->addSpacing(12);
    layout->addWidget(m_keepsCredentials);
    layout->addWidget(keeps);
    layout->addSpacing(12);
    layout->addWidget(clipboard);
    layout->addStretch();
    return page;
}

void PreferencesDialog::accept()
{
    if (!m_journal->isChanged())
        return keep();
    m_pages->setCurrentWidget(m_journal);
    onResult(this, m_journal->apply(), [this](const Result<> &moved) {
        if (moved)
            keep();
    });
}

void PreferencesDialog::keep()
{
    m_state.setIdleMinutes(m_idle->value());
    m_state.setKeepsCredentials(m_keepsCredentials->isChecked());
    m_state.setClipboardSeconds(m_clipboard->value());
    m_state.setNotices(m_notices->notices());
    QDialog::accept();
}

#include "moc_preferencesdialog.cpp"
