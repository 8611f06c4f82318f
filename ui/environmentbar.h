// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class ServerPage;

// The bar on top of a dialog that belongs to a server: its environment's colour, its name, and whether it is locked.
// Where a lock would leave the dialog stuck, it can be undone here.
class EnvironmentBar final : public QWidget {
    Q_OBJECT

public:
    EnvironmentBar(ServerPage &page, bool canUnlock, QWidget *dialog);

    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    QPointer<ServerPage> m_page;
    bool m_canUnlock;
    QLabel *m_text;
    QPushButton *m_unlock;
};

// Puts that bar on top of every dialog that opens below a server's page, so that none can be forgotten.
class EnvironmentBars final : public QObject {
    Q_OBJECT

public:
    explicit EnvironmentBars(QObject *parent = nullptr); // at work as long as it lives

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
