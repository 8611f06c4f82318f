// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"
#include "items/workspace.h"
#include "ui/signinform.h"

class FormRow;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

// Everything that describes one profile: name, environment, product, address and how to sign in.
class ProfileForm final : public QWidget {
    Q_OBJECT

public:
    ProfileForm(Workspace &workspace, const Profile &profile, QWidget *parent = nullptr);

    Profile profile() const; // as it stands in the form
    void setId(const QString &id) { m_profile.id = id; } // a new one has been stored under it
    SignInValues values() const; // of signing in and of the connection
    QHash<QString, Secret> typedSecrets() const;
    bool signsInInBrowser() const;
    // Says at each field what is wrong and puts the focus there; true when nothing is. A test needs no name, but all
    // the secrets.
    bool check(bool forTest);

Q_SIGNALS:
    void methodChanged();

private:
    void build();
    void fill();
    void takeProduct();
    void takeMethod();
    void takePreset();
    void editConnection();
    void updateConnection();
    void readKept();
    void updateHint();
    const Dialect *dialect() const;
    const SignInMethod *method() const;

    Workspace &m_workspace;
    Profile m_profile;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QCheckBox *m_opensReadOnly;
    QComboBox *m_product;
    QLineEdit *m_url;
    QComboBox *m_method;
    FormRow *m_nameRow = nullptr;
    FormRow *m_urlRow = nullptr;
    QComboBox *m_preset; // settings that belong together
    FormRow *m_presetRow = nullptr;
    SignInForm *m_settings; // how this server is set up
    SignInForm *m_signIn;
    QLabel *m_connectionText;
    ConnectionSettings m_connection;
    QLabel *m_keychain;
};
