// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/inspection.h"
#include "items/inspectionmodel.h"
#include "items/server.h"
#include "ui/confidential.h"

#include <QWidget>

class MessageStrip;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class SecretEdit;

// Tokens from the clipboard, a file or a drop: what they say, whether their signatures hold and what the server says of
// them, one beside the other. Those selected can be revoked, and the proof of it is shown.
class InspectionPanel final : public QWidget, public Confidential {
    Q_OBJECT

public:
    InspectionPanel(Server &server, Clock clock, QWidget *parent = nullptr);

    void inspect(const QList<Secret> &tokens); // that this server gave, so they may be sent to it
    void setCovered(bool covered) override;
    void dropSecrets() override; // the tokens, all of them

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QHBoxLayout *buildInput();
    QWidget *buildDetail();
    QHBoxLayout *buildFoot();
    void take(const QByteArray &text);
    void show(const QList<Secret> &tokens, const QString &remark, bool isOurs = false);
    void fitColumns();
    void openFile();
    void askConsent();
    void updateDetail();
    void updateState();
    QList<Secret> selected() const;
    void askToRevoke();
    void revoke(const QList<Secret> &tokens);
    void prove(const QList<Secret> &tokens);

    Server &m_server;
    Inspection m_inspection;
    InspectionModel m_model;
    MessageStrip *m_strip;
    MessageStrip *m_consent;
    SecretEdit *m_input;
    QTableView *m_table;
    QWidget *m_contents = nullptr; // what may be covered
    QLabel *m_cover = nullptr;
    bool m_isCovered = false;
    QLabel *m_verdict = nullptr;
    QPlainTextEdit *m_header = nullptr;
    QPlainTextEdit *m_claims = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_revoke = nullptr;
    QLabel *m_note = nullptr;
};
