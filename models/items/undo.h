// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"
#include "records/journalentry.h"

class Server;

// What would take back a write that the journal tells of, as far as anything can.
struct Undo {
    enum class Way {
        None,
        Draft, // the record as it was before, to be looked at and saved: see undoDraft()
        Removal, // of what was made
    };
    Way way = Way::None;
    QString label{}; // translated, of a button
    QString sentence{}; // translated: what does not come back, or why there is nothing to be done
};

// Asks nobody. Where the list is not loaded, it is not known yet whether the record is there.
Undo undoOf(const JournalEntry &entry, const Server &server);
// Null: the record is not in the list, or the server can not do it.
std::unique_ptr<Draft> undoDraft(const JournalEntry &entry, const Server &server);
