// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiledialog.h"

#include "items/profilesettings.h"
#include "items/profiletree.h"
#include "ui/formrow.h"
#include "ui/messagestrip.h"
#include "ui/signinform.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

ProfileDialog::ProfileDialog(Workspace &workspace, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_profile(profile)
    , m_strip(new MessageStrip(this))
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_product(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_method(new QComboBox(this))
    , m_signIn(new SignInForm(this))
    , m_keychain(new QLabel(this))
{
    setObjectName(u"profileDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(profile.id.isEmpty() ? tr("Add Server") : tr("Edit Server"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_strip);
    layout->addWidget(buildForm(), 1);
    layout->addWidget(buildButtons());
    fill();
    update();
    resize(520, sizeHint().height());
    m_name->setFocus();
}

QWidget *ProfileDialog::buildForm()
{
    m_name->setObjectName(u"profile.name"_s);
    m_environment->setObjectName(u"profile.environment"_s);
    m_product->setObjectName(u"profile.product"_s);
    m_url->setObjectName(u"profile.url"_s);
    m_method->setObjectName(u"profile.method"_s);
    m_keychain->setObjectName(u"keychainNote"_s);
    m_keychain->setProperty("look", u"muted"_s);
    m_keychain->setWordWrap(true);
    m_keychain->hide();

    auto *form = new QWidget(this);
    m_nameRow = new FormRow(tr("Name"), m_name, form);
    m_urlRow = new FormRow(tr("Address"), m_url, form);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setSpacing(12);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->addWidget(m_nameRow, 0, 0);
    grid->addWidget(new FormRow(tr("Environment"), m_environment, form), 0, 1, Qt::AlignTop);
    grid->addWidget(m_urlRow, 1, 0);
    grid->addWidget(new FormRow(tr("Product"), m_product, form), 1, 1, Qt::AlignTop);
    grid->addWidget(new FormRow(tr("Sign-in method"), m_method, form), 2, 0, 1, 2);
    grid->addWidget(m_signIn, 3, 0, 1, 2);
    grid->addWidget(m_keychain, 4, 0, 1, 2);
    grid->setRowStretch(5, 1);
    return form;
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

void ProfileDialog::fill()
{
    for (const auto environment : {Environment::Development, Environment::Test, Environment::Production})
        m_environment->addItem(environmentName(environment), int(environment));
    for (const Dialect &known : dialects())
        m_product->addItem(known.name, known.id);
    m_name->setText(m_profile.name);
    m_url->setText(m_profile.url.toDisplayString());
    m_environment->setCurrentIndex(m_environment->findData(int(m_profile.environment)));
    m_product->setCurrentIndex(std::max(0, m_product->findData(m_profile.dialect)));
    takeProduct();
    m_method->setCurrentIndex(std::max(0, m_method->findData(m_profile.signInMethod)));
    takeMethod();
    m_signIn->setPlain(plainValues(m_profile));

    connect(m_product, &QComboBox::currentIndexChanged, this, &ProfileDialog::takeProduct);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ProfileDialog::takeMethod);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameRow->setProblem({}); });
    connect(m_url, &QLineEdit::textEdited, this, [this] {
        m_urlRow->setProblem({});
        update();
    });
    onResult(this, keychainNote(this, m_workspace.secrets()), [this](const Result<KeychainNote> &note) {
        m_keychain->setText(note->text);
        m_keychain->setVisible(!note->text.isEmpty());
        m_signIn->setKeptText(note->isLasting ? tr("Stored in the keychain") : tr("Kept for this run"));
    });
}

const Dialect *ProfileDialog::dialect() const
{
    return findDialect(m_product->currentData().toString());
}

const SignInMethod *ProfileDialog::method() const
{
    const Dialect *chosen = dialect();
    const int index = m_method->currentIndex();
    return chosen && index >= 0 && index < chosen->signInMethods.size() ? &chosen->signInMethods.at(index) : nullptr;
}

void ProfileDialog::takeProduct()
{
    const QSignalBlocker quiet(m_method);
    m_method->clear();
    if (const Dialect *chosen = dialect()) {
        m_url->setPlaceholderText(QString::fromUtf8(chosen->urlHint));
        for (const SignInMethod &known : chosen->signInMethods)
            m_method->addItem(dialectText(known.label), known.id);
    }
    takeMethod();
}

void ProfileDialog::takeMethod()
{
    const SignInMethod *chosen = method();
    m_signIn->setFields(chosen ? chosen->fields : QList<SignInField>());
    readKept();
    update();
}

void ProfileDialog::readKept()
{
    m_signIn->setKept({});
    if (m_profile.id.isEmpty())
        return;
    const QString asked = m_method->currentData().toString();
    onResult(this, m_workspace.signInValues(profile()), [this, asked](const Result<SignInValues> &values) {
        if (values && asked == m_method->currentData().toString())
            m_signIn->setKept(values->secrets);
    });
}

Profile ProfileDialog::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.environment = Environment(m_environment->currentData().toInt());
    profile.dialect = m_product->currentData().toString();
    profile.url = QUrl(m_url->text().trimmed(), QUrl::StrictMode).adjusted(QUrl::StripTrailingSlash);
    profile.signInMethod = m_method->currentData().toString();
    setPlainValues(profile, m_signIn->values().plain);
    return profile;
}

