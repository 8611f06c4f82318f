// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiledialog.h"

#include "items/profilesettings.h"
#include "ui/messagestrip.h"
#include "ui/profileform.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ProfileDialog::ProfileDialog(Workspace &workspace, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_strip(new MessageStrip(this))
    , m_form(new ProfileForm(workspace, profile, this))
{
    setObjectName(u"profileDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(profile.id.isEmpty() ? tr("Add Server") : tr("Edit Server"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_strip);
    layout->addWidget(m_form, 1);
    layout->addWidget(buildButtons());
    connect(m_form, &ProfileForm::methodChanged, this, &ProfileDialog::update);
    update();
    resize(520, sizeHint().height());
}

QWidget *ProfileDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"saveProfile"_s);
    m_save->setProperty("look", u"primary"_s);
    m_test = buttons->addButton(tr("Test Connection"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(u"testConnection"_s);
    m_test->setAutoDefault(false);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("The connection is being tested"));
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    connect(m_test, &QPushButton::clicked, this, &ProfileDialog::toggleTest);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProfileDialog::reject);
    return row;
}

void ProfileDialog::toggleTest()
{
    ++m_round;
    m_strip->clear();
    if (!m_testing && !m_form->check(true))
        return;
    m_testing = !m_testing;
    update();
    if (!m_testing)
        return m_strip->showInfo(tr("The test was cancelled."));
    onResult(this, m_workspace.test(m_form->profile(), m_form->values()),
        [this, round = m_round](const Result<QString> &answer) {
            if (round == m_round)
                takeTest(answer);
        });
}

void ProfileDialog::takeTest(const Result<QString> &answer)
{
    m_testing = false;
    update();
    if (answer)
        m_strip->showInfo(*answer);
    else
        m_strip->showError(answer.error());
}

void ProfileDialog::save()
{
    m_strip->clear();
    if (m_saving || !m_form->check(false))
        return;
    m_saving = true;
    update();
    // First without the secrets: should the keychain fail, what is saved is known and is not added a second time.
    onResult(this, m_workspace.save(m_form->profile(), {}), [this](const Result<QString> &id) {
        if (!id)
            return takeSaved(id);
        m_form->setId(*id);
        if (m_form->typedSecrets().isEmpty())
            takeSaved(id);
        else
            saveSecrets();
    });
}

void ProfileDialog::saveSecrets()
{
    onResult(this, unlockedKeychain(this, m_workspace.secrets()), [this](const Result<KeychainNote> &) {
        onResult(this, m_workspace.save(m_form->profile(), m_form->typedSecrets()),
            [this](const Result<QString> &id) { takeSaved(id); });
    });
}

void ProfileDialog::takeSaved(const Result<QString> &id)
{
    m_saving = false;
    update();
    if (!id)
        return m_strip->showError(id.error());
    Q_EMIT saved(*id);
    accept();
}

// Grows with what it has to say, so that nothing is cut off; never shrinks under the pointer.
bool ProfileDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return handled;
}

void ProfileDialog::reject()
{
    ++m_round;
    QDialog::reject();
}

void ProfileDialog::update()
{
    const bool inBrowser = m_form->signsInInBrowser();
    m_test->setText(m_testing ? tr("Stop Testing") : tr("Test Connection"));
    m_test->setEnabled(!m_saving && !inBrowser);
    m_test->setToolTip(inBrowser ? tr("This method signs in in the browser: save the server and connect.") : QString());
    m_progress->setVisible(m_testing || m_saving);
    m_save->setEnabled(!m_saving && !m_testing);
}

#include "moc_profiledialog.cpp"
