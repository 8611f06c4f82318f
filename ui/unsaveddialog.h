// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

// Asks what is to become of unsaved changes. Show it with open(); it deletes itself.
class UnsavedDialog final : public QMessageBox {
    Q_OBJECT

public:
    UnsavedDialog(const QString &recordName, QWidget *parent); // no name: of a record that has none yet

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
    void stayChosen();
};