bool ProfileDialog::check(bool forTest)
{
    const bool hasFields = m_signIn->check(forTest ? SignInForm::Demand::Everything : SignInForm::Demand::Plain);
    const FieldInfo address{.key = u"url"_s, .label = {}, .kind = FieldKind::Url, .flags = FieldFlag::Required, .hint = {}};
    m_urlRow->setProblem(problemOf(address, m_url->text().trimmed()));
    if (m_urlRow->hasProblem())
        m_url->setFocus();
    const bool isTaken = std::any_of(m_workspace.profiles().begin(), m_workspace.profiles().end(), [this](const Profile &other) {
        return other.id != m_profile.id && other.name.compare(m_name->text().trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (forTest)
        m_nameRow->setProblem({});
    else if (m_name->text().trimmed().isEmpty())
        m_nameRow->setProblem(tr("Give the server a name to know it by."));
    else
        m_nameRow->setProblem(isTaken ? tr("Another server has this name already.") : QString());
    if (m_nameRow->hasProblem())
        m_name->setFocus();
    return hasFields && !m_urlRow->hasProblem() && !m_nameRow->hasProblem();
}

void ProfileDialog::toggleTest()
{
    ++m_round;
    m_strip->clear();
    if (!m_testing && !check(true))
        return;
    m_testing = !m_testing;
    update();
    if (!m_testing)
        return m_strip->showInfo(tr("The test was cancelled."));
    onResult(this, m_workspace.test(profile(), m_signIn->values()), [this, round = m_round](const Result<QString> &answer) {
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
    if (m_saving || !check(false))
        return;
    m_saving = true;
    update();
    // First without the secrets: should the keychain fail, what is saved is known and is not added a second time.
    onResult(this, m_workspace.save(profile(), {}), [this](const Result<QString> &id) {
        if (!id)
            return takeSaved(id);
        m_profile = profile();
        m_profile.id = *id;
        if (m_signIn->typedSecrets().isEmpty())
            takeSaved(id);
        else
            saveSecrets();
    });
}

void ProfileDialog::saveSecrets()
{
    onResult(this, unlockedKeychain(this, m_workspace.secrets()), [this](const Result<KeychainNote> &) {
        onResult(this, m_workspace.save(m_profile, m_signIn->typedSecrets()), [this](const Result<QString> &id) { takeSaved(id); });
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

static bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
}

void ProfileDialog::update()
{
    const QUrl url(m_url->text().trimmed());
    const bool isOpen = url.scheme() == u"http"_s && !url.host().isEmpty() && !isLoopback(url.host());
    m_urlRow->setHint(isOpen ? tr("The connection is not encrypted: passwords and tokens can be read on the way.") : QString());
    const SignInMethod *chosen = method();
    const bool inBrowser = chosen && chosen->make({}).browser;
    m_test->setText(m_testing ? tr("Stop Testing") : tr("Test Connection"));
    m_test->setEnabled(!m_saving && !inBrowser);
    m_test->setToolTip(inBrowser ? tr("This method signs in in the browser: save the server and connect.") : QString());
    m_progress->setVisible(m_testing || m_saving);
    m_save->setEnabled(!m_saving && !m_testing);
}
