// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"

#include <QPointer>
#include <QStatusBar>
#include <QTimer>

class QLabel;

// The line at the bottom: who we are, how long the credential lives, how far the server's clock is off, the last request.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr, Clock clock = systemClock);

    void setServer(Server *server); // null: none; may be deleted while shown
    void setWho(const QString &who);
    void setCovering(bool covering); // secrets are covered

private:
    void update();
    void showExchange(const ExchangeSummary &exchange);

    Clock m_clock;
    QPointer<Server> m_server;
    QTimer m_timer;
    QLabel *m_covering;
    QLabel *m_who;
    QLabel *m_expiry;
    QLabel *m_clockText;
    QLabel *m_exchange;
};
