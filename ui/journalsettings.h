// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"

#include <QScrollArea>

class FormRow;
class JournalHome;
class MessageStrip;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class SecretEdit;

// Where the journal is kept: on this computer, or in a database that a team shares. A page of the preferences; what
// went wrong is said on it.
class JournalSettings final : public QScrollArea {
    Q_OBJECT

public:
    explicit JournalSettings(JournalHome &home, QWidget *parent = nullptr);

    bool isChanged() const; // since it was applied
    Future<> apply();

private:
    void build();
    void showKeychain();
    void takePassword();
    void test();
    void update();
    void setBusy(bool isBusy);
    QString chosen() const; // address; empty: this computer

    JournalHome &m_home;
    QRadioButton *m_here;
    QRadioButton *m_shared;
    QLineEdit *m_address;
    SecretEdit *m_password;
    FormRow *m_addressRow;
    FormRow *m_passwordRow;
    QLabel *m_keychain;
    QPushButton *m_test;
    QPushButton *m_apply;
    MessageStrip *m_strip;
    bool m_isBusy = false;
};
