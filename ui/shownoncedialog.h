// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QDialog>

// Shows values the server tells only once. Goes only by its button: neither Esc nor the window's frame lose them.
class ShownOnceDialog final : public QDialog {
    Q_OBJECT

public:
    ShownOnceDialog(const QString &recordName, const QList<ShownOnce> &values, QWidget *parent = nullptr);

    void reject() override;

private:
    QWidget *makeValues(const QList<ShownOnce> &values);
};
