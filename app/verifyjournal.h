// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Reads a journal from its first line to its last and says on standard output whether it is what was written. Exit
// status: 0 it is, 1 it is not, 2 it could not be read. `path` empty: this person's own.
int verifyJournal(const QString &path);
