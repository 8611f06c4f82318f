// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/localserver.h"

#include <chrono>

// What the program was asked to do, read from its command line.
struct CommandLine {
    enum class Task { Console, Serve, Tour, VerifyJournal, Watch, Look, StartMaintenance, Version, Help };
    Task task = Task::Console;
    server::Options server{};
    bool endsWithInput = false; // of the local server: when standard input ends
    bool demo = false;    // the console on a local server with demo data
    QString profile{};    // name of the profile to connect to at once, or to watch
    QString language{};   // "de"; empty: as remembered, else the system's
    QString tourFolder{};
    QString journal{};    // file or address of a database to verify; empty: the person's own file
    std::chrono::seconds interval{60}; // of Watch: between two looks at tasks that do not run
    QString maintenance{}; // of StartMaintenance: the task, "daily"
    QString client{}; // and whose, by name or id
    bool waits = false; // and whether for the end of the run
    bool unlocks = false; // and whether in a profile that opens read-only
    QString helpText{};
};

// `arguments` include the program's name. An Error's message is one sentence for the person.
Result<CommandLine> readCommandLine(const QStringList &arguments);
