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
//   GET, POST         /_control/clock       {"now"}; {"advanceSeconds":n} first moves the clock
//   any               /_control/<persona>/… what only that persona can be told
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
