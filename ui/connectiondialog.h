// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"

#include <QDialog>

class FormRow;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;
class SecretEdit;

// How one profile reaches its server: certificates it believes, one it shows, and the proxy in between.
class ConnectionDialog final : public QDialog {
    Q_OBJECT

public:
    ConnectionDialog(const ConnectionSettings &settings, QWidget *parent = nullptr);

    ConnectionSettings settings() const; // as they stand in the form, its secrets too where they were typed
    void accept() override; // stays when something is wrong, and says what

private:
    QWidget *buildTrust();
    QWidget *buildCertificate();
    QWidget *buildProxy();
    QWidget *fileInput(QLineEdit *line, const QString &title, const QString &filter);
    void updateProxy();

    QLineEdit *m_caFile;
    QListWidget *m_pins;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    SecretEdit *m_passphrase;
    QComboBox *m_mode;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    SecretEdit *m_password;
    FormRow *m_hostRow = nullptr;
    QList<QWidget *> m_manual; // rows of a proxy entered by hand
};
