// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profilesettings.h"
#include "items/workspace.h"

#include <QObject>

class SignInDialog;

// Connects one profile: reads what is kept, asks for what is missing, opens the server, and keeps what was typed once it
// has proven right. Deletes itself when it has ended.
class ConnectFlow final : public QObject {
    Q_OBJECT

public:
    // `refusal`: why the kept credentials are asked for again, one translated sentence; empty: only missing ones are.
    ConnectFlow(Workspace &workspace, const Profile &profile, const QString &refusal, QWidget *window);

    QString profileId() const { return m_profile.id; }
    // False once there is a connection: then this only waits for the secrets to prove right, to keep them. A quiet one
    // never asks.
    bool isAsking() const { return m_asking && !m_isQuiet; }
    void start();
    // Instead of a new connection, the present one gets its credentials again. Quietly: without asking for what is
    // missing.
    void resume(bool quietly);

Q_SIGNALS:
    void opened(Server *server); // not signed in yet
    void failed(const Error &error);

private:
    void readValues();
    void takeValues(const Result<SignInValues> &values);
    void ask(const QList<SignInField> &fields, const QString &reason);
    void takeTyped(const SignInDialog &dialog);
    void open();
    void takeServer(const Result<Server *> &server);
    void keep();

    Workspace &m_workspace;
    Profile m_profile;
    QString m_refusal;
    KeychainNote m_keychain;
    QWidget *m_window;
    SignInValues m_values;
    bool m_asking = true;
    bool m_keeps = false;
    bool m_isResuming = false;
    bool m_isQuiet = false;
};
