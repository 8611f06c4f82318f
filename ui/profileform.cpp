// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profileform.h"

#include "items/profilesettings.h"
#include "items/profiletree.h"
#include "ui/connectiondialog.h"
#include "ui/formrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ProfileForm::ProfileForm(Workspace &workspace, const Profile &profile, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_profile(profile)
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_opensReadOnly(new QCheckBox(tr("Open read-only, until it is unlocked"), this))
    , m_product(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_method(new QComboBox(this))
    , m_preset(new QComboBox(this))
    , m_settings(new SignInForm(this))
    , m_signIn(new SignInForm(this))
    , m_connectionText(new QLabel(this))
    , m_connection(connectionOf(profile))
    , m_keychain(new QLabel(this))
{
    build();
    fill();
    m_name->setFocus();
}

void ProfileForm::build()
{
    m_name->setObjectName(u"profile.name"_s);
    m_environment->setObjectName(u"profile.environment"_s);
    m_opensReadOnly->setObjectName(u"profile.opensReadOnly"_s);
    m_product->setObjectName(u"profile.product"_s);
    m_url->setObjectName(u"profile.url"_s);
    m_method->setObjectName(u"profile.method"_s);
    m_preset->setObjectName(u"profile.preset"_s);
    m_keychain->setObjectName(u"keychainNote"_s);
    m_keychain->setProperty("look", u"muted"_s);
    m_keychain->setWordWrap(true);
    m_keychain->hide();

    m_nameRow = new FormRow(tr("Name"), m_name, this);
    m_urlRow = new FormRow(tr("Address"), m_url, this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(12);
    m_product->setMinimumContentsLength(12);
    m_product->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->addWidget(m_nameRow, 0, 0);
    grid->addWidget(new FormRow(tr("Environment"), m_environment, this), 0, 1, Qt::AlignTop);
    grid->addWidget(m_urlRow, 1, 0);
    grid->addWidget(new FormRow(tr("Product"), m_product, this), 1, 1, Qt::AlignTop);
    grid->addWidget(m_opensReadOnly, 2, 0, 1, 2);
    m_presetRow = new FormRow(tr("Version"), m_preset, this);
    grid->addWidget(m_presetRow, 3, 0, 1, 2);
    grid->addWidget(m_settings, 4, 0, 1, 2);
    grid->addWidget(new FormRow(tr("Sign-in method"), m_method, this), 5, 0, 1, 2);
    grid->addWidget(m_signIn, 6, 0, 1, 2);
    auto *connection = new QPushButton(tr("Certificates and Proxy…"), this);
    connection->setObjectName(u"editConnection"_s);
    connection->setAutoDefault(false);
    m_connectionText->setObjectName(u"connectionText"_s);
    m_connectionText->setProperty("look", u"muted"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(connection);
    line->addWidget(m_connectionText, 1);
    grid->addLayout(line, 7, 0, 1, 2);
    grid->addWidget(m_keychain, 8, 0, 1, 2);
    grid->setRowStretch(9, 1);
    connect(connection, &QPushButton::clicked, this, &ProfileForm::editConnection);
    updateConnection();
}

void ProfileForm::fill()
{
    for (const auto environment : {Environment::Development, Environment::Test, Environment::Production})
        m_environment->addItem(environmentName(environment), int(environment));
    for (const Dialect &known : dialects())
        m_product->addItem(known.name, known.id);
    m_name->setText(m_profile.name);
    m_url->setText(m_profile.url.toDisplayString());
    m_environment->setCurrentIndex(m_environment->findData(int(m_profile.environment)));
    m_opensReadOnly->setChecked(opensReadOnly(m_profile));
    connect(m_environment, &QComboBox::activated, this, [this] {
        m_opensReadOnly->setChecked(Environment(m_environment->currentData().toInt()) == Environment::Production);
    });
    m_product->setCurrentIndex(std::max(0, m_product->findData(m_profile.dialect)));
    takeProduct();
    m_method->setCurrentIndex(std::max(0, m_method->findData(m_profile.signInMethod)));
    takeMethod();
    m_signIn->setPlain(plainValues(m_profile));
    m_settings->setPlain(plainValues(m_profile));
    updateHint();
    connect(m_preset, &QComboBox::activated, this, &ProfileForm::takePreset);
    connect(m_product, &QComboBox::currentIndexChanged, this, &ProfileForm::takeProduct);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ProfileForm::takeMethod);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameRow->setProblem({}); });
    connect(m_url, &QLineEdit::textEdited, this, [this] {
        m_urlRow->setProblem({});
        updateHint();
    });
    onResult(this, keychainNote(this, m_workspace.secrets()), [this](const Result<KeychainNote> &note) {
        m_keychain->setText(note->text);
        m_keychain->setVisible(!note->text.isEmpty());
        m_signIn->setKeptText(note->isLasting ? tr("Stored in the keychain") : tr("Kept for this run"));
    });
}

const Dialect *ProfileForm::dialect() const
{
    return findDialect(m_product->currentData().toString());
}

