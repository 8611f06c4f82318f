// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"
#include "ui/confirmdialog.h"

#include <chrono>
#include <optional>

class QButtonGroup;

// Asks for how long changes shall be possible on a server. Show it with open(); accepted() is the yes.
class UnlockDialog final : public ConfirmDialog {
    Q_OBJECT

public:
    // `minutes`: what is chosen at first; 0: until locked by hand.
    UnlockDialog(const Profile &profile, int minutes, QWidget *parent = nullptr);

    int minutes() const;
    std::optional<std::chrono::minutes> time() const; // nothing: until locked by hand

private:
    QButtonGroup *m_times;
};
