// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"

#include <QTimer>
#include <QWidget>

class Card;
class MessageStrip;
class QDateTimeEdit;
class QLabel;
class QPushButton;

// Revokes every token made before a time, on servers that can do only that. The time must be chosen, and cannot lie in
// the future; what cannot be known beforehand is said.
class BatchRevocationPage final : public QWidget {
    Q_OBJECT

public:
    BatchRevocationPage(Server &server, Clock clock, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly, const QString &reason = {});

private:
    Card *buildCard();
    QWidget *buildShortcuts(QWidget *parent);
    void choose(const QDateTime &time);
    void update();
    void ask();
    void revoke(const QDateTime &before);
    void takeCount(const QDateTime &before, const Result<qint64> &count);
    bool hitsOurs(const QDateTime &before) const;
    QString ledgerText(const QDateTime &before) const;

    Server &m_server;
    Clock m_clock;
    MessageStrip *m_strip;
    QDateTimeEdit *m_time = nullptr;
    QLabel *m_universal = nullptr;
    QLabel *m_ours = nullptr;
    QLabel *m_known = nullptr;
    QPushButton *m_revoke = nullptr;
    QTimer m_minute;
    bool m_isChosen = false;
    bool m_isBusy = false;
    bool m_readOnly = false;
};
