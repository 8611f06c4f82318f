// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// What stands in the middle while no server is shown: what to do next.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    // `name`: of the profile chosen at the left, which then can be connected; empty when none is.
    void setProfile(const QString &name);
    void setLocalServerOffered(bool offered);

Q_SIGNALS:
    void addRequested();
    void connectRequested();
    void localServerRequested();

private:
    QLabel *m_emblem;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_connect;
    QPushButton *m_add;
    QPushButton *m_local;
};
