// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"

#include <QWidget>

class Card;
class CardGrid;
class ExpiryList;
class Lint;
class MessageStrip;
class QLabel;
class QPushButton;
class QVBoxLayout;
class TokenFacts;

// What one sees first of a server: who we are there, how much it holds, and what expires next.
class OverviewPage final : public QWidget {
    Q_OBJECT

public:
    OverviewPage(Server &server, Clock clock, QWidget *parent = nullptr);

    void setLint(const Lint &lint); // what it finds is told in one line; must outlive this
    void refresh();
    void updateProfile(); // it has a new name or environment

Q_SIGNALS:
    void pageRequested(const QString &kind);
    void recordRequested(const QString &kind, const QString &id);
    void whoChanged(const QString &who); // one short phrase for the status line

private:
    QWidget *buildHead();
    QWidget *buildCounts();
    Card *buildIdentity();
    Card *buildServer();
    Card *buildExpiries();
    void addDocuments(QVBoxLayout *body);
    void showDocument(int index);
    void takeToken(const Result<Token> &token);

    Server &m_server;
    Clock m_clock;
    MessageStrip *m_strip;
    TokenFacts *m_token = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_who = nullptr;
    QLabel *m_environment = nullptr;
    QPushButton *m_checks = nullptr; // what they found; leads there
    ExpiryList *m_expiries = nullptr;
};
