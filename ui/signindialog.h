// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"
#include "items/workspace.h"

#include <QDialog>

class QCheckBox;
class SignInForm;

// Asks for what a sign-in lacks, and whether to keep it. Show it with open(); accepted() means values() are complete.
class SignInDialog final : public QDialog {
    Q_OBJECT

public:
    // `reason` says why it asks, when that is not plain; may be empty.
    SignInDialog(const Profile &profile, const QList<SignInField> &fields, const QString &reason, const KeychainNote &note,
        QWidget *parent = nullptr);

    SignInValues values() const;
    bool keepsSecrets() const;
    void accept() override;

private:
    SignInForm *m_form;
    QCheckBox *m_keep;
};
