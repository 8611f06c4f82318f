// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/startdialog.h"

#include <QObject>

// Starts maintenance of some clients: asks first where there are many, or production is concerned, and follows many to
// their ends in a dialog of their own.
class StartFlow final : public QObject {
    Q_OBJECT

public:
    explicit StartFlow(QWidget *page);

    // `subject` is told of what the targets do not know: the task's label, production, what runs already.
    void start(const QList<StartTarget> &targets, StartDialog::Subject subject);
    bool isFollowing() const { return m_following > 0; } // which tells the ends itself

Q_SIGNALS:
    void ended(int succeeded, int others); // of many, once their dialog has closed

private:
    void follow(const QList<StartTarget> &targets, const StartPlan &plan, const QString &task);

    QWidget *m_page;
    int m_following = 0;
};
