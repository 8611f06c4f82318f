// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

// What the program is, its version and its licence. Show it with open(); it deletes itself.
class AboutDialog final : public QMessageBox {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *window);
};
