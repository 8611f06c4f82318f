// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journalchain.h"

// What stands in a PostgreSQL database of a journal, and what its user may do there.
struct SharedJournal {
    QString server{}; // "15.18"
    QString tls{}; // "TLSv1.3"; empty: none
    QString user{};
    bool isDurable = false; // the server waits for its disk
    bool isHere = false; // there is a journal
    qint64 lines = 0; // if they may be read
    bool mayRead = false;
    bool mayAppend = false;
    bool mayMake = false; // one where there is none
};

// Looks without changing anything. Blocks for seconds at most. Errors: as Store.
Result<SharedJournal> lookAtSharedJournal(const DatabaseAddress &address, const Secret &password);
// The journal there, for reading. Error: also when there is none.
Result<std::unique_ptr<Store>> openSharedJournal(const DatabaseAddress &address, const Secret &password);
