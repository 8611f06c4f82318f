// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <functional>

// A kind of file the console keeps: how it is written to, and what is found in it again.
struct KeptFile {
    const Migrations &schema;
    std::function<bool(Store &store, int number)> commit; // two rows that belong together
    std::function<int(Store &store)> rows; // how many there are; -1: not as they were written
};

KeptFile keptFile(const QString &name); // "journal" or "console"
// How many rows are in that file; -1: it cannot be opened, is damaged, or holds others than were written.
int keptRows(const KeptFile &kept, const QString &path);
