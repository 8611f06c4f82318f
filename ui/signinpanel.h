// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

// What stands in a server's page until it is signed in: that it is under way, or that it has to be done.
class SignInPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SignInPanel(const QString &serverName, QWidget *parent = nullptr);

    void setSigningIn(bool signingIn);

Q_SIGNALS:
    void signInRequested();
    void cancelRequested();

private:
    QString m_serverName;
    QLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_signIn;
    QPushButton *m_cancel;
};
