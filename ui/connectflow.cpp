// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectflow.h"

#include "ui/signindialog.h"

#include <QWidget>

ConnectFlow::ConnectFlow(Workspace &workspace, const Profile &profile, const QString &refusal, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_profile(profile)
    , m_refusal(refusal)
    , m_window(window)
{
}

void ConnectFlow::start()
{
    onResult(this, unlockedKeychain(this, m_workspace.secrets()), [this](const Result<KeychainNote> &note) {
        m_keychain = *note;
        readValues();
    });
}

void ConnectFlow::resume(bool quietly)
{
    m_isResuming = true;
    m_isQuiet = quietly;
    start();
}

void ConnectFlow::readValues()
{
    onResult(this, m_workspace.signInValues(m_profile), [this](const Result<SignInValues> &values) { takeValues(values); });
}

void ConnectFlow::takeValues(const Result<SignInValues> &values)
{
    if (!values) {
        // A keychain that fails is no reason not to connect: the person knows the secrets too.
        m_values.plain = plainValues(m_profile);
        return ask(missingFields(m_profile, m_values), values.error().message);
    }
    m_values = *values;
    if (!m_refusal.isEmpty()) // of the credentials: the way to the server has proven right
        m_values.secrets.removeIf([ways = connectionSecrets(connectionOf(m_profile))](const auto &secret) {
            return !ways.contains(secret.key());
        });
    const auto missing = missingFields(m_profile, m_values);
    if (missing.isEmpty())
        open();
    else
        ask(missing, m_refusal);
}

void ConnectFlow::ask(const QList<SignInField> &fields, const QString &reason)
{
    if (m_isQuiet)
        return deleteLater();
    auto *dialog = new SignInDialog(m_profile, fields, reason, m_keychain, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { takeTyped(*dialog); });
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void ConnectFlow::takeTyped(const SignInDialog &dialog)
{
    const SignInValues typed = dialog.values();
    m_keeps = dialog.keepsSecrets();
    for (auto value = typed.plain.begin(); value != typed.plain.end(); ++value)
        m_values.plain.insert(value.key(), value.value());
    for (auto secret = typed.secrets.begin(); secret != typed.secrets.end(); ++secret)
        m_values.secrets.insert(secret.key(), secret.value());
    open();
}

void ConnectFlow::open()
{
    if (m_isResuming)
        return takeServer(m_workspace.resume(m_profile, m_values));
    onResult(this, m_workspace.open(m_profile, m_values), [this](const Result<Server *> &server) { takeServer(server); });
}

void ConnectFlow::takeServer(const Result<Server *> &server)
{
    if (!server) {
        Q_EMIT failed(server.error());
        return deleteLater();
    }
    m_asking = false;
    if (!m_keeps) {
        deleteLater();
    } else {
        connect(*server, &QObject::destroyed, this, &QObject::deleteLater);
        connect(&(*server)->session(), &Session::stateChanged, this, [this](Session::State state) {
            if (state == Session::State::SignedIn)
                keep();
        });
    }
    Q_EMIT opened(*server);
}

void ConnectFlow::keep()
{
    if (!m_keeps)
        return;
    m_keeps = false;
    Profile profile = m_profile;
    setPlainValues(profile, m_values.plain);
    onResult(this, m_workspace.save(profile, m_values.secrets), [this](const Result<QString> &kept) {
        if (!kept)
            Q_EMIT failed(kept.error());
        deleteLater();
    });
}

#include "moc_connectflow.cpp"
