// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uistate.h"

#include <QWidget>

class QCheckBox;
class QTimeEdit;

// What the desktop is to be told of maintenance, and when it is not.
class NoticeSettings final : public QWidget {
    Q_OBJECT

public:
    explicit NoticeSettings(const UiState::Notices &notices, QWidget *parent = nullptr);

    UiState::Notices notices() const;

private:
    QCheckBox *m_failure;
    QCheckBox *m_lateness;
    QCheckBox *m_ownEnd;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};
