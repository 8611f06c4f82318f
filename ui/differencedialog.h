// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QDialog>

// What saving a draft would change, field by field: before and after. Secrets are only said to change.
class DifferenceDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DifferenceDialog(const Draft &draft, QWidget *parent = nullptr);
};
