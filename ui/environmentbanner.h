// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"

#include <QWidget>

class QLabel;
class QPushButton;

// The strip in the colour of a server's environment: in production a bar that says whether changes are possible and
// unlocks them, elsewhere a thin line.
class EnvironmentBanner final : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentBanner(QWidget *parent = nullptr);

    void show(const Profile &profile, bool readOnly);
    QString text() const;

Q_SIGNALS:
    void unlockRequested();
    void lockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment = Environment::Development;
    bool m_readOnly = false;
    QLabel *m_text;
    QPushButton *m_button;
};
