// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectiondialog.h"

#include "ui/formrow.h"
#include "ui/secretedit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

using Mode = ProxySettings::Mode;

static QLineEdit *makeLine(const QString &name, const QString &text, QWidget *parent)
{
    auto *line = new QLineEdit(text, parent);
    line->setObjectName(name);
    return line;
}

static SecretEdit *makeSecret(const QString &name, const Secret &secret, QWidget *parent)
{
    auto *line = new SecretEdit(parent);
    line->setObjectName(name);
    line->setSecret(secret);
    return line;
}

ConnectionDialog::ConnectionDialog(const ConnectionSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_caFile(makeLine(u"connection.caFile"_s, settings.caFile, this))
    , m_pins(new QListWidget(this))
    , m_certificate(makeLine(u"connection.certificate"_s, settings.certificateFile, this))
    , m_key(makeLine(u"connection.key"_s, settings.keyFile, this))
    , m_passphrase(makeSecret(u"connection.passphrase"_s, settings.passphrase, this))
    , m_mode(new QComboBox(this))
    , m_host(makeLine(u"connection.proxyHost"_s, settings.proxy.host, this))
    , m_port(new QSpinBox(this))
    , m_user(makeLine(u"connection.proxyUser"_s, settings.proxy.user, this))
    , m_password(makeSecret(u"connection.proxyPassword"_s, settings.proxy.password, this))
{
    setObjectName(u"connectionDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connection"));
    for (const QByteArray &pin : settings.pins)
        m_pins->addItem(QString::fromLatin1(pin.toHex()));
    m_mode->setObjectName(u"connection.proxyMode"_s);
    m_mode->addItem(tr("None"), int(Mode::None));
    m_mode->addItem(tr("As the system says"), int(Mode::System));
    m_mode->addItem(tr("HTTP"), int(Mode::Http));
    m_mode->addItem(tr("SOCKS 5"), int(Mode::Socks5));
    m_mode->setCurrentIndex(m_mode->findData(int(settings.proxy.mode)));
    m_port->setObjectName(u"connection.proxyPort"_s);
    m_port->setRange(1, 65535);
    m_port->setValue(settings.proxy.port > 0 ? settings.proxy.port : 8080);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"confirm"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(buildTrust());
    layout->addWidget(buildCertificate());
    layout->addWidget(buildProxy());
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateProxy);
    updateProxy();
    resize(560, sizeHint().height());
}

QWidget *ConnectionDialog::fileInput(QLineEdit *line, const QString &title, const QString &filter)
{
    auto *input = new QWidget(this);
    auto *browse = new QPushButton(tr("Browse…"), input);
    browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(input);
    layout->setContentsMargins({});
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    input->setFocusProxy(line);
    connect(browse, &QPushButton::clicked, this, [this, line, title, filter] {
        const QString file = QFileDialog::getOpenFileName(this, title, line->text(), filter);
        if (!file.isEmpty())
            line->setText(file);
    });
    return input;
}

QWidget *ConnectionDialog::buildTrust()
{
    auto *group = new QGroupBox(tr("Whom This Server Is Believed By"), this);
    auto *authorities = new FormRow(tr("Certificate authorities"),
        fileInput(m_caFile, tr("Certificate Authorities"), tr("PEM files (*.pem *.crt *.cer);;All files (*)")), group);
    authorities->setHint(tr("A PEM file with those that are believed instead of the system's. Empty: the system's."));
    m_pins->setObjectName(u"connection.pins"_s);
    m_pins->setMaximumHeight(72);
    auto *remove = new QPushButton(tr("Trust No Longer"), group);
    remove->setObjectName(u"connection.unpin"_s);
    remove->setAutoDefault(false);
    remove->setEnabled(false);
    connect(m_pins, &QListWidget::itemSelectionChanged, remove,
        [this, remove] { remove->setEnabled(m_pins->currentItem()); });
    connect(remove, &QPushButton::clicked, this, [this] { delete m_pins->currentItem(); });
    auto *pins = new FormRow(tr("Certificates trusted as they are, by SHA-256"), m_pins, group);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(authorities);
    layout->addWidget(pins);
    layout->addWidget(remove, 0, Qt::AlignLeading);
    pins->setVisible(m_pins->count() > 0);
    remove->setVisible(m_pins->count() > 0);
    return group;
}

QWidget *ConnectionDialog::buildCertificate()
{
    auto *group = new QGroupBox(tr("Client Certificate"), this);
    const QString filter = tr("Certificates (*.pem *.crt *.p12 *.pfx);;All files (*)");
    auto *certificate
        = new FormRow(tr("Certificate"), fileInput(m_certificate, tr("Client Certificate"), filter), group);
    certificate->setHint(tr("PEM, or PKCS #12 with its key. Empty: none is shown."));
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(certificate);
    layout->addWidget(new FormRow(
        tr("Private key"), fileInput(m_key, tr("Private Key"), tr("PEM files (*.pem *.key);;All files (*)")), group));
    layout->addWidget(new FormRow(tr("Passphrase"), m_passphrase, group));
    return group;
}

QWidget *ConnectionDialog::buildProxy()
{
    auto *group = new QGroupBox(tr("Proxy"), this);
    m_hostRow = new FormRow(tr("Address"), m_host, group);
    auto *port = new FormRow(tr("Port"), m_port, group);
    auto *user = new FormRow(tr("User name"), m_user, group);
    auto *password = new FormRow(tr("Password"), m_password, group);
    m_manual = {m_hostRow, port, user, password};
    auto *grid = new QGridLayout(group);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_mode, 0, 0, 1, 2);
    grid->addWidget(m_hostRow, 1, 0);
    grid->addWidget(port, 1, 1, Qt::AlignTop);
    grid->addWidget(user, 2, 0);
    grid->addWidget(password, 2, 1, Qt::AlignTop);
    connect(m_host, &QLineEdit::textEdited, this, [this] { m_hostRow->setProblem({}); });
    return group;
}

void ConnectionDialog::updateProxy()
{
    const Mode mode = Mode(m_mode->currentData().toInt());
    for (QWidget *row : std::as_const(m_manual))
        row->setVisible(mode == Mode::Http || mode == Mode::Socks5);
}

ConnectionSettings ConnectionDialog::settings() const
{
    ConnectionSettings settings{
        .caFile = m_caFile->text().trimmed(),
        .certificateFile = m_certificate->text().trimmed(),
        .keyFile = m_key->text().trimmed(),
        .passphrase = m_passphrase->secret(),
        .proxy = {.mode = Mode(m_mode->currentData().toInt()),
            .host = m_host->text().trimmed(),
            .port = quint16(m_port->value()),
            .user = m_user->text().trimmed(),
            .password = m_password->secret()},
    };
    for (int row = 0; row < m_pins->count(); ++row)
        settings.pins << QByteArray::fromHex(m_pins->item(row)->text().toLatin1());
    return settings;
}

void ConnectionDialog::accept()
{
    const ConnectionSettings wanted = settings();
    const bool isManual = wanted.proxy.mode == Mode::Http || wanted.proxy.mode == Mode::Socks5;
    if (isManual && wanted.proxy.host.isEmpty()) {
        m_hostRow->setProblem(tr("Enter the address of the proxy."));
        m_host->setFocus();
        return;
    }
    QDialog::accept();
}

#include "moc_connectiondialog.cpp"
