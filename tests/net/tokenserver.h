// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/credential.h"
#include "tests/net/hostileserver.h"

#include <QSet>

// A small authorization server for tests of sign-in: gives tokens at /token, revokes them at /revoke, runs a browser
// sign-in at /start and /poll, and answers everything else only to a valid token.
class TokenServer {
public:
    // What it does; may be changed while it runs.
    struct Conduct {
        int expiresIn = 3600; // seconds; 0: not said
        bool givesRefreshToken = true;
        bool rotatesRefreshToken = true;
        QByteArray tokenStatus = "200 OK";
        QByteArray refreshStatus = "200 OK";
        QByteArray revokeStatus = "200 OK";
        QByteArray loginUrl = "https://idp.example/login";
        int pendingPolls = 0; // so many are answered "not yet" first; -1: all
        QByteArray pollStatus = "200 OK"; // of the last
        int cutPolls = 0; // so many connections are cut first
        bool holdsTokens = false; // answers /token only when this has ended
        bool holdsLate = false; // the same for /late
        bool refusesAll = false; // 401 whatever the token
        QByteArray scope = {}; // of its tokens; empty: not said
    };

    TokenServer();

    QUrl url() const { return m_server.url(); }
    void behave(const std::function<void(Conduct &)> &change);
    void forgetTokens(); // every token given so far is refused from now on

    QList<Seen> seen(const QByteArray &target) const;
    qsizetype grants(const QByteArray &grant) const; // asked for at /token
    qsizetype signIns() const { return grants("client_credentials"); }
    qsizetype refreshes() const { return grants("refresh_token"); }

    // How a client signs in here.
    static SignIn signIn();
    static SignIn browserSignIn();

private:
    void answer(Peer &peer);
    void answerToken(Peer &peer);
    void answerPoll(Peer &peer);
    QByteArray tokenAnswer(bool withRefreshToken);
    Conduct conduct() const;
    bool isValid(const Seen &request) const;

    mutable std::mutex m_mutex;
    Conduct m_conduct;
    QSet<QByteArray> m_valid;
    int m_given = 0;
    int m_polls = 0;
    HostileServer m_server; // last: its threads use the others
};
