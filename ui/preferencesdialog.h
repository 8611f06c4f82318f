// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QSpinBox;
class QTabWidget;
class UiState;

// What a person can choose about the window itself, a tab for each subject.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(UiState &state, QWidget *parent = nullptr);

    void accept() override; // keeps what was chosen

private:
    QWidget *makeSecurityPage();

    UiState &m_state;
    QTabWidget *m_pages;
    QSpinBox *m_idle = nullptr; // minutes
    QCheckBox *m_keepsCredentials = nullptr;
    QSpinBox *m_clipboard = nullptr; // seconds
};
