// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/endsignals.h"
#include "app/eventlines.h"
#include "core/secret.h"
#include "items/workspace.h"
#include "store/secretstore.h"

#include <QTimer>

// Something done on one server without a window and without a person: signs in with what the keychain has or what was
// given, does it, signs out. What happens is told in lines of JSON on standard output; why it could not be done, in a
// sentence on standard error as well. It does not take the place of a console on the same data.
class UnattendedTask : public QObject {
    Q_OBJECT

public:
    enum Status { Fine = 0, Impossible = 1, Failed = 3, Troubled = 4 };

    UnattendedTask(const CommandLine &line, const Secret &given); // empty: what the keychain has
    int run(); // until it is done, or a signal ends it; answers the exit status

protected:
    virtual void begin() = 0; // signed in for the first time
    virtual void interrupt() = 0; // by SIGTERM or SIGINT; is to end it
    virtual bool isReadOnly(const Profile &profile) const = 0;
    virtual bool isPatient() const = 0; // waits for a server that is away, and signs in again

    const CommandLine &line() const { return m_line; }
    EventLines &lines() { return m_lines; }
    Server &server() const { return *m_server; }
    MaintenanceWatch &watch() const { return *m_server->maintenance(); } // once it has begun
    bool hasLoadedClients() const;
    Error loadError() const; // why not
    bool isSignedIn() const { return m_server && m_server->session().state() == Session::State::SignedIn; }
    void noteAnswer(); // all is well between us and the server
    void report(const Error &error); // and goes on
    void fail(const Error &error);
    void say(const QString &sentence); // on standard error
    void end(Status status);
    bool hasEnded() const { return m_hasEnded; } // and is only signing out

private:
    void connectToServer();
    Result<Profile> openProfile();
    Result<SignInValues> checked(const SignInValues &values) const;
    void open();
    void takeServer(const Result<Server *> &server);
    void signIn();
    void takeState(Session::State state);
    void takeProblem(const Error &error);
    void tryLater();

    CommandLine m_line;
    Secret m_given;
    EventLines m_lines;
    EndSignals m_signals;
    SecretStore m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
    Profile m_profile;
    SignInValues m_values;
    Server *m_server = nullptr;
    QTimer m_again;
    std::chrono::seconds m_wait;
    int m_refusals = 0; // since the server last answered
    bool m_hasBegun = false;
    bool m_isIn = false;
    bool m_hasEnded = false;
    Status m_status = Impossible;
};
