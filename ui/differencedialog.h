// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QDialog>

class QDialogButtonBox;
class QVBoxLayout;

// What saving a draft would change, field by field: before and after. Secrets are only said to change.
class DifferenceDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DifferenceDialog(const Draft &draft, QWidget *parent = nullptr);

    // Makes it a question, whose yes is accepted(). `text` says in a sentence or two what saving does.
    void ask(const QString &text, const QString &confirmLabel);

private:
    QVBoxLayout *m_layout;
    QDialogButtonBox *m_buttons;
};
