// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class JournalHome;
class JournalSettings;
class NoticeSettings;
class QCheckBox;
class QSpinBox;
class QTabWidget;
class UiState;

// What a person can choose about the window itself, a tab for each subject.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    PreferencesDialog(UiState &state, JournalHome &journal, QWidget *parent = nullptr);

    void accept() override; // keeps what was chosen; stays where the journal could not be moved

private:
    QWidget *makeSecurityPage();
    void keep();

    UiState &m_state;
    QTabWidget *m_pages;
    JournalSettings *m_journal;
    NoticeSettings *m_notices;
    QSpinBox *m_idle = nullptr; // minutes
    QCheckBox *m_keepsCredentials = nullptr;
    QSpinBox *m_clipboard = nullptr; // seconds
};