const SignInMethod *ProfileForm::method() const
{
    const Dialect *chosen = dialect();
    const int index = m_method->currentIndex();
    return chosen && index >= 0 && index < chosen->signInMethods.size() ? &chosen->signInMethods.at(index) : nullptr;
}

void ProfileForm::takeProduct()
{
    const QSignalBlocker quiet(m_method);
    m_method->clear();
    if (const Dialect *chosen = dialect()) {
        m_url->setPlaceholderText(QString::fromUtf8(chosen->urlHint));
        for (const SignInMethod &known : chosen->signInMethods)
            m_method->addItem(dialectText(known.label), known.id);
        m_settings->setFields(chosen->settings);
        m_settings->setVisible(!chosen->settings.isEmpty());
        m_preset->clear();
        m_preset->addItem(tr("As set below"));
        for (const Preset &known : chosen->presets)
            m_preset->addItem(dialectText(known.label));
        m_presetRow->setVisible(!chosen->presets.isEmpty());
    }
    takeMethod();
}

void ProfileForm::takePreset()
{
    const Dialect *chosen = dialect();
    const int index = m_preset->currentIndex() - 1; // the first stands for none of them
    if (!chosen || index < 0 || index >= chosen->presets.size())
        return;
    QHash<QString, QString> values = m_settings->values().plain;
    values.insert(chosen->presets.at(index).values);
    m_settings->setPlain(values);
}

void ProfileForm::takeMethod()
{
    const SignInMethod *chosen = method();
    m_signIn->setFields(chosen ? chosen->fields : QList<SignInField>());
    readKept();
    Q_EMIT methodChanged();
}

void ProfileForm::readKept()
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

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.environment = Environment(m_environment->currentData().toInt());
    setOpensReadOnly(profile, m_opensReadOnly->isChecked());
    profile.dialect = m_product->currentData().toString();
    profile.url = QUrl(m_url->text().trimmed(), QUrl::StrictMode).adjusted(QUrl::StripTrailingSlash);
    profile.signInMethod = m_method->currentData().toString();
    if (!(m_connection == ConnectionSettings()) || profile.settings.contains(u"connection"_s))
        setConnection(profile, m_connection);
    setPlainValues(profile, m_settings->values().plain);
    setPlainValues(profile, m_signIn->values().plain);
    return profile;
}

SignInValues ProfileForm::values() const
{
    SignInValues values = m_signIn->values();
    values.secrets.insert(typedSecrets());
    return values;
}

QHash<QString, Secret> ProfileForm::typedSecrets() const
{
    QHash<QString, Secret> typed = m_signIn->typedSecrets();
    for (const auto &[key, secret] :
        {std::pair(passphraseKey, m_connection.passphrase), std::pair(proxyPasswordKey, m_connection.proxy.password)})
        if (!secret.isEmpty())
            typed.insert(QString::fromLatin1(key), secret);
    return typed;
}

void ProfileForm::editConnection()
{
    auto *dialog = new ConnectionDialog(m_connection, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_connection = dialog->settings();
        updateConnection();
    });
    dialog->open();
}

// What is other than usual, so that nobody has to open the dialog to see it.
void ProfileForm::updateConnection()
{
    QStringList parts;
    if (!m_connection.caFile.isEmpty())
        parts << tr("own authorities");
    if (!m_connection.pins.isEmpty())
        parts << tr("%n trusted certificate(s)", nullptr, int(m_connection.pins.size()));
    if (!m_connection.certificateFile.isEmpty())
        parts << tr("client certificate");
    if (m_connection.proxy.mode != ProxySettings::Mode::None)
        parts << tr("proxy");
    m_connectionText->setText(parts.join(u", "_s));
}

bool ProfileForm::check(bool forTest)
{
    const bool hasSettings = m_settings->check(SignInForm::Demand::Plain);
    const bool hasFields = m_signIn->check(forTest ? SignInForm::Demand::Everything : SignInForm::Demand::Plain);
    const FieldInfo address{
        .key = u"url"_s, .label = {}, .kind = FieldKind::Url, .flags = FieldFlag::Required, .hint = {}};
    m_urlRow->setProblem(problemOf(address, m_url->text().trimmed()));
    if (m_urlRow->hasProblem())
        m_url->setFocus();
    const bool isTaken
        = std::any_of(m_workspace.profiles().begin(), m_workspace.profiles().end(), [this](const Profile &other) {
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
    return hasFields && hasSettings && !m_urlRow->hasProblem() && !m_nameRow->hasProblem();
}

bool ProfileForm::signsInInBrowser() const
{
    return ::signsInInBrowser(profile());
}

static bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
}

void ProfileForm::updateHint()
{
    const QUrl url(m_url->text().trimmed());
    const bool isOpen = url.scheme() == u"http"_s && !url.host().isEmpty() && !isLoopback(url.host());
    m_urlRow->setHint(
        isOpen ? tr("The connection is not encrypted: passwords and tokens can be read on the way.") : QString());
}

#include "moc_profileform.cpp"
