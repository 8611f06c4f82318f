// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/writelock.h"
#include "records/profile.h"

#include <QWidget>

class QLabel;
class QPushButton;

// The strip in the colour of a server's environment. Where changes are not simply possible it is a bar, which says for
// how long they are, extends, ends and begins that time; elsewhere a thin line.
class EnvironmentBanner final : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentBanner(QWidget *parent = nullptr);

    void show(const Profile &profile, const WriteLock &lock);
    QString text() const;

Q_SIGNALS:
    void unlockRequested();
    void extensionRequested();
    void lockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString stateText(const WriteLock &lock) const;

    Environment m_environment = Environment::Development;
    QLabel *m_text;
    QPushButton *m_unlock;
    QPushButton *m_extend;
    QPushButton *m_lock;
};
