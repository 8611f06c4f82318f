// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/control.h"
#include "app/server/database.h"
#include "app/server/faults.h"
#include "app/server/requestlog.h"
#include "app/server/localserver.h"
#include "app/server/persona.h"

#include <map>

namespace server {

// All that is served at one address: the personas, and the control API that makes them misbehave. It lives on the
// server's thread.
class Site {
public:
    static Result<std::unique_ptr<Site>> open(const Options &options, const Secret &controlToken);

    Response answer(const Request &request);

private:
    Site(const Options &options, const Secret &controlToken, std::unique_ptr<Database> database);
    Response answerByPersona(const Request &request);
    Answer controlPersona(const QString &name, const Request &request);

    std::chrono::seconds m_ahead{0}; // of the clock we were given; below 0: behind it
    Clock m_clock;
    std::unique_ptr<Database> m_database;
    std::map<QString, std::unique_ptr<Persona>> m_personas;
    Faults m_faults;
    RequestLog m_requests;
    Control m_control;
};

}
