// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"

#include <QDialog>

class MessageStrip;
class ProfileForm;
class QProgressBar;
class QPushButton;

// Adds or edits one profile. Show it with open(); it deletes itself when closed.
class ProfileDialog final : public QDialog {
    Q_OBJECT

public:
    ProfileDialog(Workspace &workspace, const Profile &profile, QWidget *parent = nullptr); // without an id: a new one

    void reject() override;

Q_SIGNALS:
    void saved(const QString &profileId);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildButtons();
    void toggleTest();
    void takeTest(const Result<QString> &answer);
    void save();
    void saveSecrets();
    void takeSaved(const Result<QString> &id);
    void update();

    Workspace &m_workspace;
    MessageStrip *m_strip;
    ProfileForm *m_form;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    int m_round = 0; // of testing: an answer to an earlier one no longer counts
    bool m_testing = false;
    bool m_saving = false;
};
