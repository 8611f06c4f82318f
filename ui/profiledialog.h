// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"

#include <QDialog>

class FormRow;
class MessageStrip;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class SignInForm;

// Adds or edits one profile. Show it with open(); it deletes itself when closed.
class ProfileDialog final : public QDialog {
    Q_OBJECT

public:
    ProfileDialog(Workspace &workspace, const Profile &profile, QWidget *parent = nullptr); // without an id: a new one

    Profile profile() const; // as it stands in the form
    void reject() override;

Q_SIGNALS:
    void saved(const QString &profileId);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildForm();
    QWidget *buildButtons();
    void fill();
    void takeProduct();
    void takeMethod();
    void readKept();
    const Dialect *dialect() const;
    const SignInMethod *method() const;
    bool check(bool forTest);
    void toggleTest();
    void takeTest(const Result<QString> &answer);
    void save();
    void saveSecrets();
    void takeSaved(const Result<QString> &id);
    void update();

    Workspace &m_workspace;
    Profile m_profile;
    MessageStrip *m_strip;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QComboBox *m_product;
    QLineEdit *m_url;
    QComboBox *m_method;
    FormRow *m_nameRow = nullptr;
    FormRow *m_urlRow = nullptr;
    SignInForm *m_signIn;
    QLabel *m_keychain;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    int m_round = 0; // of testing: an answer to an earlier one no longer counts
    bool m_testing = false;
    bool m_saving = false;
};
