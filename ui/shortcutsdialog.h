// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

// Every key of a window and what it does, from the window's own actions. Show it with open().
class ShortcutsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *window);
};
