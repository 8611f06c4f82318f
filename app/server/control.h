// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/router.h"
#include "core/clock.h"
#include "core/secret.h"

namespace server {

class Faults;
class RequestLog;

// How a test, a script or the tour makes the server misbehave: the paths below /_control, for whoever holds the bearer
// token the server printed at its start. Answers are JSON, errors {"error","error_description"}.
//
//   GET, POST, DELETE /_control/faults      list; add one (see readFault()); clear
//   GET, DELETE       /_control/requests    the log; clear it
//   GET, POST         /_control/clock       {"now"}; {"advanceSeconds":n} first moves the clock on or, below 0, back
//   any               /_control/<persona>/… what only that persona can be told
//
// The clock is the server's own, of everything it does and of the Date header: moved, it is as wrong against the real
// time as many a server's. Moves add up, to a century at most either way; after a move back, what the server did at
// times that lie ahead again is still there, and not to be relied on.
class Control {
public:
    Control(const Secret &token, Faults &faults, RequestLog &requests, const Clock &clock, std::chrono::seconds &ahead);

    using ForPersona = std::function<Answer(const QString &name, const Request &request)>;
    Response answer(const Request &request, const ForPersona &forPersona) const;

private:
    Answer addFault(const Request &request) const;
    Answer moveClock(const Request &request) const;
    Response time() const;

    QByteArray m_tokenDigest;
    Router m_router;
    Faults &m_faults;
    Clock m_clock;
    std::chrono::seconds &m_ahead;
};

}
