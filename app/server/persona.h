// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/crowd.h"
#include "app/server/message.h"
#include "core/clock.h"
#include "core/result.h"

#include <chrono>
#include <memory>

namespace server {

class Database;

// What the local server hands to a persona.
struct Stage {
    Database &database;
    Clock clock;
    std::chrono::milliseconds maintenance{}; // how long a maintenance task runs
    bool actualShape = false; // answer as the product really does where its documentation says otherwise
    Crowd crowd{}; // of the demo data, where a persona can make one
    int studios = 0; // Studio clients of the demo data whose maintenance goes by a schedule, where a persona has them
};

// A server product as the local server plays it. It keeps its tables in the shared database, under its own name.
class Persona {
public:
    Persona() = default;
    virtual ~Persona() = default;
    Persona(const Persona &) = delete;
    Persona &operator=(const Persona &) = delete;

    // Makes the tables; fills them with what the product is delivered with, or with demo data, when they are empty.
    virtual Result<> prepare(bool demo) = 0;
    // Paths are as the product has them, whatever prefix it is served under.
    virtual Response answer(const Request &request) = 0;
    // What only this product can be told to do: segments follow /_control/<persona>.
    virtual Answer control(const Request &request) = 0;
};

QStringList personaNames();
std::unique_ptr<Persona> makePersona(const QString &name, const Stage &stage); // null for an unknown name

}
