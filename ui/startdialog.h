// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/maintenancestart.h"
#include "ui/confirmdialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

// Asks before maintenance is started for many clients or on production: how many at once, in which order, and whether a
// failure holds the rest back. Show it with open(); accepted() is the yes.
class StartDialog final : public ConfirmDialog {
    Q_OBJECT

public:
    struct Subject {
        QString task{}; // label
        QStringList clients{}; // names
        QStringList servers{}; // names
        bool isProduction = false; // at least one of the servers is
        int running = 0; // of the clients' tasks are under way already, and are joined
    };

    explicit StartDialog(const Subject &subject, QWidget *parent = nullptr);

    StartPlan plan() const;

private:
    QSpinBox *m_atOnce = nullptr; // none for a single client
    QComboBox *m_order = nullptr;
    QCheckBox *m_stops = nullptr;
};
