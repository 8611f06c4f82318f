// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>

#include <functional>

class MessageStrip;
class QWidget;

// Where a report is saved, as CSV or JSON.
class ReportFile {
    Q_DECLARE_TR_FUNCTIONS(ReportFile)

public:
    using Report = std::function<QByteArray(bool isJson)>;

    // Asks for the file and saves what `report` gives then; says in the strip what came of it. Both must outlive the
    // question, which is the parent's child.
    static void ask(QWidget *parent, const QString &title, const Report &report, MessageStrip &strip);
};
