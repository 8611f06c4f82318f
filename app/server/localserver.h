// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/crowd.h"
#include "app/server/httpserver.h"
#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

namespace server {

// How the local server is to run.
struct Options {
    QStringList personas{QStringLiteral("teneo")}; // one alone is served at the root, several below /<name>
    QString address = QStringLiteral("127.0.0.1"); // an IP address; anything but loopback lets others in
    quint16 port = 0; // 0 takes a free one
    QString data = QStringLiteral(":memory:"); // a SQLite file, kept over restarts
    bool demo = false; // fill an empty store with demo data
    Crowd crowd{}; // how much of it; persona teneo only
    int studios = 0; // Studio clients with maintenance by schedule besides, from crowd.seed; persona teneo only
    QHash<QString, QByteArray> signingKeys{}; // as newSigningKey() makes them, by persona; the others make their own
    bool actualShape = false; // answer as the products really do where their documentation says otherwise
    std::chrono::milliseconds maintenance{3000}; // how long a maintenance task runs
    Clock clock = systemClock; // called on the server's thread
    HttpLimits limits{};
};

// The personas there are.
QStringList personaNames();

// An Error with the sentence to print when the options cannot be served: no, unknown or repeated personas, an address
// that is none, no data file, no maintenance duration, a crowd or Studio clients that are too many or that no
// persona makes.
Result<> check(const Options &options);

// The servers Latchkey can be tried on, without a network and without a window: it plays the personas over HTTP on a
// thread of its own. In an empty store each persona makes who may sign in first: what the README calls its demo login.
class LocalServer {
public:
    explicit LocalServer(const Options &options);
    ~LocalServer(); // stops
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;

    // Returns the URL of the only persona, or the one below which they all are; no slash at its end.
    Result<QUrl> start();
    void stop(); // answers under way get out first

    const Secret &controlToken() const { return m_controlToken; } // the bearer of the paths below /_control

private:
    Options m_options;
    Secret m_controlToken;
    HttpServer m_http;
};

}
