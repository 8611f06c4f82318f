// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"

#include <QWidget>

class InspectionPanel;
class QTabWidget;

// What can be done with tokens on one server: get one, look into some, revoke them and prove it.
class WorkbenchPage final : public QWidget {
    Q_OBJECT

public:
    WorkbenchPage(Server &server, const Clock &clock, QWidget *parent = nullptr);

    void inspect(const QList<Secret> &tokens);

private:
    QTabWidget *m_parts;
    InspectionPanel *m_inspection;
};
