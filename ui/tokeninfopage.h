// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"
#include "ui/confidential.h"

#include <QWidget>

class Card;
class MessageStrip;
class QPushButton;
class SecretEdit;
class TokenFacts;

// What the server says of the token in use, and beside it of any other one that is pasted.
class TokenInfoPage final : public QWidget, public Confidential {
    Q_OBJECT

public:
    TokenInfoPage(Server &server, Clock clock, QWidget *parent = nullptr);

    void refresh();
    void setCovered(bool) override { } // its parts are
    void dropSecrets() override; // what was asked about another token

private:
    Card *buildOwn();
    Card *buildOther();
    void inspect();
    void updateInspect();
    void takeOther(const Result<Introspected> &told);
    QStringList untold() const; // keys of fields

    Server &m_server;
    Clock m_clock;
    MessageStrip *m_strip;
    TokenFacts *m_own;
    SecretEdit *m_token;
    QPushButton *m_inspect;
    MessageStrip *m_otherStrip;
    TokenFacts *m_other;
    bool m_asking = false;
};
