// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/server.h"
#include "ui/confidential.h"

#include <QWidget>

class Card;
class MessageStrip;
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class SecretEdit;
class SignInForm;
class TokenFacts;

// Gets a token by any grant the server has: what will be sent is shown, its secrets masked, and what came back too.
class TokenRequestPanel final : public QWidget, public Confidential {
    Q_OBJECT

public:
    TokenRequestPanel(Server &server, Clock clock, QWidget *parent = nullptr);

    void setCovered(bool covered) override;
    void dropSecrets() override; // the token

Q_SIGNALS:
    void inspectionRequested(const Secret &token);

private:
    struct Shown {
        QWidget *row = nullptr;
        SecretEdit *value = nullptr;
    };
    Card *buildRequest();
    Card *buildAnswer();
    Shown addSecret(Card *card, const QString &caption, const QString &name);
    const Grant *grant() const;
    void takeGrant();
    void updatePreview();
    void toggle();
    void take(const Result<IssuedToken> &token);
    void keep();

    Server &m_server;
    Clock m_clock;
    QComboBox *m_grant = nullptr;
    SignInForm *m_form = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QPushButton *m_get = nullptr;
    MessageStrip *m_strip = nullptr;
    QLabel *m_empty = nullptr;
    Shown m_access{};
    Shown m_refresh{};
    Shown m_identity{};
    TokenFacts *m_facts = nullptr;
    QCheckBox *m_keepRefresh = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_inspect = nullptr;
    std::optional<IssuedToken> m_token;
    SignInValues m_sent{}; // what it was asked for with; the plain ones
    bool m_isBusy = false;
    bool m_isCovered = false;
};
